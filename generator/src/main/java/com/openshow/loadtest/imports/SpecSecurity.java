package com.openshow.loadtest.imports;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Optional;

/** Which operations carry a bearer token. */
final class SpecSecurity {
  private final List<SecurityRequirement> standard;
  private final Refs refs;
  private final Notes notes;

  SpecSecurity(OpenAPI spec, Refs refs, Notes notes) {
    this.standard = spec.getSecurity() == null ? List.of() : spec.getSecurity();
    this.refs = refs;
    this.notes = notes;
  }

  boolean needsToken(Operation operation) {
    List<SecurityRequirement> alternatives =
        operation.getSecurity() == null ? standard : operation.getSecurity();
    boolean token = false;
    for (SecurityRequirement alternative : alternatives) {
      for (String name : alternative.keySet()) {
        token |= refs.securityScheme(name).map(scheme -> isBearer(name, scheme)).orElse(false);
      }
    }
    return token;
  }

  private boolean isBearer(String name, SecurityScheme scheme) {
    SecurityScheme.Type type = scheme.getType();
    boolean bearer =
        type == SecurityScheme.Type.OAUTH2
            || type == SecurityScheme.Type.OPENIDCONNECT
            || (type == SecurityScheme.Type.HTTP
                && Optional.ofNullable(scheme.getScheme()).orElse("").equalsIgnoreCase("bearer"));
    if (!bearer) {
      notes.warn(
          "the security scheme "
              + name
              + " is no bearer token; its requests carry nothing of it, and may be refused");
    }
    return bearer;
  }
}
