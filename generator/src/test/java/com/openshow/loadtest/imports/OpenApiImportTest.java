package com.openshow.loadtest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenApiImportTest {
  @Test
  void readsAndWritesBecomeTwoScenariosWithoutVariables() throws Exception {
    LoadTest test = test("petstore.yaml");

    assertThat(test.stagingUrl()).hasToString("https://petstore.example.com");
    assertThat(test.scenarios().stream().map(Scenario::name))
        .containsExactly("S_01_Reads", "S_02_Writes");
    assertThat(labels(test))
        .containsExactly(
            "GET /v1/pets",
            "GET /v1/pets/{petId}",
            "GET /v1/owners/{owner}",
            "POST /v1/pets",
            "DELETE /v1/pets/{petId}",
            "POST /v1/elsewhere",
            "POST /v1/file");
    assertThat(request(test, "GET /v1/pets/{petId}").path().text()).isEqualTo("/v1/pets/17");
    assertThat(request(test, "GET /v1/pets/{petId}").note()).contains("petId = 17");
  }

  @Test
  void valuesOfParametersAreEncodedAndCannotLeaveTheirPlace() throws Exception {
    LoadTest test = test("petstore.yaml");

    assertThat(request(test, "GET /v1/pets").params().stream().map(Template::text))
        .containsExactly("limit=10&tags=a%26b%3Dc");
    assertThat(request(test, "GET /v1/owners/{owner}").path().text())
        .isEqualTo("/v1/owners/..%2Fa%20b%2F%24%7B__P%28c%29%7D");
  }

  @Test
  void aSchemaThatUsesItselfEnds() throws Exception {
    assertThat(request(test("petstore.yaml"), "POST /v1/pets").body().orElseThrow().text())
        .isEqualTo(
            "{\"name\": \"Rex { id }\", \"born\": \"2020-02-29\", \"weight\": 2.5, \"kind\": \"dog\","
                + " \"friends\": [], \"owner\": {\"email\": \"user@example.com\", \"pets\": []}}");
    assertThat(request(test("petstore-3.1.yaml"), "POST /api/pets").body().orElseThrow().text())
        .isEqualTo(
            "{\"name\": \"Rex\", \"kind\": \"dog\", \"weight\": 5, \"email\": \"{email}\","
                + " \"password\": \"Lt1!made-up\", \"tree\": {\"name\": \"text\"}}");
  }

  @Test
  void schemasThatDoubleAtEachStepEnd() throws Exception {
    StringBuilder spec =
        new StringBuilder(
                "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    post:\n")
            .append(
                "      requestBody: {content: {application/json: {schema: {$ref: '#/components/")
            .append("schemas/S0'}}}}\n      responses: {'200': {description: ok}}\n")
            .append("components:\n  schemas:\n");
    for (int i = 0; i < 60; i++) {
      String next = "{$ref: '#/components/schemas/S" + (i + 1) + "'}";
      spec.append("    S" + i + ": {allOf: [" + next + ", " + next + "]}\n");
    }
    spec.append("    S60: {type: object}\n");

    assertThat(labels(parse(read(spec.toString())))).containsExactly("POST /a");
  }

  @Test
  void tokensAndStatusesAreTheDocuments() throws Exception {
    LoadTest test = test("petstore.yaml");

    assertThat(Auth.STANDARD.appliesTo(request(test, "POST /v1/pets"))).isTrue();
    assertThat(Auth.STANDARD.appliesTo(request(test, "GET /v1/pets"))).isFalse();
    assertThat(request(test, "DELETE /v1/pets/{petId}").expect().statuses()).containsExactly(204);
    assertThat(test.auth().tokenEnv()).contains(Draft.TOKEN_ENV);
  }

  @Test
  void warningsSayWhatIsMissing() throws Exception {
    Imported imported = OpenApiImport.read("p.yaml", Fixtures.bytes("petstore.yaml"));

    assertThat(imported.json()).doesNotContain("abc-live-123456");
    assertThat(imported.warnings())
        .anyMatch(line -> line.contains("X-Api-Key may be a secret"))
        .anyMatch(line -> line.contains("photo: left out: it needs a body that is not JSON"))
        .anyMatch(line -> line.contains("../../secrets.yaml#/Pet is not in this file"))
        .anyMatch(line -> line.contains("slo_p95_ms is a guess"))
        .noneMatch(line -> line.contains("\n"));
  }

  @Test
  void nothingIsFetched(@TempDir Path folder) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String remote = "http://127.0.0.1:" + server.getAddress().getPort() + "/s.json#/Pet";
      Path local = Files.writeString(folder.resolve("s.yaml"), "Pet: {example: FROM-DISK}");
      for (String version : List.of("3.0.0", "3.1.0")) {
        for (String ref : List.of(remote, local + "#/Pet", local.toUri() + "#/Pet")) {
          Imported imported =
              read(
                  """
                  openapi: %s
                  info: {title: t, version: '1'}
                  paths:
                    /a:
                      post:
                        parameters: [{$ref: '%s'}]
                        requestBody: {content: {application/json: {schema: {$ref: '%s'}}}}
                        responses: {'200': {$ref: '%s'}}
                    /b: {$ref: '%s'}
                  """
                      .formatted(version, ref, ref, ref, ref));
          assertThat(imported.json()).doesNotContain("FROM-DISK");
          assertThat(imported.warnings()).anyMatch(line -> line.contains("is not in this file"));
        }
      }
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void operationsThatLookAlikeGetNames() throws Exception {
    LoadTest test =
        parse(
            read(
                """
                openapi: 3.0.0
                info: {title: t, version: '1'}
                paths:
                  /a/b: {get: {operationId: first, responses: {'200': {description: ok}}}}
                  /a_b: {get: {operationId: second, responses: {'200': {description: ok}}}}
                  /a+b: {get: {responses: {'200': {description: ok}}}}
                """));
    assertThat(labels(test)).containsExactly("GET /a/b", "second", "GET /a+b 2");
  }

  @Test
  void whatIsNoDocumentIsRefusedWithItsPlace() {
    assertRefused("{\"openapi\": \"3.0.0\",\n  \"paths\": {]}", "spec:2:14: error: cannot be read");
    assertRefused("openapi: 3.0.0\npaths: [", "error: cannot be read");
    assertRefused("a: 1\na: 2", "Duplicate");
    assertRefused("swagger: '2.0'", "Swagger 2.0 is not read; convert");
    assertRefused("openapi: 2.9.0", "expected OpenAPI 3.0 or 3.1, but was \"2.9.0\"");
    assertRefused("{}", "the key \"openapi\" is missing");
    assertRefused("[]", "expected an object");
    assertRefused("", "expected an object");
    assertRefused("openapi: 3.0.0\ninfo: &x {title: t}\nx-a: *x", "spec:3:6: error: YAML aliases");
    assertRefused("openapi: 3.0.0\npaths: {}", "no operation");
    assertRefused("[".repeat(100_000), "");
    assertRefused("{\"a\":".repeat(100_000), "depth");
    assertRefused("- ".repeat(50_000), "");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> OpenApiImport.read("spec", text.getBytes(UTF_8)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining(message);
  }

  private static Imported read(String text) throws ImportException {
    return OpenApiImport.read("spec", text.getBytes(UTF_8));
  }

  private static LoadTest test(String fixture) throws Exception {
    return parse(OpenApiImport.read(fixture, Fixtures.bytes(fixture)));
  }

  private static LoadTest parse(Imported imported) throws Exception {
    return ScenarioReader.read("s.json", imported.json().getBytes(UTF_8)).loadTest();
  }

  private static List<String> labels(LoadTest test) {
    return test.scenarios().stream()
        .flatMap(scenario -> scenario.requests().stream())
        .map(Request::label)
        .toList();
  }

  private static Request request(LoadTest test, String label) {
    return test.scenarios().stream()
        .flatMap(scenario -> scenario.requests().stream())
        .filter(request -> request.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
