package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.scenario.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request of a draft.
 *
 * @param names what it may be called, the best first; empty: its method and path
 * @param path without variables
 * @param method its method
 * @param weight its share, more than 0
 * @param params query strings
 * @param headers by name
 * @param body what it carries
 * @param statuses the statuses that are right; empty: any below 400
 * @param p95Millis its target
 * @param tags groups it belongs to
 * @param note what people should know about it; may be empty
 * @param auth whether it carries the token
 */
record DraftEndpoint(
    List<String> names,
    String path,
    HttpMethod method,
    int weight,
    List<String> params,
    Map<String, String> headers,
    Optional<DraftBody> body,
    List<Integer> statuses,
    int p95Millis,
    List<String> tags,
    String note,
    boolean auth) {
  /** A first target where nothing is known. */
  static final int GUESSED_P95_MILLIS = 500;

  DraftEndpoint {
    names = List.copyOf(names);
    params = List.copyOf(params);
    statuses = List.copyOf(statuses);
    tags = List.copyOf(tags);
  }

  /**
   * A body without secrets, as the language can say it.
   *
   * @param json the body
   * @param uniqueEmail whether it has the variable of a unique e-mail address
   */
  record DraftBody(JsonNode json, boolean uniqueEmail) {}

  String label() {
    return method + " " + path;
  }
}
