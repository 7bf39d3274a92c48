package com.openshow.loadtest.results;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments as JMeter writes them: milliseconds, or a date in the time zone of the injector. */
final class TimeStamps {
  /** The formats that JMeter itself can read. */
  static final List<String> FORMATS =
      List.of(
          "yyyy/MM/dd HH:mm:ss.SSS",
          "yyyy/MM/dd HH:mm:ss",
          "yyyy-MM-dd HH:mm:ss.SSS",
          "yyyy-MM-dd HH:mm:ss",
          "MM/dd/yy HH:mm:ss");

  /** What a moment may look like, for messages. */
  static final String RULE =
      "milliseconds since 1970 (JMeter: jmeter.save.saveservice.timestamp_format=ms), or a date"
          + " such as "
          + String.join(" or ", FORMATS);

  private static final List<DateTimeFormatter> FORMATTERS =
      FORMATS.stream().map(TimeStamps::formatter).toList();

  private final ZoneId zone;
  private @Nullable DateTimeFormatter chosen;

  TimeStamps(ZoneId zone) {
    this.zone = zone;
  }

  private static DateTimeFormatter formatter(String format) {
    String years = format.contains("yyyy") ? format.replace("yyyy", "uuuu") : format;
    return DateTimeFormatter.ofPattern(years.replace("yy", "uu"), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The milliseconds of a date; empty when it is none. All dates of a file have one format. */
  Optional<Long> millis(String text) {
    if (chosen != null) {
      return millis(text, chosen);
    }
    for (DateTimeFormatter formatter : FORMATTERS) {
      Optional<Long> millis = millis(text, formatter);
      if (millis.isPresent()) {
        chosen = formatter;
        return millis;
      }
    }
    return Optional.empty();
  }

  /** Whether a date was read, and the time zone thus mattered. */
  boolean wereDates() {
    return chosen != null;
  }

  private Optional<Long> millis(String text, DateTimeFormatter formatter) {
    try {
      return Optional.of(
          LocalDateTime.parse(text, formatter).atZone(zone).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
