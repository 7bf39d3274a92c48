package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Capacity;
import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Verdict;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML as continuous integration servers read it: a test case an objective; a breach is a
 * failure, an inconclusive objective an error.
 */
final class JUnitXml {
  static final String FILE_NAME = "junit.xml";

  private JUnitXml() {}

  static String render(Judgement judgement, String suiteName) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      write(xml, judgement, suiteName);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.toString();
  }

  private static void write(XMLStreamWriter xml, Judgement judgement, String suiteName)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(xml, 0);
    xml.writeStartElement("testsuite");
    attribute(xml, "name", suiteName);
    // An interrupted run or one without objectives must not look like a suite of passes.
    Optional<String> whyNotWhole = judgement.interruption().or(judgement::aborted);
    boolean ownCase = judgement.all().isEmpty() || whyNotWhole.isPresent();
    attribute(xml, "tests", judgement.all().size() + (ownCase ? 1L : 0L));
    attribute(xml, "failures", judgement.count(Verdict.FAIL) - judgement.warnings());
    attribute(xml, "errors", judgement.count(Verdict.INCONCLUSIVE) + (ownCase ? 1L : 0L));
    attribute(xml, "skipped", 0);
    attribute(xml, "timestamp", judgement.startedAt());
    attribute(xml, "time", seconds(judgement));
    if (ownCase) {
      testCase(
          xml,
          "the run",
          suiteName,
          Verdict.INCONCLUSIVE,
          whyNotWhole.orElse("there is no objective to judge"),
          "");
    }
    for (Judged judged : judgement.all()) {
      testCase(
          xml,
          judged.name(),
          judged.scenario().isEmpty() ? suiteName : judged.scenario(),
          judged.verdict() == Verdict.FAIL && !judged.failsTheRun()
              ? Verdict.PASS
              : judged.verdict(),
          judged.reason(),
          note(judged));
    }
    if (!judgement.capacities().isEmpty()) {
      line(xml, 1);
      xml.writeStartElement("system-out");
      for (Capacity capacity : judgement.capacities()) {
        xml.writeCharacters(xmlSafe(CapacityText.of(capacity)) + "\n");
      }
      xml.writeEndElement();
    }
    line(xml, 0);
    xml.writeEndElement();
    xml.writeEndDocument();
    line(xml, 0);
  }

  private static void testCase(
      XMLStreamWriter xml,
      String name,
      String className,
      Verdict verdict,
      String reason,
      String note)
      throws XMLStreamException {
    line(xml, 1);
    xml.writeStartElement("testcase");
    attribute(xml, "name", name);
    attribute(xml, "classname", className);
    if (verdict != Verdict.PASS) {
      line(xml, 2);
      xml.writeEmptyElement(verdict == Verdict.FAIL ? "failure" : "error");
      attribute(xml, "type", verdict);
      attribute(xml, "message", name + ": " + reason);
      line(xml, 1);
    }
    if (!note.isEmpty()) {
      line(xml, 2);
      xml.writeStartElement("system-out");
      xml.writeCharacters(xmlSafe(note));
      xml.writeEndElement();
      line(xml, 1);
    }
    xml.writeEndElement();
  }

  /** What a reader of passes and failures would overlook. */
  private static String note(Judged judged) {
    String word = ConsoleTable.word(judged);
    return word.equals(judged.verdict().name()) ? "" : word + ": " + judged.reason();
  }

  private static String seconds(Judgement judgement) {
    long millis = Duration.between(judgement.startedAt(), judgement.endedAt()).toMillis();
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  private static void attribute(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    xml.writeAttribute(name, xmlSafe(value.toString()));
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** Labels may hold anything; the characters that XML 1.0 cannot hold are replaced. */
  private static String xmlSafe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' || isXmlText(c) ? c : '\uFFFD')
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean isXmlText(int c) {
    return (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
