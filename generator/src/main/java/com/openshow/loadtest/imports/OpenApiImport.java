package com.openshow.loadtest.imports;

import com.openshow.loadtest.scenario.HttpMethod;
import com.openshow.loadtest.scenario.LoadType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.util.ArrayList;
import java.util.List;

/**
 * A first scenario file from an OpenAPI document, 3.0 or 3.1: what reads in one scenario, what
 * writes in another, all with the same weight.
 */
public final class OpenApiImport {
  /** The largest document that is read, in bytes. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  private static final int READING_VUS = 10;
  private static final int WRITING_VUS = 2;

  private OpenApiImport() {}

  /**
   * Imports a document; what it refers to outside of itself is not fetched.
   *
   * @param file its name, for messages
   * @param content its bytes: JSON or YAML in UTF-8, at most {@link #MAX_BYTES}
   * @throws ImportException when it is no such document, or nothing in it can be requested
   */
  public static Imported read(String file, byte[] content) throws ImportException {
    Notes notes = new Notes();
    OpenAPI spec = SpecFile.read(file, content, notes);
    SpecServer server = SpecServer.of(spec, notes);
    List<DraftEndpoint> endpoints = new Operations(spec, server, notes).endpoints();
    if (endpoints.isEmpty()) {
      throw ImportException.of(
          file,
          "it has no operation that can be imported"
              + (notes.lines().isEmpty() ? "" : ": " + String.join("; ", notes.lines())));
    }
    notes.warn(
        "every slo_p95_ms is a guess ("
            + DraftEndpoint.GUESSED_P95_MILLIS
            + "), and every weight is 1: an OpenAPI document knows neither");
    boolean signsIn = endpoints.stream().anyMatch(DraftEndpoint::auth);
    if (signsIn) {
      notes.warn(
          "give the token of a run in the environment variable "
              + Draft.TOKEN_ENV
              + ", or let virtual users sign in by another \"auth\"");
    }
    return ScenarioText.of(
        file, new Draft(project(spec), server.origin(), signsIn, scenarios(endpoints)), notes);
  }

  private static String project(OpenAPI spec) {
    Info info = spec.getInfo();
    String title = info == null || info.getTitle() == null ? "" : Plain.text(info.getTitle());
    return title.isEmpty() ? "Imported from OpenAPI" : title;
  }

  private static List<Draft.Scenario> scenarios(List<DraftEndpoint> endpoints) {
    List<DraftEndpoint> reads = endpoints.stream().filter(OpenApiImport::reads).toList();
    List<DraftEndpoint> writes = endpoints.stream().filter(e -> !reads(e)).toList();
    List<Draft.Scenario> scenarios = new ArrayList<>();
    if (!reads.isEmpty()) {
      scenarios.add(new Draft.Scenario("S_01_Reads", LoadType.LOAD_SOAK, READING_VUS, reads));
    }
    if (!writes.isEmpty()) {
      scenarios.add(
          new Draft.Scenario("S_02_Writes", LoadType.CONTENTION_STRESS, WRITING_VUS, writes));
    }
    return scenarios;
  }

  private static boolean reads(DraftEndpoint endpoint) {
    return endpoint.method() == HttpMethod.GET
        || endpoint.method() == HttpMethod.HEAD
        || endpoint.method() == HttpMethod.OPTIONS;
  }
}
