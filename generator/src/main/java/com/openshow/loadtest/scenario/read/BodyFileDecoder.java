package com.openshow.loadtest.scenario.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.openshow.loadtest.scenario.Template;
import java.io.IOException;
import java.util.Optional;

/**
 * The body of a request from a file beside the scenario file: any text, in which {@code {name}} is
 * a variable's value. What is not JSON needs a Content-Type of its own.
 */
final class BodyFileDecoder {
  private static final JsonFactory JSON = new JsonFactory();

  private BodyFileDecoder() {}

  static Rule<Template> body(Located.Members request) {
    return new Rule<>(
        AttachedText.NAME.expected(),
        (value, problems) ->
            new Rule.Result<>(
                AttachedText.NAME
                    .decode(value, problems)
                    .flatMap(
                        name ->
                            AttachedText.read(name, value, problems)
                                .flatMap(text -> template(name, text, request, value, problems))),
                true));
  }

  private static Optional<Template> template(
      String name, String text, Located.Members request, Located value, Problems problems) {
    if (text.contains("${")) {
      return AttachedText.refuse(
          name,
          "must not contain \"${\", which JMeter would run; write a variable as {name}",
          value,
          problems);
    }
    if (!text.codePoints().allMatch(Rules::isXmlText)) {
      return AttachedText.refuse(
          name, "has a control character, which a plan cannot hold", value, problems);
    }
    Template template = Template.of(text);
    if (!hasContentType(request) && !isJson(template)) {
      return AttachedText.refuse(
          name,
          "is not JSON, and without \"Content-Type\" among the headers it would be sent as JSON",
          value,
          problems);
    }
    return Optional.of(template);
  }

  private static boolean hasContentType(Located.Members request) {
    return request.members().get("headers") instanceof Located.Members headers
        && headers.members().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
  }

  /** Whether it is one JSON value, with a number in place of every variable. */
  private static boolean isJson(Template template) {
    try (JsonParser parser = JSON.createParser(template.render(text -> text, name -> "0"))) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
