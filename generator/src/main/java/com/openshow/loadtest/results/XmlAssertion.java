package com.openshow.loadtest.results;

import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What an assertion said of a sample. */
final class XmlAssertion {
  static final String ELEMENT = "assertionResult";

  private XmlAssertion() {}

  /**
   * Reads to the end of the element.
   *
   * @param xml at its start
   * @return its message; empty when it held, or said nothing
   */
  static Optional<String> failure(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    @Nullable String message = null;
    boolean failed = false;
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        text.setLength(0);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        switch (xml.getLocalName()) {
          case "failure", "error" -> failed |= text.toString().equals("true");
          case "failureMessage" -> message = text.toString();
          default -> {
            // Its name, which no report shows.
          }
        }
      } else if (xml.hasText()) {
        text.append(xml.getText());
      }
    }
    return failed ? Optional.ofNullable(message) : Optional.empty();
  }
}
