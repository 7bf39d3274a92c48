package com.openshow.loadtest.metrics.http;

import java.nio.file.Path;
import java.util.Optional;

/** A certificate by which a server knows its client, and the key of it. */
public sealed interface ClientCertificate {
  /**
   * Two files of PEM.
   *
   * @param certificate the client's certificate first, then those that signed it
   * @param key its key, in PKCS#8
   * @param password of the key; absent when it is not encrypted
   */
  record Pem(Path certificate, Path key, Optional<SecretReference> password)
      implements ClientCertificate {}

  /** A file of PKCS#12, often with the ending .p12 or .pfx. */
  record Pkcs12(Path file, SecretReference password) implements ClientCertificate {}
}
