package com.openshow.loadtest.results;

import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.Received;
import java.nio.CharBuffer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One sample on its way from the file to the sink; the same object for each sample of a file. */
final class Row {
  /** Labels that no objective speaks of and that came after many others. */
  static final String OTHER_LABELS = "(other labels)";

  private static final int MAX_OTHER_LABELS = 200;
  private static final int SHOWN = 60;
  // The end of the year 9999, and four months.
  private static final long LATEST_MILLIS = 253_402_300_799_999L;
  private static final long LONGEST_MILLIS = 10_000_000_000L;
  private static final int MAX_DIGITS = 18;
  private static final char[] TRANSACTION = "Number of samples in transaction".toCharArray();

  private final Set<String> otherLabels = new HashSet<>();
  private final Interned labels;
  private final Interned threads = new Interned(UnaryOperator.identity());
  private final TimeStamps timeStamps = new TimeStamps(ZoneId.systemDefault());
  private final EnumSet<Column> seen = EnumSet.noneOf(Column.class);
  private final Particulars particulars;
  private long start;
  private long elapsed;
  private long idle;
  private String label = "";
  private String thread = "";
  private boolean ok;
  private boolean transaction;
  private @Nullable String problem;

  Row(JtlOptions options) {
    particulars = new Particulars(options);
    labels = new Interned(label -> options.labels().contains(label) ? label : other(label));
  }

  private String other(String text) {
    if (otherLabels.size() < MAX_OTHER_LABELS) {
      otherLabels.add(text);
    }
    return otherLabels.contains(text) ? text : OTHER_LABELS;
  }

  /** Forgets the sample before. */
  void begin() {
    seen.clear();
    idle = 0;
    thread = "";
    transaction = false;
    problem = null;
    particulars.begin();
  }

  /** Takes one value; what is wrong with it is kept as the row's problem. */
  void set(Column column, char[] text, int offset, int length) {
    seen.add(column);
    switch (column) {
      case TIME_STAMP -> start = moment(text, offset, length);
      case ELAPSED ->
          elapsed = number(column, text, offset, length, -LONGEST_MILLIS, LONGEST_MILLIS);
      case IDLE_TIME -> idle = number(column, text, offset, length, 0, LONGEST_MILLIS);
      case LABEL -> label = labels.of(text, offset, length);
      case THREAD_NAME -> thread = threads.of(text, offset, length);
      case SUCCESS -> ok = truth(column, text, offset, length);
      case RESPONSE_MESSAGE -> {
        transaction =
            length >= TRANSACTION.length
                && Arrays.equals(
                    text, offset, offset + TRANSACTION.length, TRANSACTION, 0, TRANSACTION.length);
        particulars.text(column, text, offset, length);
      }
      case RESPONSE_CODE -> {
        particulars.response(Received.isResponse(CharBuffer.wrap(text, offset, length)));
        particulars.text(column, text, offset, length);
      }
      case FAILURE_MESSAGE -> particulars.text(column, text, offset, length);
      case LATENCY, CONNECT, BYTES, SENT_BYTES ->
          particulars.number(column, known(column, text, offset, length));
      case SAMPLE_COUNT -> single(text, offset, length);
      default -> throw new IllegalArgumentException("nobody reads " + column.title());
    }
  }

  private long moment(char[] text, int offset, int length) {
    long millis = parse(text, offset, length);
    if (millis >= 0 && millis <= LATEST_MILLIS) {
      return millis;
    }
    String date = new String(text, offset, length);
    Optional<Long> read = timeStamps.millis(date);
    if (read.isEmpty() || read.get() < 0) {
      refuse(Column.TIME_STAMP, TimeStamps.RULE, date);
    }
    return read.orElse(0L);
  }

  private long number(Column column, char[] text, int offset, int length, long least, long most) {
    long number = parse(text, offset, length);
    if (number < least || number > most) {
      refuse(
          column,
          column.isTime() ? "whole milliseconds up to " + most : "a whole number of bytes",
          new String(text, offset, length));
    }
    return number;
  }

  /** A value that may be missing, though its column is there. */
  private long known(Column column, char[] text, int offset, int length) {
    long least = column.isTime() ? -LONGEST_MILLIS : 0;
    long most = column.isTime() ? LONGEST_MILLIS : Long.MAX_VALUE;
    return length == 0 ? Details.UNKNOWN_VALUE : number(column, text, offset, length, least, most);
  }

  private boolean truth(Column column, char[] text, int offset, int length) {
    // JMeter writes no other words; comparing them spares a string for each row.
    boolean isTrue = is("true", text, offset, length);
    if (!isTrue && !is("false", text, offset, length)) {
      refuse(column, "true or false", new String(text, offset, length));
    }
    return isTrue;
  }

  static boolean is(String word, char[] text, int offset, int length) {
    boolean equal = word.length() == length;
    for (int i = 0; equal && i < length; i++) {
      equal = word.charAt(i) == text[offset + i];
    }
    return equal;
  }

  private void single(char[] text, int offset, int length) {
    if (parse(text, offset, length) > 1) {
      refuse(
          Column.SAMPLE_COUNT,
          "1: a row that sums up several samples (JMeter: mode=Statistical) has no percentiles",
          new String(text, offset, length));
    }
  }

  /** A whole number; Long.MIN_VALUE when it is none. */
  private static long parse(char[] text, int offset, int length) {
    int sign = length > 0 && text[offset] == '-' ? 1 : 0;
    if (length == sign || length > MAX_DIGITS) {
      return Long.MIN_VALUE;
    }
    long number = 0;
    for (int i = offset + sign; i < offset + length; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return Long.MIN_VALUE;
      }
      number = number * 10 + digit;
    }
    return sign == 0 ? number : -number;
  }

  private void refuse(Column column, String expected, String found) {
    if (problem == null) {
      String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "..." : found;
      problem = column.title() + " must be " + expected + ", but was \"" + shown + "\"";
    }
  }

  /** What makes the row unusable; null when nothing does. */
  @Nullable String problem() {
    return problem;
  }

  boolean has(Column column) {
    return seen.contains(column);
  }

  /** Whether the sample is the sum of others, by the message that JMeter gives it. */
  boolean isTransaction() {
    return transaction;
  }

  /** Whether moments were dates, which are read in this machine's time zone. */
  boolean hadDates() {
    return timeStamps.wereDates();
  }

  /** Adds a row without a problem. The idle time of a transaction is its pauses, and no lag. */
  void addTo(SampleSink sink) {
    sink.add(
        start,
        elapsed,
        transaction ? 0 : idle,
        label,
        thread,
        ok,
        transaction,
        particulars.details(!ok, transaction));
  }

  /** An assertion said why the sample failed; of several the first counts. */
  void failureMessage(String message) {
    particulars.failureMessage(message);
  }

  /** Adds why the sample failed, if it did. */
  void addFailureTo(SampleSink sink) {
    if (!ok && particulars.hasFailures()) {
      sink.failed(label, thread, particulars.code(), particulars.message());
    }
  }
}
