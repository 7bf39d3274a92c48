package com.openshow.loadtest.metrics.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parameters of a request, in the order in which they were added. */
public final class Parameters {
  /** None. */
  public static final Parameters NONE = new Parameters(List.of());

  private final List<String> pairs;

  private Parameters(List<String> pairs) {
    this.pairs = pairs;
  }

  /** These and one more. */
  public Parameters with(String name, String value) {
    List<String> more = new ArrayList<>(pairs);
    more.add(encoded(name) + '=' + encoded(value));
    return new Parameters(List.copyOf(more));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** As in {@code application/x-www-form-urlencoded}. */
  public String text() {
    return String.join("&", pairs);
  }

  String appendedTo(String query) {
    return query.isEmpty() || pairs.isEmpty() ? query + text() : query + '&' + text();
  }
}
