package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of an operation, with a value for each that it cannot do without. */
final class SpecParameters {
  private static final Pattern IN_PATH = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#%&'*+.^_`|~-]{1,100}");

  private final Map<String, Parameter> byPlace = new LinkedHashMap<>();
  private final Refs refs;
  private final Secrets secrets;
  private final Notes notes;
  private final String label;

  /**
   * The parameters.
   *
   * @param ofPath of all operations of the path
   * @param own of the operation; the same name and place goes before the path's
   * @param label the operation, for messages
   */
  SpecParameters(
      @Nullable List<Parameter> ofPath,
      @Nullable List<Parameter> own,
      Refs refs,
      Secrets secrets,
      Notes notes,
      String label) {
    this.refs = refs;
    this.secrets = secrets;
    this.notes = notes;
    this.label = label;
    add(ofPath);
    add(own);
  }

  private void add(@Nullable List<Parameter> parameters) {
    if (parameters == null) {
      return;
    }
    for (Parameter parameter : parameters) {
      Optional.ofNullable(parameter)
          .flatMap(refs::parameter)
          .filter(found -> found.getName() != null && found.getIn() != null)
          .ifPresent(found -> byPlace.put(found.getIn() + " " + found.getName(), found));
    }
  }

  /** The path with values in place of its parameters; they are added to {@code samples}. */
  String path(String template, List<String> samples) {
    Matcher matcher = IN_PATH.matcher(template);
    StringBuilder path = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      path.append(UriTexts.path(template.substring(end, matcher.start())));
      String name = matcher.group(1);
      String value = text(byPlace.get("path " + name), name);
      samples.add(name + " = " + value);
      path.append(UriTexts.encode(value));
      end = matcher.end();
    }
    return path.append(UriTexts.path(template.substring(end))).toString();
  }

  /** The query with its required parameters; empty when there are none. */
  List<String> query() {
    List<String> pairs = new ArrayList<>();
    for (Parameter parameter : required("query")) {
      JsonNode value = value(parameter);
      String name = UriTexts.encode(parameter.getName());
      if (value.isArray() && !Boolean.FALSE.equals(parameter.getExplode())) {
        value.forEach(element -> pairs.add(name + "=" + UriTexts.encode(text(element))));
      } else {
        pairs.add(name + "=" + UriTexts.encode(text(value)));
      }
    }
    return pairs.isEmpty() ? List.of() : List.of(String.join("&", pairs));
  }

  /** Its required headers. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Parameter parameter : required("header")) {
      String value = Plain.line(Plain.noVariable(text(value(parameter))), 1_000);
      if (HEADER_NAME.matcher(parameter.getName()).matches() && !value.isEmpty()) {
        headers.put(parameter.getName(), value);
      }
    }
    for (Parameter parameter : required("cookie")) {
      notes.warn(label + ": the cookie " + parameter.getName() + " is required, and was left out");
    }
    return headers;
  }

  private List<Parameter> required(String place) {
    List<Parameter> found = new ArrayList<>();
    for (Parameter parameter : byPlace.values()) {
      if (!parameter.getIn().equals(place) || !Boolean.TRUE.equals(parameter.getRequired())) {
        continue;
      }
      if (Secrets.isName(parameter.getName())) {
        notes.warn(
            label
                + ": the "
                + place
                + " parameter "
                + parameter.getName()
                + " may be a secret, and was left out");
      } else {
        found.add(parameter);
      }
    }
    return found;
  }

  private String text(@Nullable Parameter parameter, String name) {
    if (parameter == null) {
      notes.warn(label + ": the path parameter " + name + " is not declared; it became 1");
      return "1";
    }
    String text = text(value(parameter));
    return text.isEmpty() ? "1" : text;
  }

  private JsonNode value(Parameter parameter) {
    JsonNode value = given(parameter).orElseGet(() -> TextNode.valueOf("1"));
    if (secrets.isIn(text(value))) {
      notes.warn(
          label + ": the example of " + parameter.getName() + " looks like a secret: made up");
      return TextNode.valueOf("1");
    }
    return value;
  }

  private Optional<JsonNode> given(Parameter parameter) {
    if (parameter.getExample() != null) {
      return Optional.of(ExampleValues.json(parameter.getExample()));
    }
    Optional<JsonNode> example = SpecBody.first(parameter.getExamples(), refs);
    if (example.isPresent()) {
      return example;
    }
    if (parameter.getSchema() != null) {
      return new Samples(refs).of(parameter.getSchema());
    }
    return Optional.ofNullable(parameter.getContent())
        .flatMap(content -> content.values().stream().findFirst())
        .flatMap((MediaType media) -> SpecBody.sample(media, refs));
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element -> elements.add(text(element)));
      return String.join(",", elements);
    }
    return value.isObject() ? value.toString() : value.asText();
  }
}
