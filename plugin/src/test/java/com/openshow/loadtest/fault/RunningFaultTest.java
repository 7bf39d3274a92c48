package com.openshow.loadtest.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.fault.FaultJournal.LeftOver;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault is switched off exactly once, whatever happens. */
final class RunningFaultTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;

  private FaultJournal journal(ProcessHandle process) {
    return new FaultJournal(folder.resolve("faults"), "plan.jmx", process, trouble::add);
  }

  private static HttpAction action(GivenServer server, String method, String path) {
    return new HttpAction(method, server.url(path), Map.of(), "", Set.of(), Duration.ofSeconds(30));
  }

  private static Fault fault(GivenServer server, String name, String startPath) {
    return new Fault(
        name,
        Duration.ZERO,
        Duration.ofSeconds(1),
        action(server, "PUT", startPath),
        action(server, "DELETE", "/" + name));
  }

  private RunningFault running(Fault fault) {
    return new RunningFault(
        fault, CLOCK, pauses::add, journal(ProcessHandle.current()), this::note);
  }

  private void note(Fault fault, boolean on, Done done) {
    told.add(fault.name() + (on ? " on " : " off ") + done.succeeded());
  }

  private static List<String> methods(GivenServer server) {
    return server.requests().stream()
        .map(request -> request.substring(0, request.indexOf(' ')))
        .toList();
  }

  @Test
  void whoeverAsksFirstSwitchesItOffAndAllGetToKnowWhatItCameTo() throws Exception {
    try (GivenServer server = new GivenServer()) {
      RunningFault fault = running(fault(server, "x", "/x"));
      assertThat(fault.start()).hasValueSatisfying(done -> assertThat(done.succeeded()).isTrue());
      assertThat(fault.start()).isEmpty();
      List<Optional<Done>> seen = Collections.synchronizedList(new ArrayList<>());
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        threads.add(new Thread(() -> seen.add(fault.stop())));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(methods(server)).containsExactly("PUT", "DELETE");
      assertThat(told).containsExactly("x on true", "x off true");
      assertThat(seen).hasSize(20).allMatch(Optional::isPresent).containsOnly(seen.get(0));
    }
  }

  @Test
  void aFaultThatNobodySwitchedOnIsNotSwitchedOffAndStaysOff() throws Exception {
    try (GivenServer server = new GivenServer()) {
      RunningFault fault = running(fault(server, "x", "/x"));
      assertThat(fault.stop()).isEmpty();
      assertThat(fault.isNew()).isFalse();
      assertThat(fault.start()).isEmpty();
      assertThat(fault.on()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void alsoWhenItCouldNotBeSwitchedOnItIsSwitchedOff() throws Exception {
    try (GivenServer server = new GivenServer(500)) {
      RunningFault fault = running(fault(server, "x", "/x"));
      Done on = fault.start().orElseThrow();
      assertThat(on.succeeded()).isFalse();
      assertThat(on.message()).contains("status 500");
      assertThat(fault.stop().orElseThrow().succeeded()).isTrue();
      assertThat(methods(server)).containsExactly("PUT", "DELETE");
    }
  }

  @Test
  void switchingItOffIsTriedAgain() throws Exception {
    try (GivenServer server = new GivenServer(200, 500, 500, 200)) {
      RunningFault fault = running(fault(server, "x", "/x"));
      fault.start();
      assertThat(fault.stop().orElseThrow().succeeded()).isTrue();
      assertThat(methods(server)).containsExactly("PUT", "DELETE", "DELETE", "DELETE");
      assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
  }

  @Test
  void butNotForEver() throws Exception {
    try (GivenServer server = new GivenServer(200, 500, 500, 503, 200)) {
      RunningFault fault = running(fault(server, "x", "/x"));
      fault.start();
      Done off = fault.stop().orElseThrow();
      assertThat(off.succeeded()).isFalse();
      assertThat(off.message()).contains("status 503");
      assertThat(fault.stop()).contains(off);
      assertThat(server.requests()).hasSize(4);
      // It stands in the journal as long as nobody knows that it is off.
      try (Stream<Path> files = Files.list(folder.resolve("faults"))) {
        assertThat(files).hasSize(1);
      }
    }
  }

  @Test
  void aThreadThatIsInterruptedLeavesNoFaultOn() throws Exception {
    try (GivenServer server = new GivenServer()) {
      RunningFault fault = running(fault(server, "x", "/x"));
      Thread.currentThread().interrupt();
      assertThat(fault.start().orElseThrow().succeeded()).isTrue();
      assertThat(fault.stop().orElseThrow().succeeded()).isTrue();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(methods(server)).containsExactly("PUT", "DELETE");
    }
  }

  @Test
  void aStartThatHangsIsGivenUpWhenTheFaultIsToEnd() throws Exception {
    try (GivenServer server = new GivenServer()) {
      RunningFault fault = running(fault(server, "x", "/hang"));
      List<Done> on = Collections.synchronizedList(new ArrayList<>());
      Thread starting = new Thread(() -> fault.start().ifPresent(on::add));
      starting.start();
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(fault.stop().orElseThrow().succeeded()).isTrue();
      starting.join();
      assertThat(on).singleElement().matches(done -> !done.succeeded());
      assertThat(methods(server)).containsExactly("PUT", "DELETE");
    }
  }

  @Test
  void allFaultsOfATestAreSwitchedOffTogether() throws Exception {
    try (GivenServer server = new GivenServer()) {
      RunningFaults faults = new RunningFaults();
      for (String name : List.of("a", "b", "c")) {
        faults.add(running(fault(server, name, "/" + name)));
      }
      faults.find("a").orElseThrow().start();
      faults.find("c").orElseThrow().start();
      assertThat(faults.stopAll())
          .extracting(RunningFaults.Course::fault)
          .containsExactly("a", "c");
      assertThat(faults.stopAll()).allMatch(one -> one.on().succeeded() && one.off().succeeded());
      assertThat(faults.find("b").orElseThrow().start()).isEmpty();
      assertThat(server.requests())
          .filteredOn(request -> request.startsWith("DELETE"))
          .hasSize(2)
          .noneMatch(request -> request.contains("/b"));
      assertThatThrownBy(() -> faults.add(running(fault(server, "a", "/a"))))
          .hasMessage("two faults have the name \"a\"");
    }
  }

  @Test
  void aRunThatIsGoneLeavesAMarkThatTheNextOneFindsAndRemoves() throws Exception {
    try (GivenServer server = new GivenServer()) {
      Process gone = new ProcessBuilder("java", "-version").start();
      gone.getInputStream().transferTo(OutputStream.nullOutputStream());
      gone.waitFor();
      Fault fault = fault(server, "x", "/x");
      journal(gone.toHandle()).begin(fault, CLOCK.instant());
      journal(gone.toHandle()).begin(fault(server, "y", "/y"), CLOCK.instant());
      FaultJournal mine = journal(ProcessHandle.current());
      mine.begin(fault(server, "z", "/z"), CLOCK.instant());

      assertThat(mine.leftOvers()).extracting(LeftOver::fault).containsExactly("x", "y");
      LeftOver left = mine.leftOvers().get(0);
      assertThat(left.stop()).isEqualTo("DELETE " + server.url("/x"));
      assertThat(left.run()).isEqualTo("plan.jmx");
      assertThat(left.since()).isEqualTo("2023-11-14T22:13:20Z");
      RunningFault again = running(fault);
      again.start();
      again.stop();
      assertThat(mine.leftOvers()).extracting(LeftOver::fault).containsExactly("y");
      assertThat(trouble).isEmpty();
    }
  }

  @Test
  void aJournalThatCannotBeWrittenHoldsNothingUp() throws Exception {
    Files.writeString(folder.resolve("faults"), "no folder");
    try (GivenServer server = new GivenServer()) {
      RunningFault fault = running(fault(server, "x", "/x"));
      assertThat(fault.start().orElseThrow().succeeded()).isTrue();
      assertThat(fault.stop().orElseThrow().succeeded()).isTrue();
      assertThat(trouble).first().asString().startsWith("nobody will know of the fault x if");
    }
    assertThat(FaultJournal.standardFolder("/s", folder))
        .isEqualTo(Path.of("/s/openshow-loadtest/faults"));
    assertThat(FaultJournal.standardFolder("", folder))
        .isEqualTo(folder.resolve(".local/state/openshow-loadtest/faults"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }
}
