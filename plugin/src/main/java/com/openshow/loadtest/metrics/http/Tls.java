package com.openshow.loadtest.metrics.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How https is spoken. There is no way to trust every certificate: give the authority's instead.
 *
 * @param authorities a PEM file of certificates; servers are trusted whose certificate one of them
 *     signed, and no others. Absent: those that the JDK trusts
 * @param client shown to a server that asks for it
 */
public record Tls(Optional<Path> authorities, Optional<ClientCertificate> client) {
  /** As the JDK does it. */
  public static final Tls USUAL = new Tls(Optional.empty(), Optional.empty());
}
