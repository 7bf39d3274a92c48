package com.openshow.loadtest.metrics.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its certificate, made by the JDK's keytool. */
final class Keys {
  static final String PASSWORD = "s3cr3t-of-keys";

  private final Path file;
  private final KeyStore store;

  private Keys(Path file, KeyStore store) {
    this.file = file;
    this.store = store;
  }

  /**
   * Makes them.
   *
   * @param options further ones of keytool, such as for the names of the host
   */
  static Keys make(Path folder, String name, String... options) throws Exception {
    return generate(folder.resolve(name + ".p12"), name, options);
  }

  /** Makes them with a certificate that this one signs. */
  Keys sign(String name, String... options) throws Exception {
    Path copy = Files.copy(file, file.resolveSibling(name + ".p12"));
    List<String> more = new ArrayList<>(List.of(options));
    more.addAll(List.of("-signer", alias()));
    return generate(copy, name, more.toArray(String[]::new));
  }

  private static Keys generate(Path file, String name, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(options));
    Path log = file.resolveSibling(name + ".log");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new AssertionError(Files.readString(log));
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file)) {
      store.load(stream, PASSWORD.toCharArray());
    }
    return new Keys(file, store);
  }

  /** The PKCS#12 file of both. */
  Path file() {
    return file;
  }

  /** Writes the certificate as PEM, with a comment as openssl writes them. */
  Path certificate() throws Exception {
    byte[] bytes = store.getCertificate(alias()).getEncoded();
    return Files.writeString(
        sibling(".crt"), "subject=É\n" + pem("CERTIFICATE", bytes), StandardCharsets.ISO_8859_1);
  }

  /** Writes the key as PEM. */
  Path key() throws Exception {
    byte[] bytes = store.getKey(alias(), PASSWORD.toCharArray()).getEncoded();
    return Files.writeString(sibling(".key"), pem("PRIVATE KEY", bytes));
  }

  private Path sibling(String ending) {
    return file.resolveSibling(alias() + ending);
  }

  static String pem(String type, byte[] bytes) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END "
        + type
        + "-----\n";
  }

  private String alias() {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ".p12".length());
  }

  /** A server's side of TLS with this key, which trusts the certificates of another. */
  SSLContext server(Keys trusted) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        alias(),
        store.getKey(alias(), PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        store.getCertificateChain(alias()));
    keys.init(own, PASSWORD.toCharArray());
    KeyStore others = KeyStore.getInstance("PKCS12");
    others.load(null, null);
    others.setCertificateEntry("x", trusted.store.getCertificate(trusted.alias()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(others);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
