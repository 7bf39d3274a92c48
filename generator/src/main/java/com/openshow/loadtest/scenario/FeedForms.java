package com.openshow.loadtest.scenario;

import com.openshow.loadtest.feed.FieldForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * In which form the values of feeds and filler stand in requests. They may be any text; so inside a
 * JSON string and in a path they need to be written otherwise than they are. Each has a variable
 * for each form.
 */
public final class FeedForms {
  private FeedForms() {}

  /** A path. */
  public static Template path(Template path, Set<String> columns) {
    return new Template(
        path.parts().stream()
            .map(part -> isColumn(part, columns) ? formed(part, FieldForms.SEGMENT_SUFFIX) : part)
            .toList());
  }

  /**
   * The body of a request of this scenario.
   *
   * @param body the body, which need not be JSON when the request says so
   */
  public static Template body(Template body, Request request, Set<String> columns) {
    if (columns.isEmpty() || !isJson(request)) {
      return body;
    }
    List<Template.Part> parts = new ArrayList<>();
    boolean isString = false;
    for (Template.Part part : body.parts()) {
      if (part instanceof Template.Literal literal) {
        isString = isStringBehind(literal.text(), isString);
        parts.add(part);
      } else {
        parts.add(
            isString && isColumn(part, columns) ? formed(part, FieldForms.JSON_SUFFIX) : part);
      }
    }
    return new Template(parts);
  }

  private static boolean isJson(Request request) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
        .map(Map.Entry::getValue)
        .allMatch(type -> type.text().toLowerCase(Locale.ROOT).contains("json"));
  }

  private static boolean isColumn(Template.Part part, Set<String> columns) {
    return part instanceof Template.Variable variable && columns.contains(variable.name());
  }

  private static Template.Part formed(Template.Part part, String suffix) {
    return new Template.Variable(((Template.Variable) part).name() + suffix);
  }

  /** Whether a JSON text ends inside a string, when it begins inside or outside of one. */
  private static boolean isStringBehind(String json, boolean isString) {
    boolean inside = isString;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        inside = !inside;
      } else if (c == '\\' && inside) {
        i++;
      }
    }
    return inside;
  }
}
