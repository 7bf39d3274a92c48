package com.openshow.loadtest.data;

import static com.openshow.loadtest.data.Runs.draw;
import static com.openshow.loadtest.data.Runs.fresh;
import static com.openshow.loadtest.data.Runs.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UniquePhoneTest {
  private static final PhoneNumberUtil JUDGE = PhoneNumberUtil.getInstance();

  @ParameterizedTest
  @CsvSource({"us,27000", "au,80000", "fr,50000", "gb,15000", "de,5000"})
  void everyReservedNumberIsAValidOneOfItsCountry(String country, int count) throws Exception {
    UniqueSource source = fresh(1).source(type("phone", "range", country));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      String text = source.next();
      PhoneNumber number = JUDGE.parse(text, null);
      assertThat(JUDGE.isValidNumberForRegion(number, country.toUpperCase(Locale.ROOT)))
          .as(text)
          .isTrue();
      assertThat(JUDGE.format(number, PhoneNumberFormat.E164)).isEqualTo(text);
      assertThat(seen.add(text)).isTrue();
    }
    assertThatThrownBy(source::next)
        .isInstanceOf(UniqueDataException.class)
        .hasMessage(
            "the range "
                + country
                + " has "
                + count
                + " phone numbers, and all of this injector's are used; take a range of your own,"
                + " such as +999############");
  }

  @Test
  void allRangesTogetherAreTheDefault() {
    assertThat(draw(fresh(1).source(type("phone")), 177_000)).doesNotHaveDuplicates();
  }

  @Test
  void injectorsShareARangeWithoutAHole() {
    List<String> all = new ArrayList<>();
    for (int injector = 1; injector <= 3; injector++) {
      UniqueSource source = Runs.injector(injector, 3, 1).source(type("phone", "range", "de"));
      all.addAll(draw(source, injector == 3 ? 1666 : 1667));
      assertThatThrownBy(source::next).isInstanceOf(UniqueDataException.class);
    }
    assertThat(all).hasSize(5_000).doesNotHaveDuplicates();
  }

  @Test
  void theNextRunCanGoOnWhereThisOneEnded() {
    UniqueSource first = fresh(1).source(type("phone", "range", "gb"));
    List<String> all = draw(first, 100);
    all.addAll(draw(Runs.injector(1, 1, 101).source(type("phone", "range", "gb")), 100));
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void aRangeOfTheUsersOwnHasADigitForEachSign() {
    UniqueSource source = fresh(1).source(type("phone", "range", "+4915199##"));
    assertThat(draw(source, 100))
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("\\+4915199\\d\\d"));
    assertThatThrownBy(source::next).hasMessageContaining("has 100 phone numbers");
    assertThat(fresh(1).source(type("phone", "range", "+999############")).next()).hasSize(16);
    for (String wrong : List.of("49#", "+49", "+0#", "+999#############", "+49#1", "mars")) {
      assertThatThrownBy(() -> type("phone", "range", wrong))
          .hasMessageContaining("range must be one of [all, au, de, fr, gb, us]")
          .hasMessageEndingWith("but was \"" + wrong + "\"");
    }
  }
}
