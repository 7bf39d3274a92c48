package com.openshow.loadtest.metrics.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Reads the files of {@link Tls}. */
final class TlsContexts {
  /** Of a key store that only lives in memory. */
  private static final char[] IN_MEMORY = {};

  private final Credentials credentials;
  private final List<String> problems;

  /**
   * @param problems take in what is wrong
   */
  TlsContexts(Credentials credentials, List<String> problems) {
    this.credentials = credentials;
    this.problems = problems;
  }

  /** What https is spoken with; empty when that is the JDK's own, or there were problems. */
  Optional<SSLContext> context(Tls tls) {
    if (tls.equals(Tls.USUAL)) {
      return Optional.empty();
    }
    TrustManager @Nullable [] trusted =
        tls.authorities().map(path -> read("tls ca", path, () -> trusted(path))).orElse(null);
    KeyManager @Nullable [] keys = tls.client().map(this::keys).orElse(null);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trusted, null);
      return Optional.of(context);
    } catch (GeneralSecurityException e) {
      problems.add("tls: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static TrustManager[] trusted(Path path) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : PemFile.read(path).certificates()) {
      store.setCertificateEntry(Integer.toString(number++), certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private KeyManager @Nullable [] keys(ClientCertificate client) {
    if (client instanceof ClientCertificate.Pkcs12 file) {
      return credentials
          .secret(file.password(), "password of " + file.file(), problems)
          .map(password -> read("tls client certificate", file.file(), () -> keys(file, password)))
          .orElse(null);
    }
    ClientCertificate.Pem pem = (ClientCertificate.Pem) client;
    Optional<String> password =
        pem.password()
            .flatMap(given -> credentials.secret(given, "password of " + pem.key(), problems));
    return read("tls client certificate", pem.key(), () -> keys(pem, password));
  }

  private static KeyManager[] keys(ClientCertificate.Pkcs12 file, String password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file.file())) {
      store.load(stream, password.toCharArray());
    }
    return keys(store, password.toCharArray());
  }

  private static KeyManager[] keys(ClientCertificate.Pem pem, Optional<String> password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "client",
        PemFile.read(pem.key()).key(password),
        IN_MEMORY,
        PemFile.read(pem.certificate()).certificates().toArray(Certificate[]::new));
    return keys(store, IN_MEMORY);
  }

  private static KeyManager[] keys(KeyStore store, char[] password)
      throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  /** What is read from files. */
  private interface Reading<T> {
    T read() throws GeneralSecurityException, IOException;
  }

  private <T> @Nullable T read(String what, Path path, Reading<T> reading) {
    try {
      return reading.read();
    } catch (NoSuchFileException e) {
      problems.add(what + ": there is no file " + e.getFile());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      String message = credentials.mask(String.valueOf(e.getMessage()));
      problems.add(
          what
              + ": "
              + (message.contains(path.toString()) ? "" : path + " cannot be used: ")
              + Foreign.text(message));
    }
    return null;
  }
}
