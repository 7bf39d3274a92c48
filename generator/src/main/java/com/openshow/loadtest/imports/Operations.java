package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.imports.DraftEndpoint.DraftBody;
import com.openshow.loadtest.scenario.HttpMethod;
import com.openshow.loadtest.scenario.Request;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of a document as requests. */
final class Operations {
  private final OpenAPI spec;
  private final SpecServer server;
  private final Notes notes;
  private final Refs refs;
  private final Secrets secrets = new Secrets();
  private final SpecSecurity security;
  private final Bodies bodies;

  Operations(OpenAPI spec, SpecServer server, Notes notes) {
    this.spec = spec;
    this.server = server;
    this.notes = notes;
    this.refs = new Refs(spec, notes);
    this.security = new SpecSecurity(spec, refs, notes);
    this.bodies = new Bodies(secrets, notes);
  }

  /** In the document's order. */
  List<DraftEndpoint> endpoints() {
    List<DraftEndpoint> endpoints = new ArrayList<>();
    Map<String, PathItem> paths = spec.getPaths() == null ? Map.of() : spec.getPaths();
    paths.forEach(
        (path, item) -> {
          if (item == null) {
            return;
          }
          if (item.get$ref() != null) {
            notes.warn(path + ": refers to " + item.get$ref() + ", and was left out");
          }
          item.readOperationsMap()
              .forEach(
                  (method, operation) ->
                      endpoint(path, item, method.name(), operation).ifPresent(endpoints::add));
        });
    return endpoints;
  }

  private Optional<DraftEndpoint> endpoint(
      String template, PathItem item, String methodName, Operation operation) {
    String label = methodName + " " + template;
    Optional<HttpMethod> method = HttpMethod.of(methodName);
    if (method.isEmpty()) {
      return leftOut(label, "its method cannot be requested");
    }
    SpecParameters parameters =
        new SpecParameters(
            item.getParameters(), operation.getParameters(), refs, secrets, notes, label);
    List<String> samples = new ArrayList<>();
    String path = server.prefix() + parameters.path(template, samples);
    if (!Request.isPath(path)) {
      return leftOut(label, "its path is none");
    }
    if (SignIns.isOne(method.get(), path)) {
      return leftOut(label, "signing in and out is for \"auth\" to say");
    }
    Optional<RequestBody> requestBody =
        Optional.ofNullable(operation.getRequestBody())
            .filter(body -> method.get().hasBody())
            .flatMap(refs::requestBody);
    Optional<MediaType> json = requestBody.flatMap(Operations::json);
    boolean needsBody = requestBody.map(b -> Boolean.TRUE.equals(b.getRequired())).orElse(false);
    if (needsBody && json.isEmpty()) {
      return leftOut(label, "it needs a body that is not JSON");
    }
    Optional<JsonNode> sample = json.flatMap(media -> SpecBody.sample(media, refs));
    Optional<DraftBody> body = sample.flatMap(value -> bodies.of(method.get(), label, value));
    String name = Plain.text(methodName + " " + server.prefix() + template);
    return Optional.of(
        new DraftEndpoint(
            names(name, operation.getOperationId()),
            path,
            method.get(),
            1,
            parameters.query(),
            parameters.headers(),
            body,
            statuses(operation),
            DraftEndpoint.GUESSED_P95_MILLIS,
            tags(operation.getTags()),
            note(samples),
            security.needsToken(operation)));
  }

  private static List<String> names(String name, @Nullable String operationId) {
    return operationId == null ? List.of(name) : List.of(name, Plain.text(operationId));
  }

  private Optional<DraftEndpoint> leftOut(String label, String reason) {
    notes.warn(label + ": left out: " + reason);
    return Optional.empty();
  }

  private static Optional<MediaType> json(RequestBody body) {
    return Optional.ofNullable(body.getContent())
        .flatMap(
            content ->
                content.entrySet().stream()
                    .filter(type -> SpecBody.isJson(type.getKey()) && type.getValue() != null)
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /** The first status of success, when it is an exact one. */
  private static List<Integer> statuses(Operation operation) {
    if (operation.getResponses() == null) {
      return List.of();
    }
    return operation.getResponses().keySet().stream()
        .filter(status -> status.matches("2\\d\\d"))
        .map(Integer::valueOf)
        .sorted()
        .limit(1)
        .toList();
  }

  private static List<String> tags(@Nullable List<String> tags) {
    return tags == null
        ? List.of()
        : tags.stream().map(Plain::text).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  private static String note(List<String> samples) {
    return samples.isEmpty()
        ? ""
        : Plain.text("A sample that must exist: " + String.join(", ", samples) + ".");
  }
}
