package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.scenario.read.Text;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;

/** Reads OpenAPI documents. */
final class SpecFile {
  private SpecFile() {}

  static OpenAPI read(String file, byte[] content, Notes notes) throws ImportException {
    JsonNode tree = ForeignTree.read(file, content, OpenApiImport.MAX_BYTES);
    checkVersion(file, tree);
    SwaggerParseResult result = parse(file, tree);
    List<String> messages = result.getMessages() == null ? List.of() : result.getMessages();
    messages.forEach(message -> notes.warn("swagger-parser says: " + message));
    if (result.getOpenAPI() == null) {
      throw ImportException.of(
          file, "no OpenAPI document: " + Plain.line(String.join("; ", messages), 300));
    }
    return result.getOpenAPI();
  }

  private static SwaggerParseResult parse(String file, JsonNode tree) throws ImportException {
    ParseOptions options = new ParseOptions();
    // It would fetch whatever a document names, from the network and from the disk.
    options.setResolve(false);
    options.setValidateExternalRefs(false);
    try {
      return new OpenAPIV3Parser().parseJsonNode("", tree, options);
    } catch (RuntimeException e) {
      // On documents with a wrong shape it fails in many ways of its own.
      throw ImportException.of(
          file, "swagger-parser cannot read it: " + Plain.line(e.toString(), 300));
    }
  }

  private static void checkVersion(String file, JsonNode tree) throws ImportException {
    JsonNode version = tree.path("openapi");
    if (tree.has("swagger") && version.isMissingNode()) {
      throw ImportException.of(
          file,
          "Swagger "
              + Text.printable(tree.path("swagger").asText())
              + " is not read; convert the document to OpenAPI 3, for example with"
              + " https://converter.swagger.io");
    }
    if (!version.asText().matches("3\\.[01](\\..*)?")) {
      throw ImportException.of(
          file,
          version.isMissingNode()
              ? "the key \"openapi\" is missing; expected an OpenAPI document, 3.0 or 3.1"
              : "expected OpenAPI 3.0 or 3.1, but was " + Text.quoted(version.asText()));
    }
  }
}
