package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The samples of bodies. */
final class SpecBody {
  private SpecBody() {}

  /** Whether the language can say a body of this type. */
  static boolean isJson(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    return type.endsWith("/json") || type.endsWith("+json") || type.equals("*/*");
  }

  /** The media type's own example, or one made by its schema. */
  static Optional<JsonNode> sample(MediaType media, Refs refs) {
    if (media.getExample() != null) {
      return Optional.of(ExampleValues.json(media.getExample()));
    }
    return first(media.getExamples(), refs)
        .or(
            () ->
                media.getSchema() == null
                    ? Optional.empty()
                    : new Samples(refs).of(media.getSchema()));
  }

  /** The first example that has a value here; one elsewhere is not fetched. */
  static Optional<JsonNode> first(@Nullable Map<String, Example> examples, Refs refs) {
    if (examples == null) {
      return Optional.empty();
    }
    return examples.values().stream()
        .flatMap(example -> Optional.ofNullable(example).flatMap(refs::example).stream())
        .filter(example -> example.getValue() != null)
        .findFirst()
        .map(example -> ExampleValues.json(example.getValue()));
  }
}
