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

  private static final Rule<String> NAME =
      Rule.text(
          "the path of a file relative to the scenario file's folder, such as bodies/project.json,"
              + " with / between folders and without ..",
          BodyFileDecoder::isRelative);

  private BodyFileDecoder() {}

  static Rule<Template> body(Located.Members request) {
    return new Rule<>(
        NAME.expected(),
        (value, problems) ->
            new Rule.Result<>(
                NAME.decode(value, problems).flatMap(name -> read(name, request, value, problems)),
                true));
  }

  private static boolean isRelative(String name) {
    if (!Rules.isPlain(name, 200) || name.contains("\\") || name.contains(":")) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Template> read(
      String name, Located.Members request, Located value, Problems problems) {
    try {
      byte[] content = problems.attachments().read(name);
      if (content.length > Attachments.MAX_BYTES) {
        return refuse(
            name,
            "has more than the " + Attachments.MAX_BYTES + " bytes it may have",
            value,
            problems);
      }
      Optional<String> text = Utf8.decode(content);
      if (text.isEmpty()) {
        return refuse(name, "is not UTF-8 text", value, problems);
      }
      return template(name, text.get(), request, value, problems);
    } catch (IOException e) {
      return refuse(name, "cannot be read: " + e.getMessage(), value, problems);
    }
  }

  private static Optional<Template> template(
      String name, String text, Located.Members request, Located value, Problems problems) {
    if (text.contains("${")) {
      return refuse(
          name,
          "must not contain \"${\", which JMeter would run; write a variable as {name}",
          value,
          problems);
    }
    if (!text.codePoints().allMatch(Rules::isXmlText)) {
      return refuse(name, "has a control character, which a plan cannot hold", value, problems);
    }
    Template template = Template.of(text);
    if (!hasContentType(request) && !isJson(template)) {
      return refuse(
          name,
          "is not JSON, and without \"Content-Type\" among the headers it would be sent as JSON",
          value,
          problems);
    }
    return Optional.of(template);
  }

  private static Optional<Template> refuse(
      String name, String why, Located value, Problems problems) {
    problems.error(value.place(), "the file " + Text.quoted(name) + " " + why);
    return Optional.empty();
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
