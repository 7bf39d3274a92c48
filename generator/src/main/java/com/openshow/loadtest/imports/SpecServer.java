package com.openshow.loadtest.imports;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.List;
import java.util.Map;

/**
 * Where the operations of a document are.
 *
 * @param origin {@code http(s)://host[:port]}
 * @param prefix the path before each of theirs; empty, or one that does not end in a slash
 */
record SpecServer(String origin, String prefix) {
  private static final String PLACEHOLDER = "http://127.0.0.1:8080";

  static SpecServer of(OpenAPI spec, Notes notes) {
    List<Server> servers = spec.getServers() == null ? List.of() : spec.getServers();
    String url = servers.isEmpty() ? "" : url(servers.get(0));
    Target target = Target.of(url).orElse(null);
    if (target != null) {
      return new SpecServer(target.origin(), withoutSlash(target.path()));
    }
    notes.warn(
        "no server with an absolute http(s) address is named; set staging_url, which now is "
            + PLACEHOLDER);
    String path = url.startsWith("/") && !url.startsWith("//") ? url.replaceAll("[?#].*", "") : "";
    return new SpecServer(PLACEHOLDER, withoutSlash(UriTexts.path(path)));
  }

  private static String url(Server server) {
    String url = server.getUrl() == null ? "" : server.getUrl();
    if (server.getVariables() != null) {
      for (Map.Entry<String, ServerVariable> variable : server.getVariables().entrySet()) {
        String value = variable.getValue() == null ? null : variable.getValue().getDefault();
        url = url.replace("{" + variable.getKey() + "}", value == null ? "" : value);
      }
    }
    return url;
  }

  private static String withoutSlash(String path) {
    return path.replaceFirst("/+$", "");
  }
}
