package com.openshow.loadtest.data;

import static com.openshow.loadtest.data.Runs.draw;
import static com.openshow.loadtest.data.Runs.fresh;
import static com.openshow.loadtest.data.Runs.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UniqueDataTest {
  private static final int THREADS = 8;

  /** A type of every kind, and of every way to be unique. */
  static Stream<UniqueType> types() {
    return Stream.concat(
        typesWithRoom(),
        Stream.of(type("email", "max_length", "28"), type("username", "max_length", "15")));
  }

  /** Those that have room for the name of a run. */
  static Stream<UniqueType> typesWithRoom() {
    return Stream.of(
        type("email"),
        type("email", "max_length", "40"),
        type("project"),
        type("username"),
        type("id"),
        type("id", "format", "ulid"),
        type("id", "format", "sequence"),
        type("phone", "range", "+999############"),
        type("pattern", "pattern", "INV-{yyyy}-{seq:12}"),
        type("pattern", "pattern", "{run}-{id}"));
  }

  @Test
  void everyKindIsATypeOfTheSealedSetAndIsReadByItsKey() {
    assertThat(types().<Class<?>>map(UniqueType::getClass).distinct())
        .containsExactlyInAnyOrder(UniqueType.class.getPermittedSubclasses());
    assertThat(types().map(UniqueType::kind).distinct())
        .containsExactlyInAnyOrderElementsOf(UniqueKind.all());
    assertThat(UniqueKind.all())
        .allMatch(kind -> UniqueKind.of(kind.key()).orElseThrow() == kind)
        .allMatch(kind -> !kind.variables().isEmpty());
    assertThatThrownBy(() -> UniqueKind.read("EMAIL", Map.of()))
        .hasMessage(
            "unknown type of unique data \"EMAIL\"; expected one of"
                + " [email, project, username, id, phone, pattern]");
  }

  @ParameterizedTest
  @MethodSource("types")
  void noTwoThreadsGetTheSameValue(UniqueType type) throws Exception {
    UniqueSource source = UniqueData.start(UniqueSettings.FRESH).source(type);
    Collection<String> values = inThreads(thread -> draw(source, 20_000));
    assertThat(new HashSet<>(values)).hasSize(THREADS * 20_000);
  }

  @ParameterizedTest
  @MethodSource("types")
  void aValueIsItsTypesFirstVariable(UniqueType type) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    String value =
        fresh(1)
            .source(type)
            .next(
                (name, text) -> {
                  names.add(name);
                  values.add(text);
                });
    assertThat(names).isEqualTo(type.variables());
    assertThat(values).first().isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("types")
  void equalTypesShareTheirNumbers(UniqueType type) {
    UniqueData run = fresh(1);
    Set<String> values = new HashSet<>(draw(run.source(type), 100));
    values.addAll(draw(run.source(type), 100));
    assertThat(values).hasSize(200);
  }

  @Test
  void typesThatWriteTheSameFormShareTheirNumbers() {
    UniqueData run = fresh(1);
    Set<String> values = new HashSet<>();
    for (int length : new int[] {46, 47, 100, 254}) {
      values.addAll(draw(run.source(type("email", "max_length", "" + length)), 100));
    }
    assertThat(values).hasSize(400);
  }

  @Test
  void tenThousandInjectorsOfOneInstantDoNotMeet() {
    // Cloned containers: the same clock, host name and process id, of which nothing is asked.
    types()
        .filter(type -> type.scope() == UniqueType.Scope.ALWAYS)
        .forEach(
            type -> {
              Set<String> values = new HashSet<>();
              for (int injector = 0; injector < 10_000; injector++) {
                values.addAll(draw(fresh(injector).source(type), 3));
              }
              assertThat(values).as(type.toString()).hasSize(30_000);
            });
  }

  @Test
  void restartsWithAClockThatIsSetBackDoNotMeet() {
    types()
        .filter(type -> type.scope() == UniqueType.Scope.ALWAYS)
        .forEach(
            type -> {
              Set<String> values = new HashSet<>();
              for (int restart = 0; restart < 200; restart++) {
                UniqueData run = Runs.at(Runs.NOW.minus(Duration.ofMillis(restart % 3)), restart);
                values.addAll(draw(run.source(type), 100));
              }
              assertThat(values).as(type.toString()).hasSize(20_000);
            });
  }

  @Test
  void valuesOfLaterRunsSortLater() {
    String earlier = fresh(2).source(type("email")).next();
    String later = Runs.at(Runs.NOW.plusMillis(1), 1).source(type("email")).next();
    assertThat(later).isGreaterThan(earlier);
    assertThat(draw(fresh(1).source(type("email")), 100_000)).isSorted();
  }

  @Test
  void threadsThatLiveForOneValueTakeNoMoreThanOneNumber() throws Exception {
    UniqueData run = fresh(1);
    UniqueSource source = run.source(type("pattern", "pattern", "{seq:4}"));
    for (int i = 0; i < 5_000; i++) {
      Thread thread = new Thread(source::next);
      thread.start();
      thread.join();
    }
    assertThat(run.sequence("{seq:4}").taken()).isEqualTo(5_000);
  }

  @ParameterizedTest
  @MethodSource("typesWithRoom")
  void aRepeatMakesTheSameValuesHoweverItsThreadsMeet(UniqueType type) throws Exception {
    Set<String> first = new HashSet<>(repeatInThreads(type, 1, 0));
    Set<String> again = new HashSet<>(repeatInThreads(type, 1, 3));
    assertThat(first).hasSize(THREADS * 1_000).isEqualTo(again);
    assertThat(repeatInThreads(type, 2, 0))
        .as("another injector")
        .doesNotContainAnyElementsOf(first);
  }

  private static Collection<String> repeatInThreads(UniqueType type, int injector, int rotated)
      throws Exception {
    ThreadLocal<String> name = ThreadLocal.withInitial(() -> "");
    UniqueSource source = Runs.repeat("again", injector, 2, name::get).source(type);
    return inThreads(
        thread -> {
          name.set("S_03 1-" + (thread + rotated) % THREADS);
          return draw(source, 1_000);
        });
  }

  @Test
  void inARepeatAThreadHasTheSameValuesInTheSameOrder() {
    UniqueType type = type("email");
    List<String> once = draw(Runs.repeat("again", 1, 1, () -> "S_03 1-1").source(type), 10);
    assertThat(draw(Runs.repeat("again", 1, 1, () -> "S_03 1-1").source(type), 10)).isEqualTo(once);
    for (UniqueData other :
        List.of(
            Runs.repeat("again", 1, 1, () -> "S_03 1-2"),
            Runs.repeat("other", 1, 1, () -> "S_03 1-1"),
            Runs.named("again", 1))) {
      assertThat(draw(other.source(type), 10)).doesNotContainAnyElementsOf(once);
    }
  }

  @Test
  void threadsOfOneNameDoNotRepeatEachOther() throws Exception {
    UniqueSource source = Runs.repeat("again", 1, 1, () -> "the same").source(type("email"));
    assertThat(new HashSet<>(inThreads(thread -> draw(source, 100)))).hasSize(THREADS * 100);
  }

  @Test
  void whatIsUniqueInOneRunOnlyWantsNumbersOfSeveralInjectors() {
    UniqueSettings unnumbered = new UniqueSettings(Optional.empty(), false, Optional.empty(), 1);
    UniqueData run = Runs.of(unnumbered, Runs.NOW, 1, () -> "thread");
    assertThat(run.source(type("email")).next()).startsWith(run.prefix());
    for (UniqueType type : List.of(type("phone"), type("pattern", "pattern", "A{seq:8}"))) {
      assertThatThrownBy(() -> run.source(type))
          .hasMessageContaining(
              "is unique within one run, and over its injectors only when they have numbers");
    }
  }

  @Test
  void settingsSayAllThatIsWrongWithThem() {
    assertThatThrownBy(() -> new UniqueSettings(Optional.of("A"), true, Optional.empty(), -1))
        .hasMessage(
            "the name of the run must be 1 to 16 characters of a-z and 0-9, but was \"A\"; a run of"
                + " several injectors can be repeated only when each has its number; the first"
                + " number of a sequence must be at least 0, but was -1");
    assertThatThrownBy(
            () ->
                new UniqueSettings(
                    Optional.empty(), true, Optional.of(UniqueSettings.Injector.ALONE), 0))
        .hasMessage("a run can be repeated only under its name: give it one");
    assertThatThrownBy(() -> new UniqueSettings.Injector(3, 2))
        .hasMessage("the number of an injector must be 1 to 2, but was 3");
  }

  private static Collection<String> inThreads(IntFunction<List<String>> work) throws Exception {
    Collection<String> all = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int number = t;
      Thread thread = new Thread(() -> all.addAll(work.apply(number)));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return all;
  }
}
