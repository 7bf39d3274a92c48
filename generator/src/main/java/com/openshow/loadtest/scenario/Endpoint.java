package com.openshow.loadtest.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One kind of request.
 *
 * @param path the absolute path, such as {@code /api/v1/creators}
 * @param method the method
 * @param weight its share among the endpoints of its scenario, more than 0
 * @param params query strings without the leading question mark, of which each request picks one
 * @param sloP95Millis the promised 95th percentile of its latency in milliseconds, more than 0
 * @param dataType the data that makes each request different
 */
public record Endpoint(
    String path,
    HttpMethod method,
    double weight,
    List<String> params,
    OptionalDouble sloP95Millis,
    Optional<DataType> dataType) {
  /** What a path may look like, for messages. */
  public static final String PATH_RULE =
      "an absolute path of URI characters, such as /api/v1/creators, without a query";

  /** What a query string may look like, for messages. */
  public static final String QUERY_RULE =
      "a query string of URI characters without the leading '?', such as q=video&verified=true,"
          + " with all others percent-encoded (a space is %20)";

  // RFC 3986, pchar and query, without the apostrophe-like characters nobody puts in a path.
  private static final String PCHAR = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";
  private static final Pattern PATH = Pattern.compile("(?:/" + PCHAR + "*)+");
  private static final Pattern QUERY = Pattern.compile("(?:" + PCHAR + "|[/?])+");

  public Endpoint {
    Require.that(isPath(path), "path must be " + PATH_RULE, path);
    Objects.requireNonNull(method, "method");
    Require.that(weight > 0 && weight <= Double.MAX_VALUE, "weight must be more than 0", weight);
    params = List.copyOf(params);
    for (String query : params) {
      Require.that(isQuery(query), "params must each be " + QUERY_RULE, query);
    }
    double slo = sloP95Millis.orElse(1);
    Require.that(slo > 0 && slo <= Double.MAX_VALUE, "sloP95Millis must be more than 0", slo);
    Require.that(dataType.isEmpty() || method.hasBody(), "data needs POST, PUT or PATCH", method);
  }

  /** Whether an endpoint may have this path. */
  public static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }

  /** Whether an endpoint may have this query string. */
  public static boolean isQuery(String query) {
    return QUERY.matcher(query).matches();
  }

  /** The label of its samples, the same for ever: {@code GET /api/v1/creators}. */
  public String label() {
    return method + " " + path;
  }

  /** Whether its requests must carry a JWT. */
  public boolean requiresToken() {
    return TokenRule.applies(path);
  }
}
