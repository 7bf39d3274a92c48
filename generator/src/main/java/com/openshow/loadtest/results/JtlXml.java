package com.openshow.loadtest.results;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Results as XML. Samples inside a sample are parts of a request, and not counted again; but those
 * inside a transaction are its requests.
 */
final class JtlXml {
  private static final String END = "</testResults>";
  private static final int MAX_CUT_OFF_BYTES = 1 << 17;

  private final Content content;
  private final JtlOptions options;
  private final SampleSink sink;
  private final Findings findings;
  private final Row row;
  // For each element that is open: whether samples directly in it are requests.
  private final Deque<Boolean> open = new ArrayDeque<>();
  private final List<Column> columns;
  private final List<Column> lookedAt;
  private final Set<Column> absent = EnumSet.noneOf(Column.class);
  // How deep the sample stands whose failure is not told yet: its assertions come behind it.
  private int failing;
  private boolean idleMissing;
  private long samples;

  private JtlXml(Content content, JtlOptions options, SampleSink sink, Findings findings) {
    this.content = content;
    this.options = options;
    this.sink = sink;
    this.findings = findings;
    row = new Row(options);
    lookedAt = options.lookedAt();
    columns =
        Arrays.stream(Column.values())
            .filter(column -> options.reads(column) && !column.attribute().isEmpty())
            .toList();
  }

  static void read(Content content, JtlOptions options, SampleSink sink, Findings findings)
      throws IOException {
    new JtlXml(content, options, sink, findings).read();
  }

  private void read() throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // A results file needs neither, and could read other files through them.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = null;
    try {
      xml = factory.createXMLStreamReader(new InputStreamReader(content, content.charset()));
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (!start(xml)) {
            return;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          end();
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException unreadable) {
        throw unreadable;
      }
      broken(e, xml == null ? 1 : xml.getLocation().getLineNumber());
    }
    addFailure();
    if (samples == 0) {
      findings.note("no sample in it");
    }
    if (options.scheduled() && idleMissing) {
      findings.note(
          "samples have no attribute it: their latency is elapsed alone, and not from when a"
              + " request was due");
    }
    absent.forEach(column -> findings.absent("the attribute " + column.attribute(), column));
  }

  /** False when this is no results file at all. */
  private boolean start(XMLStreamReader xml) throws XMLStreamException {
    String name = xml.getLocalName();
    if (open.isEmpty() && !name.equals("testResults")) {
      findings.problem(
          xml.getLocation().getLineNumber(),
          "not XML results of JMeter: expected <testResults>, but found <" + name + ">");
      return false;
    }
    if (failing > 0 && open.size() == failing && name.equals(XmlAssertion.ELEMENT)) {
      XmlAssertion.failure(xml).ifPresent(row::failureMessage);
      return true;
    }
    boolean sample = name.equals("sample") || name.equals("httpSample");
    boolean counts = sample && Boolean.TRUE.equals(open.peek());
    if (counts) {
      add(xml);
    }
    open.push(open.isEmpty() || (counts && row.isTransaction()));
    return true;
  }

  private void end() {
    if (open.size() == failing) {
      addFailure();
    }
    open.pop();
  }

  private void addFailure() {
    if (failing > 0) {
      row.addFailureTo(sink);
      failing = 0;
    }
  }

  private void add(XMLStreamReader xml) {
    addFailure();
    row.begin();
    for (Column column : columns) {
      String value = xml.getAttributeValue(null, column.attribute());
      if (value != null) {
        row.set(column, value.toCharArray(), 0, value.length());
      }
    }
    List<Column> missing = Column.NEEDED.stream().filter(column -> !row.has(column)).toList();
    String problem =
        missing.isEmpty()
            ? row.problem()
            : "the sample lacks the attributes "
                + String.join(", ", missing.stream().map(Column::attribute).toList())
                + "; record with "
                + String.join(", ", missing.stream().map(Column::setting).toList());
    if (problem != null) {
      findings.problem(xml.getLocation().getLineNumber(), problem);
      return;
    }
    idleMissing |= !row.has(Column.IDLE_TIME) && !row.isTransaction();
    for (Column column : lookedAt) {
      if (!row.has(column)) {
        absent.add(column);
      }
    }
    row.addTo(sink);
    failing = open.size() + 1;
    samples++;
  }

  /** An end that is missing was not written yet; anything else that is wrong hides samples. */
  private void broken(XMLStreamException e, int line) throws IOException {
    long before = content.count();
    content.skipToEnd();
    boolean cutOff = !content.tail().stripTrailing().endsWith(END) && !open.isEmpty();
    if (cutOff && content.count() - before <= MAX_CUT_OFF_BYTES) {
      findings.row(line, "the end of the file is missing");
    } else {
      String reason = String.valueOf(e.getMessage()).replaceFirst("(?s)^.*Message: ", "");
      findings.problem(line, "not the XML results of JMeter: " + reason);
    }
  }
}
