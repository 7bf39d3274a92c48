package com.openshow.loadtest.k6;

import com.openshow.loadtest.feed.FeedMode;
import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Files with rows as data that the script's functions work on. */
final class Feeds {
  private final List<Scenario> scenarios;
  private final Notes notes;

  Feeds(List<Scenario> scenarios, Notes notes) {
    this.scenarios = scenarios;
    this.notes = notes;
  }

  List<Js> of(Scenario scenario, String pointer) {
    List<Js> values = new ArrayList<>();
    for (Feed feed : scenario.feeds()) {
      Members members =
          new Members()
              .with("file", feed.file())
              .with("columns", Js.texts(feed.columns()))
              .with("mode", feed.mode().label());
      if (feed.format().delimiter() != ',') {
        members.with("delimiter", String.valueOf(feed.format().delimiter()));
      }
      if (!feed.format().hasHeader()) {
        members.code("isHeadless", "true");
      }
      if (feed.perUser()) {
        members.code("perUser", "true");
      }
      if (feed.mode() == FeedMode.UNIQUE_OR_STOP) {
        share(members, feed, scenario);
        note(feed, pointer);
      }
      values.add(members.build());
    }
    return values;
  }

  /**
   * Scenarios cannot see each other's counts: each takes every n-th row, so that none is taken
   * twice.
   */
  private void share(Members members, Feed feed, Scenario scenario) {
    List<Scenario> sharing =
        scenarios.stream()
            .filter(one -> one.feeds().stream().anyMatch(other -> isSame(feed, other)))
            .toList();
    if (sharing.size() > 1) {
      members
          .with("scenarios", Js.number(sharing.size()))
          .with("scenario", Js.number(sharing.indexOf(scenario)));
    }
  }

  private static boolean isSame(Feed feed, Feed other) {
    return other.file().equals(feed.file()) && other.mode() == feed.mode();
  }

  private void note(Feed feed, String pointer) {
    notes.add(
        pointer,
        "k6 cannot stop a virtual user; where no row of "
            + feed.file()
            + " is left, iterations make no request"
            + (feed.perUser()
                ? "; it numbers the virtual users of all scenarios together, so the file needs a row"
                    + " for each of them"
                : ""));
  }
}
