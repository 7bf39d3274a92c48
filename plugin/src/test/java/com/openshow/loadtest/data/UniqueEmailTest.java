package com.openshow.loadtest.data;

import static com.openshow.loadtest.data.Runs.draw;
import static com.openshow.loadtest.data.Runs.fresh;
import static com.openshow.loadtest.data.Runs.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UniqueEmailTest {
  private static final String LABEL = "d".repeat(63) + ".";

  /** As long as a domain may be beside the shortest identifier: 254 - 17. */
  private static final String LONGEST_DOMAIN = LABEL + LABEL + LABEL + "d".repeat(40) + ".test";

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "a.test", "x-1.example.org", "localhost", "LONGEST"})
  void everyAddressOfEveryLengthIsOneByTheStrictParserOfJakartaMail(String given) throws Exception {
    String domain = given.equals("LONGEST") ? LONGEST_DOMAIN : given;
    int least = 17 + domain.length();
    for (int length = least; length <= 254; length++) {
      UniqueSource source =
          fresh(length).source(type("email", "domain", domain, "max_length", "" + length));
      List<String> values = draw(source, 5);
      assertThat(values).doesNotHaveDuplicates();
      for (String value : values) {
        assertThat(value).hasSizeBetween(least, length).endsWith("@" + domain);
        assertThat(value.indexOf('@')).as("RFC 5321, 4.5.3.1.1").isBetween(1, 64);
        assertStrict(value);
      }
    }
  }

  private static void assertStrict(String value) throws AddressException {
    InternetAddress address = new InternetAddress(value, true);
    address.validate();
    assertThat(address.getAddress()).isEqualTo(value);
    assertThat(InternetAddress.parse(value, true)).hasSize(1);
  }

  @Test
  void thereIsRoomForTheRunAndTheInjectorAndElseForLess() {
    assertThat(fresh(1).source(type("email")).next())
        .matches("lt-[a-z0-9]{8}-[a-z0-9]{13}-0{8}@example\\.com");
    assertThat(fresh(1).source(type("email", "max_length", "45")).next())
        .hasSize(44)
        .matches("lt-[a-z0-9]{8}-[a-z0-9]{20}@example\\.com");
    assertThat(fresh(1).source(type("email", "max_length", "36")).next())
        .as("a digit less than the run's name and 13 more need")
        .hasSize(35)
        .matches("lt-[a-z0-9]{20}@example\\.com");
  }

  @Test
  void aRunOfTheUsersNameKeepsItsNameOrIsRefused() {
    UniqueData run = Runs.named("nightly42", 1);
    assertThat(run.source(type("email")).next()).startsWith("lt-nightly42-");
    assertThat(run.source(type("email", "max_length", "38")).next())
        .hasSize(38)
        .startsWith("lt-nightly42-");
    assertThatThrownBy(() -> run.source(type("email", "max_length", "37")))
        .hasMessage(
            "an address at example.com has room for 25 characters, but needs 26 in the run"
                + " \"nightly42\": lt-nightly42- and 13 digits; give the run a shorter name, or"
                + " more room");
  }

  @Test
  void whatReachesSomebodyOrCannotStayUniqueIsRefused() {
    assertThatThrownBy(() -> type("email", "domain", "gmail.com", "max_length", "25"))
        .hasMessageContaining("the domain \"gmail.com\" may belong to somebody")
        .hasMessageContaining("an address at gmail.com needs at least 26 characters");
    assertThat(fresh(1).source(type("email", "domain", "gmail.com", "own_domain", "true")).next())
        .endsWith("@gmail.com");
    for (String domain :
        List.of("-a.test", "a..test", "a_b.test", "a.test.", "ä.test", "d".repeat(64) + ".test")) {
      assertThatThrownBy(() -> type("email", "domain", domain))
          .hasMessageContaining("domain must be labels of letters, digits and inner hyphens");
    }
    assertThatThrownBy(() -> type("email", "max_length", "255"))
        .hasMessage("max_length must be at most 254, but was 255");
    assertThatThrownBy(() -> type("email", "domain", "d" + LONGEST_DOMAIN))
        .hasMessageContaining("needs at least 255 characters");
    assertThatThrownBy(() -> type("email", "max_length", "many", "own_domain", "yes", "format", ""))
        .hasMessage(
            "own_domain must be true or false, but was \"yes\"; max_length must be a whole number,"
                + " but was \"many\"");
  }
}
