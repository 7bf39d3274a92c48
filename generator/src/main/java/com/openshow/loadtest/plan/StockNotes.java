package com.openshow.loadtest.plan;

import com.openshow.loadtest.feed.FeedMode;
import com.openshow.loadtest.scenario.Fault;
import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Pace;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stock JMeter cannot do of what a scenario file says. */
final class StockNotes {
  private StockNotes() {}

  static List<StockNote> of(LoadTest test, List<Scenario> scenarios) {
    List<StockNote> notes = new ArrayList<>();
    SignIn signIn = new SignIn(test.auth(), new StockDialect());
    if (scenarios.stream().flatMap(StockNotes::requests).anyMatch(signIn::appliesTo)) {
      notes.add(
          new StockNote(
              "/auth",
              "a virtual user signs in again after a response with status 401, but not before its"
                  + " token expires: one request fails for each token that runs out"));
    }
    for (Scenario scenario : scenarios) {
      String pointer = "/scenarios/" + test.scenarios().indexOf(scenario);
      addPace(scenario, pointer, notes);
      requests(scenario)
          .flatMap(request -> request.unique().stream())
          .flatMap(value -> StockUnique.note(value).stream())
          .distinct()
          .forEach(note -> notes.add(new StockNote(pointer, note)));
      requests(scenario)
          .flatMap(request -> request.fillers().stream())
          .map(FillerValue::lettersNote)
          .distinct()
          .forEach(note -> notes.add(new StockNote(pointer, note)));
      if (CleanupGroup.isNeeded(List.of(scenario))) {
        notes.add(
            new StockNote(pointer, "cleanup is left out; what the scenario creates stays there"));
      }
      scenario.feeds().forEach(feed -> notes.add(feed(feed, pointer + "/feed")));
    }
    for (Fault fault : test.faults(scenarios)) {
      notes.add(
          new StockNote(
              "/faults/" + test.faults().indexOf(fault),
              "left out: nobody switches the fault "
                  + fault.name()
                  + ", and what is expected of it cannot be judged"));
    }
    notes.add(
        new StockNote(
            "/scenarios",
            "nothing is judged during the run, and jmeter -n ends with 0 whatever it measured;"
                + " judge with: loadtest verdict SCENARIOS --results FILE"));
    return notes;
  }

  private static Stream<Request> requests(Scenario scenario) {
    return Stream.concat(scenario.setup().stream(), scenario.requests().stream());
  }

  private static void addPace(Scenario scenario, String pointer, List<StockNote> notes) {
    Pace pace = scenario.pace();
    pace.targetRps().ifPresent(rate -> notes.add(rate(scenario, rate, pointer + "/target_rps")));
    if (!pace.stages().isEmpty()) {
      String level =
          pace.targetRps().isPresent()
              ? "the rate is target_rps"
              : "all " + scenario.targetVus() + " virtual users work";
      notes.add(new StockNote(pointer + "/stages", "left out; " + level + " from start to end"));
    }
  }

  private static StockNote feed(Feed feed, String pointer) {
    return new StockNote(
        pointer,
        "rows of "
            + feed.file()
            + " come in the file's order"
            + (feed.mode() == FeedMode.RANDOM ? ", not at random" : "")
            + "; every injector reads all of them; quotes and backslashes of a value are not escaped"
            + " in JSON, nor other characters in a path");
  }

  private static StockNote rate(Scenario scenario, double rate, String pointer) {
    String lateness = "; latency counts from the moment a request begins, not from when it was due";
    if (StockPacing.isEven(scenario, rate)) {
      String why = scenario.pace().poisson() ? ", because of start_after" : "";
      return new StockNote(
          pointer,
          "one request every "
              + StockPacing.gapMillis(rate)
              + " ms, evenly"
              + why
              + "; one that is late is not made up for"
              + lateness);
    }
    return new StockNote(
        pointer,
        "requests come at random, in the number that is due since the start of the test; those that"
            + " became due while users signed in begin at once"
            + lateness);
  }
}
