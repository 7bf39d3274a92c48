package com.openshow.loadtest.jmeter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/** How long a JWT may be used, by its own words (RFC 7519, claims {@code exp} and {@code iat}). */
final class JwtLifetime {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The last part of a token's life, in which it is renewed: nothing arrives at once. */
  private static final double MARGIN = 0.3;

  private JwtLifetime() {}

  /**
   * When to fetch the next one, in milliseconds of this machine's clock. A text that is no JWT, or
   * says nothing of its end, lives for ever.
   *
   * @param nowMillis when the token was fetched
   */
  static long renewAt(String token, long nowMillis) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Long.MAX_VALUE;
    }
    try {
      JsonNode claims = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
      if (!claims.path("exp").isNumber()) {
        return Long.MAX_VALUE;
      }
      // The server's two times, and not ours against the server's: its clock may be another.
      double issued = claims.path("iat").asDouble(nowMillis / 1000.0);
      double seconds = Math.max(0, claims.path("exp").asDouble() - issued);
      return nowMillis + Math.round(seconds * 1000 * (1 - MARGIN));
    } catch (IOException | IllegalArgumentException e) {
      return Long.MAX_VALUE;
    }
  }
}
