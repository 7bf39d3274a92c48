package com.openshow.loadtest.results;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What JMeter can save of a sample, in the order in which it always writes columns. */
enum Column {
  TIME_STAMP("timeStamp", "ts", "timestamp_format=ms", Kind.TIME, true),
  ELAPSED("elapsed", "t", "time=true", Kind.MILLIS, true),
  LABEL("label", "lb", "label=true", Kind.TEXT, true),
  RESPONSE_CODE("responseCode", "rc", "response_code=true", Kind.TEXT, true),
  RESPONSE_MESSAGE("responseMessage", "rm", "response_message=true", Kind.TEXT, true),
  THREAD_NAME("threadName", "tn", "thread_name=true", Kind.TEXT, true),
  DATA_TYPE("dataType", "dt", "data_type=true", Kind.TEXT, true),
  SUCCESS("success", "s", "successful=true", Kind.TRUTH, true),
  FAILURE_MESSAGE("failureMessage", "", "assertion_results_failure_message=true", Kind.TEXT, true),
  BYTES("bytes", "by", "bytes=true", Kind.COUNT, true),
  SENT_BYTES("sentBytes", "sby", "sent_bytes=true", Kind.COUNT, true),
  GROUP_THREADS("grpThreads", "ng", "thread_counts=true", Kind.COUNT, true),
  ALL_THREADS("allThreads", "na", "thread_counts=true", Kind.COUNT, true),
  URL("URL", "", "url=true", Kind.TEXT, true),
  FILENAME("Filename", "", "filename=true", Kind.TEXT, false),
  LATENCY("Latency", "lt", "latency=true", Kind.MILLIS, true),
  ENCODING("Encoding", "de", "encoding=true", Kind.TEXT, false),
  SAMPLE_COUNT("SampleCount", "sc", "sample_count=true", Kind.COUNT, false),
  ERROR_COUNT("ErrorCount", "ec", "sample_count=true", Kind.COUNT, false),
  HOSTNAME("Hostname", "hn", "hostname=true", Kind.TEXT, false),
  IDLE_TIME("IdleTime", "it", "idle_time=true", Kind.MILLIS, true),
  CONNECT("Connect", "ct", "connect_time=true", Kind.MILLIS, true);

  /** What a column's values look like. */
  enum Kind {
    TIME,
    MILLIS,
    COUNT,
    TRUTH,
    TEXT
  }

  /** Without these a sample cannot be judged. */
  static final List<Column> NEEDED = List.of(TIME_STAMP, ELAPSED, LABEL, SUCCESS);

  /** What JMeter 5.6.3 saves if nothing else is said. */
  static final List<Column> DEFAULT =
      Arrays.stream(values()).filter(column -> column.savedByDefault).toList();

  private final String title;
  private final String attribute;
  private final String setting;
  private final Kind kind;
  private final boolean savedByDefault;

  Column(String title, String attribute, String setting, Kind kind, boolean savedByDefault) {
    this.title = title;
    this.attribute = attribute;
    this.setting = setting;
    this.kind = kind;
    this.savedByDefault = savedByDefault;
  }

  /** Its name in the header line. */
  String title() {
    return title;
  }

  /** Its XML attribute; empty where it is an element, or not saved. */
  String attribute() {
    return attribute;
  }

  /** The JMeter property that saves it. */
  String setting() {
    return "jmeter.save.saveservice." + setting;
  }

  Kind kind() {
    return kind;
  }

  /** Whether its values are milliseconds. */
  boolean isTime() {
    return kind == Kind.MILLIS;
  }

  /** Whether its values are numbers, which may be cut off without a trace. */
  boolean isNumber() {
    return kind == Kind.MILLIS || kind == Kind.COUNT;
  }

  /** The column of this name in a header line. */
  static Optional<Column> titled(String title) {
    return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
  }

  /** Whether every verdict looks at it; others are read when somebody asks for them. */
  boolean isAlwaysRead() {
    return switch (this) {
      case TIME_STAMP, ELAPSED, LABEL, RESPONSE_MESSAGE, THREAD_NAME, SUCCESS -> true;
      case SAMPLE_COUNT, IDLE_TIME -> true;
      default -> false;
    };
  }
}
