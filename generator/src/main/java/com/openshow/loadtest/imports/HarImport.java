package com.openshow.loadtest.imports;

import com.openshow.loadtest.scenario.LoadType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A first scenario file from a recording of a browser (HAR 1.2): one mix whose weights are how
 * often each request was made. Headers, cookies and whatever may be a secret stay behind.
 */
public final class HarImport {
  /** The largest recording that is read, in bytes. */
  public static final int MAX_BYTES = 50 * 1024 * 1024;

  private static final int VUS = 10;
  private static final int MOST_ENDPOINTS = 200;

  private HarImport() {}

  /**
   * Imports a recording.
   *
   * @param file its name, for messages
   * @param content its bytes: JSON in UTF-8, at most {@link #MAX_BYTES}
   * @param all whether images, fonts, styles and scripts are taken too
   * @throws ImportException when it is no recording, or nothing in it can be requested
   */
  public static Imported read(String file, byte[] content, boolean all) throws ImportException {
    Notes notes = new Notes();
    Secrets secrets = new Secrets();
    List<Recorded> recorded = HarFile.read(file, content, all, secrets, notes);
    if (recorded.isEmpty()) {
      throw ImportException.of(
          file,
          "it has no request that can be imported"
              + (notes.lines().isEmpty() ? "" : ": " + String.join("; ", notes.lines())));
    }
    String origin = origin(recorded, notes);
    List<DraftEndpoint> endpoints = endpoints(recorded, origin, secrets, notes);
    if (endpoints.isEmpty()) {
      throw ImportException.of(file, "nothing is left of it: " + String.join("; ", notes.lines()));
    }
    notes.warn(
        "every slo_p95_ms is a guess: twice the p95 of what one user saw, at least "
            + RecordedGroup.LEAST_P95_MILLIS);
    boolean signsIn = endpoints.stream().anyMatch(DraftEndpoint::auth);
    if (signsIn) {
      notes.warn(
          "bearer tokens were left out; give the token of a run in the environment variable "
              + Draft.TOKEN_ENV
              + ", or let virtual users sign in by another \"auth\"");
    }
    Draft.Scenario scenario =
        new Draft.Scenario("S_01_Recorded", LoadType.LOAD_SOAK, VUS, endpoints);
    String project = Plain.text("Recording of " + origin.replaceFirst("https?://", ""));
    return ScenarioText.of(file, new Draft(project, origin, signsIn, List.of(scenario)), notes);
  }

  private static String origin(List<Recorded> recorded, Notes notes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    recorded.forEach(request -> counts.merge(request.target().origin(), 1, Integer::sum));
    // The first one of equals: max would take the last.
    String origin = recorded.get(0).target().origin();
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > counts.getOrDefault(origin, 0)) {
        origin = count.getKey();
      }
    }
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (!count.getKey().equals(origin)) {
        notes.warn(
            count.getKey()
                + ": "
                + Plain.requests(count.getValue())
                + " left out; a scenario file has one target, "
                + origin);
      }
    }
    return origin;
  }

  private static List<DraftEndpoint> endpoints(
      List<Recorded> recorded, String origin, Secrets secrets, Notes notes) {
    Map<String, List<Recorded>> groups = new LinkedHashMap<>();
    for (Recorded request : recorded) {
      if (request.target().origin().equals(origin)) {
        groups.computeIfAbsent(request.label(), label -> new ArrayList<>()).add(request);
      }
    }
    List<DraftEndpoint> endpoints = new ArrayList<>();
    groups.forEach(
        (label, requests) ->
            new RecordedGroup(label, requests, secrets, notes)
                .endpoint()
                .ifPresent(endpoints::add));
    // A stable sort: of equals, what came first.
    endpoints.sort(Comparator.comparing(endpoint -> -endpoint.weight()));
    if (endpoints.size() > MOST_ENDPOINTS) {
      notes.warn(
          "only the "
              + MOST_ENDPOINTS
              + " most frequent of "
              + endpoints.size()
              + " different requests were taken");
    }
    return endpoints.stream().limit(MOST_ENDPOINTS).toList();
  }
}
