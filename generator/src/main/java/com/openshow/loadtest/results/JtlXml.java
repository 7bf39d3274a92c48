package com.openshow.loadtest.results;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Results as XML. Samples inside samples are parts of a request, and not counted again. */
final class JtlXml {
  private JtlXml() {}

  static List<String> read(Path file, InputStream content, SampleSink sink) throws JtlException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // A results file needs neither, and could read other files through them.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    boolean begun = false;
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(content);
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          begun |= depth == 1 && xml.getLocalName().equals("testResults");
          if (depth == 2 && begun && isSample(xml.getLocalName())) {
            add(file, xml, sink);
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } catch (XMLStreamException e) {
      if (begun) {
        return List.of(file + ": the end was cut off and is not counted");
      }
      throw new JtlException(file + ": not XML results of JMeter: " + e.getMessage());
    }
    if (!begun) {
      throw new JtlException(file + ": not XML results of JMeter: expected <testResults>");
    }
    return List.of();
  }

  private static boolean isSample(String element) {
    return element.equals("sample") || element.equals("httpSample");
  }

  private static void add(Path file, XMLStreamReader xml, SampleSink sink) throws JtlException {
    try {
      sink.add(
          Long.parseLong(attribute(xml, "ts")),
          Long.parseLong(attribute(xml, "t")),
          lagMillis(xml),
          attribute(xml, "lb"),
          attribute(xml, "tn"),
          Boolean.parseBoolean(attribute(xml, "s")));
    } catch (NumberFormatException e) {
      throw new JtlException(
          file
              + ":"
              + xml.getLocation().getLineNumber()
              + ": a sample needs the attributes t, ts, s, lb, rc and tn, t and ts in milliseconds");
    }
  }

  private static long lagMillis(XMLStreamReader xml) {
    String idle = xml.getAttributeValue(null, "it");
    String message = xml.getAttributeValue(null, "rm");
    return idle == null || (message != null && SampleSink.isTransaction(message))
        ? 0
        : Long.parseLong(idle);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw new NumberFormatException("no attribute " + name);
    }
    return value;
  }
}
