package com.openshow.loadtest.staging;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** JSON Web Tokens, signed with a key that this process makes and never shows. */
final class Tokens {
  private static final String SCHEME = "Bearer ";
  private static final int KEY_BYTES = 32;

  private final Algorithm algorithm;
  private final JWTVerifier verifier;
  private final Clock clock;
  private final Duration ttl;

  Tokens(Clock clock, Duration ttl) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    this.algorithm = Algorithm.HMAC256(key);
    this.verifier = ((JWTVerifier.BaseVerification) JWT.require(algorithm)).build(clock);
    this.clock = clock;
    this.ttl = ttl;
  }

  Duration ttl() {
    return ttl;
  }

  String issue(long user) {
    return JWT.create()
        .withSubject(Long.toString(user))
        .withExpiresAt(clock.instant().plus(ttl))
        .sign(algorithm);
  }

  /** The user of an Authorization header. */
  long user(@Nullable String header) {
    if (header == null || !header.startsWith(SCHEME)) {
      throw new ApiException(401, "expected the header Authorization: Bearer TOKEN");
    }
    try {
      return Long.parseLong(verifier.verify(header.substring(SCHEME.length())).getSubject());
    } catch (JWTVerificationException e) {
      throw new ApiException(401, "the token is not valid, or not any more");
    }
  }
}
