package com.openshow.loadtest.scenario;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The request that deletes what another one has created.
 *
 * @param method the method; {@code DELETE} as a rule
 * @param path the absolute path, with variables that are known behind the request that creates
 * @param params the query string, without the leading question mark
 * @param auth whether it carries the JWT; empty: where the path demands it
 */
public record Cleanup(
    HttpMethod method, Template path, Optional<Template> params, Optional<Boolean> auth) {
  /** What the labels of such requests begin with. */
  public static final String PREFIX = "cleanup: ";

  public Cleanup {
    Objects.requireNonNull(method, "method");
    Require.that(Request.isPath(path.text()), "path must be " + Request.PATH_RULE, path.text());
    params.ifPresent(
        query ->
            Require.that(
                Request.isQuery(query.text()),
                "params must be " + Request.QUERY_RULE,
                query.text()));
  }

  /** The label of its samples. */
  public String label() {
    return PREFIX + method + " " + path.text();
  }

  /** The variables it uses, each once. */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>(path.variables());
    params.ifPresent(query -> names.addAll(query.variables()));
    return names;
  }
}
