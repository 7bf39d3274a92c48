package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.feed.FeedContent;
import com.openshow.loadtest.feed.FeedException;
import com.openshow.loadtest.feed.FeedFormat;
import com.openshow.loadtest.feed.FeedMode;
import com.openshow.loadtest.scenario.Feed;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The key {@code feed} of a scenario: a file's name, an object, or several of them. */
final class FeedDecoder {
  static final Rule<List<Feed>> FEEDS = Rule.oneOrList(feed());

  private static final Rule<Character> DELIMITER =
      Rule.string(
          "one of \",\", \";\", \"|\", \"\\t\"",
          text ->
              text.length() == 1 && FeedFormat.DELIMITERS.contains(text)
                  ? Optional.of(text.charAt(0))
                  : Optional.empty());
  private static final Rule<List<String>> COLUMNS =
      Rule.list(
          Rule.text("a variable's name (" + FeedFormat.COLUMN_RULE + ")", FeedFormat::isColumn),
          false);
  private static final Rule<Boolean> PER_USER =
      Rule.choice(
          List.of("iteration", "user"),
          text ->
              List.of("iteration", "user").contains(text)
                  ? Optional.of(text.equals("user"))
                  : Optional.empty());

  private FeedDecoder() {}

  private static Rule<Feed> feed() {
    return new Rule<>(
        AttachedText.NAME.expected() + "; or an object with the key \"file\"",
        (value, problems) ->
            new Rule.Result<>(
                value instanceof Located.Members object
                    ? object(object, problems)
                    : AttachedText.NAME
                        .decode(value, problems)
                        .flatMap(
                            file ->
                                read(
                                    value,
                                    file,
                                    new FeedFormat(',', true, List.of()),
                                    FeedMode.SEQUENTIAL,
                                    false,
                                    problems)),
                true));
  }

  private static Optional<Feed> object(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> file = keys.required("file", AttachedText.NAME);
    final FeedMode mode =
        keys.optional("mode", Rule.choice(FeedMode.labels(), FeedMode::of))
            .orElse(FeedMode.SEQUENTIAL);
    final boolean perUser = keys.optional("per", PER_USER).orElse(false);
    final char delimiter = keys.optional("delimiter", DELIMITER).orElse(',');
    final boolean header = keys.optional("header", Rules.BOOLEAN).orElse(true);
    final Optional<List<String>> columns = keys.optional("columns", COLUMNS);
    keys.rejectOthers();
    if (file.isEmpty() || (columns.isEmpty() && object.members().containsKey("columns"))) {
      return Optional.empty();
    }
    try {
      FeedFormat format = new FeedFormat(delimiter, header, columns.orElse(List.of()));
      return read(
          object.members().getOrDefault("file", object),
          file.get(),
          format,
          mode,
          perUser,
          problems);
    } catch (IllegalArgumentException e) {
      problems.error(object.placeOf("columns"), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<Feed> read(
      Located value,
      String file,
      FeedFormat format,
      FeedMode mode,
      boolean perUser,
      Problems problems) {
    try (InputStream input = problems.attachments().open(file)) {
      FeedContent content = FeedContent.check(input, format);
      return Optional.of(new Feed(file, format, content.columns(), mode, perUser));
    } catch (FeedException e) {
      Problems ofFile = problems.of(file);
      e.problems()
          .forEach(
              problem ->
                  ofFile.error(
                      new Located.Place("", (int) Math.min(problem.line(), Integer.MAX_VALUE), 1),
                      problem.text()));
      return Optional.empty();
    } catch (IOException e) {
      String why = "cannot be read: " + e.getMessage();
      if (format.columns().isEmpty()) {
        return AttachedText.refuse(
            file,
            why + "; its \"columns\" must be named where it is only there for runs",
            value,
            problems);
      }
      problems.warning(
          value.place(), "the file " + Text.quoted(file) + " " + why + "; a run needs it");
      return Optional.of(new Feed(file, format, format.columns(), mode, perUser));
    }
  }

  /**
   * The variables of all feeds of a scenario; one that two of them write is a problem.
   *
   * @param value where the feeds stand
   */
  static Set<String> variables(List<Feed> feeds, Located value, Problems problems) {
    Map<String, String> owners = new HashMap<>();
    for (Feed feed : feeds) {
      for (String column : feed.columns()) {
        String other = owners.putIfAbsent(column, feed.file());
        if (other != null) {
          problems.error(
              value.place(),
              "the variable {"
                  + column
                  + "} is a column of "
                  + Text.quoted(other)
                  + " and of "
                  + Text.quoted(feed.file())
                  + "; rename one of them");
        }
      }
    }
    return new LinkedHashSet<>(owners.keySet());
  }
}
