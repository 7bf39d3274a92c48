package com.openshow.loadtest.filler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class FillerTest {
  private static final long SEED = 20261128;

  @Test
  void aTextIsMadeByDatafakersMethodsInTheLocale() {
    assertThat(text("Name.fullName", "")).matches("[\\p{L}'. -]{4,40}");
    assertThat(text("name.full_name", "")).as("as Datafaker's own files say it").isNotEmpty();
    assertThat(text("number.numberBetween '3','4'", "")).isEqualTo("3");
    assertThat(text("#{number.numberBetween '3','4'}/#{regexify 'x{2}'}", "")).isEqualTo("3/xx");
    assertThat(text("Address.zipCode", "de")).matches("[0-9]{5}");
    assertThat(text("Name.fullName", "ja")).matches("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana} ]+");
  }

  @Test
  void aTextIsCutWhereItIsTooLongAndNotInTheMiddleOfACharacter() {
    assertThat(text("Lorem.paragraph", "", 10)).hasSizeBetween(1, 10);
    assertThat(text("#{regexify 'abc'} d", "", 4))
        .as("without the blank at the end")
        .isEqualTo("abc");
    assertThat(text("#{regexify 'ab'}\uD83D\uDE00c", "", 3)).isEqualTo("ab");
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> new Filler(" ", "x_y", 0))
        .isInstanceOf(FillerException.class)
        .hasMessage(
            "filler must be one of Datafaker's methods, such as Name.fullName, of at most 1000"
                + " characters, but was \" \"; locale must be a language tag such as de or pt-BR, but"
                + " was \"x_y\"; max_length must be 1 to 10000, but was 0");
    assertThatThrownBy(() -> Filler.of("Name.fullName", "", "long"))
        .hasMessage("max_length must be a whole number, but was \"long\"");
    for (String unknown : List.of("Name.nope", "fullName", "Address", "#{Nope.x} and")) {
      assertThatThrownBy(() -> text(unknown, ""))
          .as(unknown)
          .isInstanceOf(FillerException.class)
          .hasMessageContaining("Datafaker has nothing for");
    }
    assertThatThrownBy(() -> text("Name.fullName", "tlh"))
        .hasMessage(
            "Datafaker has no texts of the locale \"tlh\"; expected one such as de or pt-BR");
  }

  @Test
  void mailGoesToNobody() {
    for (String mine : List.of("Internet.emailAddress", "#{internet.email_address}")) {
      assertThatThrownBy(() -> Filler.of(mine, "", "")).hasMessageContaining("may be somebody's");
    }
    assertThat(text("Internet.safeEmailAddress", "")).contains("@example.");
  }

  @Test
  void aUserHasTheSameTextsForTheSameSeedHoweverThreadsMeet() throws Exception {
    Filler filler = Filler.of("Name.fullName", "", "");
    Map<String, List<String>> expected = new HashMap<>();
    for (int user = 0; user < 8; user++) {
      String name = "user " + user;
      expected.put(name, draw(new FillerTexts(SEED, () -> name), filler));
    }
    assertThat(new HashSet<>(expected.values())).as("users differ").hasSize(8);
    FillerTexts shared = new FillerTexts(SEED, () -> Thread.currentThread().getName());
    Map<String, List<String>> drawn = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (String name : expected.keySet()) {
      Thread thread = new Thread(() -> drawn.put(name, draw(shared, filler)), name);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(drawn).isEqualTo(expected);
    assertThat(draw(new FillerTexts(SEED + 1, () -> "user 0"), filler))
        .isNotEqualTo(expected.get("user 0"));
  }

  @Test
  void fillersDoNotTakeEachOthersTurns() {
    Filler name = Filler.of("Name.fullName", "", "");
    FillerTexts alone = new FillerTexts(SEED, () -> "user");
    FillerTexts both = new FillerTexts(SEED, () -> "user");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      both.next(Filler.of("Address.city", "", ""));
      names.add(both.next(name));
    }
    assertThat(names).isEqualTo(draw(alone, name).subList(0, 20));
  }

  @Test
  void withoutDatafakerItIsSaidWhatToDo() throws Exception {
    Class<?> filler = new WithoutDatafaker().loadClass(Filler.class.getName());
    Object name =
        filler
            .getMethod("of", String.class, String.class, String.class)
            .invoke(null, "Name.fullName", "", "");
    assertThatThrownBy(() -> filler.getMethod("text", Random.class).invoke(name, new Random(SEED)))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .hasMessage(
            "filler needs Datafaker: put the jars of net.datafaker:datafaker and"
                + " com.googlecode.libphonenumber:libphonenumber into JMeter's lib folder (missing:"
                + " net/datafaker/Faker)");
  }

  private static List<String> draw(FillerTexts texts, Filler filler) {
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      drawn.add(texts.next(filler));
    }
    return drawn;
  }

  private static String text(String expression, String locale) {
    return text(expression, locale, Filler.DEFAULT_LENGTH);
  }

  private static String text(String expression, String locale, int maxLength) {
    return Filler.of(expression, locale, "" + maxLength).text(new Random(SEED));
  }

  /** As in a JMeter that has the plugin's jar alone. */
  private static final class WithoutDatafaker extends ClassLoader {
    WithoutDatafaker() {
      super(FillerTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("net.datafaker.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("com.openshow.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> own = findLoadedClass(name);
      return own == null ? define(name) : own;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
