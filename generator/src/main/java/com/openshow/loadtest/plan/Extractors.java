package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.CreatedRecorder;
import com.openshow.loadtest.scenario.Extraction;
import java.util.List;
import org.apache.jmeter.assertions.ResponseAssertion;
import org.apache.jmeter.assertions.gui.AssertionGui;
import org.apache.jmeter.extractor.RegexExtractor;
import org.apache.jmeter.extractor.gui.RegexExtractorGui;
import org.apache.jmeter.extractor.json.jsonpath.JSONPostProcessor;
import org.apache.jmeter.extractor.json.jsonpath.gui.JSONPostProcessorGui;

/** What reads a variable from a response, and fails the sample when it is not there. */
final class Extractors {
  static final String MISSING = CreatedRecorder.MISSING;

  private Extractors() {}

  static List<Node> nodes(String variable, Extraction extraction, String pointer) {
    String name = "${" + variable + "} from " + describe(extraction);
    String comment = "From " + pointer;
    Node extractor =
        extraction instanceof Extraction.Json json
            ? json(variable, json.path(), name, comment)
            : regex(variable, extraction, name, comment);
    return List.of(extractor, found(variable, comment));
  }

  private static String describe(Extraction extraction) {
    if (extraction instanceof Extraction.Json json) {
      return json.path();
    }
    return extraction instanceof Extraction.Header header
        ? "header " + header.name()
        : "the body by a regular expression";
  }

  static Node json(String variable, String path, String name, String comment) {
    JSONPostProcessor extractor = new JSONPostProcessor();
    extractor.setRefNames(variable);
    extractor.setJsonPathExpressions(path);
    extractor.setMatchNumbers("1");
    extractor.setDefaultValues(MISSING);
    return Node.of(extractor, name, comment, JSONPostProcessorGui.class);
  }

  private static Node regex(String variable, Extraction extraction, String name, String comment) {
    RegexExtractor extractor = new RegexExtractor();
    if (extraction instanceof Extraction.Header header) {
      extractor.setUseField("true");
      // JMeter's own regular expressions know neither \\Q nor flags for a part.
      String quoted = header.name().replaceAll("[^A-Za-z0-9]", "\\\\$0");
      extractor.setRegex("(?i)(?:^|\\n)" + quoted + ":[ \\t]*([^\\r\\n]*)");
    } else if (extraction instanceof Extraction.Regex regex) {
      extractor.setUseField("false");
      extractor.setRegex(regex.pattern());
    }
    extractor.setRefName(variable);
    extractor.setTemplate("$1$");
    extractor.setMatchNumber("1");
    extractor.setDefaultValue(MISSING);
    extractor.setDefaultEmptyValue(false);
    return Node.of(extractor, name, comment, RegexExtractorGui.class);
  }

  private static Node found(String variable, String comment) {
    ResponseAssertion assertion = new ResponseAssertion();
    assertion.setScopeVariable(variable);
    assertion.setAssumeSuccess(false);
    assertion.setToEqualsType();
    assertion.setToNotType();
    assertion.setTestFieldResponseData();
    assertion.addTestString(MISSING);
    assertion.setCustomFailureMessage("no value for " + variable + " in the response");
    return Node.of(assertion, "${" + variable + "} was found", comment, AssertionGui.class);
  }
}
