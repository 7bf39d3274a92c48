package com.openshow.loadtest.scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One kind of request, wherever it stands: in a mix, in a flow, or before either.
 *
 * @param name the label of its samples, when it is not {@code METHOD path}
 * @param path the absolute path, such as {@code /api/v1/projects/{id}}
 * @param method the method
 * @param params query strings without the leading question mark, of which each request picks one
 * @param headers headers by name
 * @param body what it carries
 * @param unique the values that are drawn for it, each into its variables
 * @param fillers the realistic texts that are drawn for it, each into its variable
 * @param expect what its response must be like
 * @param extract what is read from its response, by the variable's name
 * @param cleanup what deletes what it creates
 * @param slo its targets
 * @param tags groups it belongs to
 * @param note what people should know about it; may be empty
 * @param auth whether it carries the JWT; empty: where the path demands it
 */
public record Request(
    Optional<String> name,
    Template path,
    HttpMethod method,
    List<Template> params,
    Map<String, Template> headers,
    Optional<Template> body,
    List<UniqueValue> unique,
    List<FillerValue> fillers,
    Expectation expect,
    Map<String, Extraction> extract,
    Optional<Cleanup> cleanup,
    Map<SloKey, Double> slo,
    List<String> tags,
    String note,
    Optional<Boolean> auth) {
  /** What a path may look like, for messages. */
  public static final String PATH_RULE =
      "an absolute path of URI characters, such as /api/v1/creators or /api/v1/projects/{id},"
          + " without a query";

  /** What a query string may look like, for messages. */
  public static final String QUERY_RULE =
      "a query string of URI characters without the leading '?', such as q=video&verified=true,"
          + " with all others percent-encoded (a space is %20)";

  // RFC 3986, pchar and query; and variables in braces, which a URI cannot have.
  private static final String PCHAR =
      "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\\{[A-Za-z][A-Za-z0-9_]{0,49}})";
  private static final Pattern PATH = Pattern.compile("(?:/" + PCHAR + "*+)++");
  private static final Pattern QUERY = Pattern.compile("(?!\\?)(?:" + PCHAR + "|[/?])++");

  public Request {
    Require.that(isPath(path.text()), "path must be " + PATH_RULE, path.text());
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(expect, "expect");
    params = List.copyOf(params);
    for (Template query : params) {
      Require.that(isQuery(query.text()), "params must each be " + QUERY_RULE, query.text());
    }
    unique = List.copyOf(unique);
    fillers = List.copyOf(fillers);
    headers = new LinkedHashMap<>(headers);
    extract = new LinkedHashMap<>(extract);
    slo = new LinkedHashMap<>(slo);
    slo.values().forEach(value -> Require.that(value >= 0, "a target must be 0 or more", value));
    Require.that(body.isEmpty() || method.hasBody(), "a body needs POST, PUT or PATCH", method);
    tags = List.copyOf(tags);
  }

  /** Whether a request may have this path. */
  public static boolean isPath(String path) {
    // ${ would be JMeter's.
    return PATH.matcher(path).matches() && !path.contains("${");
  }

  /** Whether a request may have this query string. */
  public static boolean isQuery(String query) {
    return QUERY.matcher(query).matches() && !query.contains("${");
  }

  /** The label of its samples, the same for ever: {@code GET /api/v1/creators}. */
  public String label() {
    return name.orElseGet(() -> method + " " + path.text());
  }

  /** The variables it uses, each once. */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>(path.variables());
    params.forEach(query -> names.addAll(query.variables()));
    headers.values().forEach(value -> names.addAll(value.variables()));
    body.ifPresent(text -> names.addAll(text.variables()));
    return names;
  }
}
