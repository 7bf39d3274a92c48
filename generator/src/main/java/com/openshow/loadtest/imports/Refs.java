package com.openshow.loadtest.imports;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a document refers to within its components; nothing else is looked up. */
final class Refs {
  // A chain of references longer than that goes in a circle.
  private static final int LONGEST_CHAIN = 20;

  private final Components components;
  private final Notes notes;

  Refs(OpenAPI spec, Notes notes) {
    this.components = spec.getComponents() == null ? new Components() : spec.getComponents();
    this.notes = notes;
  }

  Optional<Schema<?>> schema(String ref) {
    return find(ref, "schemas", components.getSchemas()).map(schema -> (Schema<?>) schema);
  }

  Optional<Parameter> parameter(Parameter parameter) {
    return follow(parameter, "parameters", components.getParameters(), Parameter::get$ref);
  }

  Optional<RequestBody> requestBody(RequestBody body) {
    return follow(body, "requestBodies", components.getRequestBodies(), RequestBody::get$ref);
  }

  Optional<Example> example(Example example) {
    return follow(example, "examples", components.getExamples(), Example::get$ref);
  }

  Optional<SecurityScheme> securityScheme(String name) {
    return find("#/components/securitySchemes/" + name, "securitySchemes", schemes())
        .flatMap(s -> follow(s, "securitySchemes", schemes(), SecurityScheme::get$ref));
  }

  private @Nullable Map<String, SecurityScheme> schemes() {
    return components.getSecuritySchemes();
  }

  private <T> Optional<T> follow(
      T start, String kind, @Nullable Map<String, T> all, Function<T, @Nullable String> refOf) {
    Optional<T> here = Optional.of(start);
    for (int i = 0; i < LONGEST_CHAIN && here.isPresent(); i++) {
      String ref = refOf.apply(here.get());
      if (ref == null) {
        return here;
      }
      here = find(ref, kind, all);
    }
    return Optional.empty();
  }

  private <T> Optional<T> find(String ref, String kind, @Nullable Map<String, T> all) {
    String start = "#/components/" + kind + "/";
    if (!ref.startsWith("#")) {
      notes.warn(ref + " is not in this file; nothing is fetched, so what it says is missing");
      return Optional.empty();
    }
    T found = null;
    if (all != null && ref.startsWith(start)) {
      String name = ref.substring(start.length());
      found = all.getOrDefault(name, all.get(name.replace("~1", "/").replace("~0", "~")));
    }
    if (found == null) {
      notes.warn(ref + " leads nowhere; what it should say is missing");
    }
    return Optional.ofNullable(found);
  }
}
