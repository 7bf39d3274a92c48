package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.imports.DraftEndpoint.DraftBody;
import com.openshow.loadtest.scenario.HttpMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The requests with the same method and, but for ids, the same path: one endpoint. */
final class RecordedGroup {
  /** The least target that is guessed. */
  static final int LEAST_P95_MILLIS = 50;

  private static final int GREATEST_P95_MILLIS = 60_000;
  private static final int MOST_QUERIES = 20;

  private final String label;
  private final List<Recorded> requests;
  private final Secrets secrets;
  private final Notes notes;

  RecordedGroup(String label, List<Recorded> requests, Secrets secrets, Notes notes) {
    this.label = label;
    this.requests = requests;
    this.secrets = secrets;
    this.notes = notes;
  }

  /** The endpoint; empty, with a warning, when it cannot be one. */
  Optional<DraftEndpoint> endpoint() {
    HttpMethod method = requests.get(0).method();
    List<String> paths = byFrequency(request -> request.target().path());
    if (SignIns.isOne(method, paths.get(0))) {
      return leftOut("signing in and out is for \"auth\" to say");
    }
    List<Integer> statuses = statuses();
    if (statuses.isEmpty()) {
      return leftOut("it never succeeded in the recording");
    }
    Optional<JsonNode> recordedBody = body();
    if (recordedBody.isEmpty() && requests.stream().anyMatch(r -> r.body().isPresent())) {
      if (method.hasBody()) {
        return leftOut("its body is not JSON");
      }
      notes.warn(label + ": a body of " + method + " was left out");
    }
    Optional<DraftBody> body =
        recordedBody
            .filter(json -> method.hasBody())
            .flatMap(json -> new Bodies(secrets, notes).of(method, label, json));
    return Optional.of(
        new DraftEndpoint(
            requests.get(0).hasId() ? List.of(Plain.text(label)) : List.of(),
            paths.get(0),
            method,
            requests.size(),
            queries(),
            headers(),
            body,
            statuses.stream().allMatch(status -> status < 300) ? statuses : List.of(),
            p95Millis(),
            List.of(),
            note(paths.size()),
            requests.stream().anyMatch(Recorded::bearer)));
  }

  private Optional<DraftEndpoint> leftOut(String reason) {
    notes.warn(label + ": " + Plain.requests(requests.size()) + " left out: " + reason);
    return Optional.empty();
  }

  /** Those of success; a plan asks without the browser's cache, so 304 will be 200. */
  private List<Integer> statuses() {
    return requests.stream()
        .map(request -> request.status() == 304 ? 200 : request.status())
        .filter(status -> status < 400)
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<JsonNode> body() {
    List<JsonNode> bodies = new ArrayList<>();
    for (String text : byFrequency(request -> request.body().orElse(""))) {
      RecordedSecrets.json(text).ifPresent(bodies::add);
    }
    if (bodies.size() > 1) {
      notes.warn(label + ": the most frequent of " + bodies.size() + " bodies was taken");
    }
    return bodies.stream().findFirst();
  }

  private List<String> queries() {
    List<String> queries =
        byFrequency(request -> request.target().query()).stream()
            .filter(query -> !query.isEmpty())
            .toList();
    if (queries.size() > MOST_QUERIES) {
      notes.warn(
          label + ": the " + MOST_QUERIES + " most frequent of " + queries.size() + " queries");
    }
    return queries.stream().limit(MOST_QUERIES).toList();
  }

  private Map<String, String> headers() {
    String accept = byFrequency(Recorded::accept).get(0);
    return accept.matches("[a-z*]+/[a-z*+.-]+") && !accept.equals("*/*")
        ? Map.of("Accept", accept)
        : Map.of();
  }

  /** Twice the recorded p95, rounded up to tens: a crowd waits longer than one user did. */
  private int p95Millis() {
    List<Integer> sorted =
        requests.stream().flatMap(r -> r.millis().stream().boxed()).sorted().toList();
    if (sorted.isEmpty()) {
      return DraftEndpoint.GUESSED_P95_MILLIS;
    }
    int p95 = sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    long doubled = (2L * p95 + 9) / 10 * 10;
    return (int) Math.min(GREATEST_P95_MILLIS, Math.max(LEAST_P95_MILLIS, doubled));
  }

  private String note(int paths) {
    String times = "Recorded " + requests.size() + (requests.size() == 1 ? " time" : " times");
    return paths == 1 ? times + "." : times + " with " + paths + " ids; this is the most frequent.";
  }

  /** The distinct values, the most frequent first; of equals, what came first. */
  private List<String> byFrequency(Function<Recorded, String> value) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    requests.forEach(request -> counts.merge(value.apply(request), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Comparator.comparing(count -> -count.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
