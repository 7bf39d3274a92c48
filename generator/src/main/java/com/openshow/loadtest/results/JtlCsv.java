package com.openshow.loadtest.results;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Results as separated values, JMeter's default. */
final class JtlCsv extends AbstractBaseCsvCallbackHandler<Row> {
  // A failure message can hold a whole response; more is a quote that nobody closed.
  private static final int MAX_FIELD_CHARS = 4 << 20;
  // What a run that was killed can leave of a row that it was writing.
  private static final int MAX_CUT_OFF_BYTES = 1 << 17;

  private final Layout layout;
  private final @Nullable Column[] columns;
  private final Content content;
  private final SampleSink sink;
  private final Findings findings;
  private final Row row;
  private boolean header;
  private boolean complete;
  private boolean repeatsHeader;
  private int fields;
  private long line = 1;
  private long samples;
  private long bytesBefore;

  private JtlCsv(
      Layout layout, Content content, JtlOptions options, SampleSink sink, Findings findings) {
    this.layout = layout;
    this.content = content;
    this.sink = sink;
    this.findings = findings;
    header = layout.header();
    row = new Row(options);
    columns = new Column[layout.columns().size()];
    for (int i = 0; i < columns.length; i++) {
      Column column = Column.titled(layout.columns().get(i)).filter(options::reads).orElse(null);
      // A variable may have a column's name, and stands behind it.
      columns[i] = Arrays.asList(columns).contains(column) ? null : column;
    }
  }

  static void read(Content content, JtlOptions options, SampleSink sink, Findings findings)
      throws IOException {
    Layout layout;
    try {
      layout = Layout.of(content.head(), options);
    } catch (IllegalArgumentException e) {
      findings.problem(1, String.valueOf(e.getMessage()));
      return;
    }
    JtlCsv handler = new JtlCsv(layout, content, options, sink, findings);
    handler.noteAbsent(options);
    try (CsvReader<Row> rows =
        CsvReader.builder()
            .fieldSeparator(layout.separator())
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(MAX_FIELD_CHARS)
            .build(handler, content, content.charset())) {
      handler.readAll(rows.iterator());
    }
  }

  private void noteAbsent(JtlOptions options) {
    if (!layout.header() && options.columns().isEmpty()) {
      findings.note("no header line: read with the columns that JMeter saves by default");
    }
    if (!layout.columns().contains(Column.THREAD_NAME.title())) {
      findings.note(
          "threadName is absent: to which scenario a sample belongs is told by its label");
    }
    if (!layout.columns().contains(Column.RESPONSE_MESSAGE.title())) {
      findings.note("responseMessage is absent: a transaction cannot be told from a request");
    }
    if (options.scheduled() && !layout.columns().contains(Column.IDLE_TIME.title())) {
      findings.note(
          "IdleTime is absent: latency is elapsed alone, and not from when a request was due");
    }
    options.lookedAt().stream()
        .filter(column -> !layout.columns().contains(column.title()))
        .forEach(column -> findings.absent(column.title(), column));
  }

  private void readAll(Iterator<Row> rows) throws IOException {
    try {
      while (rows.hasNext()) {
        rows.next();
      }
      add(true);
    } catch (CsvParseException e) {
      broken(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (row.hadDates()) {
      findings.note("timeStamp is a date: read in this machine's time zone");
    }
    if (samples == 0) {
      findings.note("no sample in it");
    }
  }

  /** Adds the row that was read last, once it is known whether another one follows. */
  private void add(boolean last) {
    if (!complete) {
      return;
    }
    complete = false;
    if (header || repeatsHeader) {
      header = false;
      return;
    }
    findings.next();
    String problem = problem(last);
    if (problem == null) {
      row.addTo(sink);
      row.addFailureTo(sink);
      samples++;
    } else {
      findings.row(line, problem);
    }
  }

  private @Nullable String problem(boolean last) {
    if (fields != layout.width()) {
      return "expected " + layout.width() + " fields, but found " + fields;
    }
    Column end = columns.length == fields ? columns[fields - 1] : null;
    boolean endsWithNumber = end != null && end.isNumber();
    if (last && endsWithNumber && !content.tail().endsWith("\n")) {
      return "no line end behind its last number, which may have had more digits";
    }
    return row.problem();
  }

  /** A quote that is not closed at the end was being written; anywhere else it hides samples. */
  private void broken(CsvParseException e) throws IOException {
    if (e.getCause() instanceof IOException unreadable) {
      throw unreadable;
    }
    add(false);
    findings.next();
    String problem = String.valueOf(e.getMessage());
    boolean atEnd = content.read() < 0 && problem.startsWith("Unclosed");
    if (atEnd && content.count() - bytesBefore <= MAX_CUT_OFF_BYTES) {
      findings.row(getStartingLineNumber(), "a quote is not closed");
    } else {
      findings.problem(
          getStartingLineNumber(),
          problem + "; expected quotes around a whole field, and those within it doubled");
    }
  }

  @Override
  protected void handleBegin(long startingLine) {
    bytesBefore = content.count();
  }

  @Override
  protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
    if (index == 0) {
      add(false);
      line = getStartingLineNumber();
      fields = 0;
      repeatsHeader = false;
      row.begin();
    }
    fields++;
    Column column = index < columns.length ? columns[index] : null;
    if (column != null && !header) {
      row.set(column, text, offset, length);
      repeatsHeader |= column == Column.TIME_STAMP && Row.is(column.title(), text, offset, length);
    }
  }

  @Override
  protected Row buildRecord() {
    complete = true;
    return row;
  }
}
