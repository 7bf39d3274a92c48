package com.openshow.loadtest.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TlsTest {
  private static final SecretLookup LOOKUP =
      new SecretLookup(Map.of("P", Keys.PASSWORD, "WRONG", "wr0ng")::get, name -> null);
  private static final SecretReference PASSWORD = SecretReference.parse("env:P");

  @TempDir static Path folder;

  private static Keys server;
  private static Keys client;
  private static Keys authority;
  private static Keys expired;
  private static Keys elsewhere;

  @BeforeAll
  static void makeKeys() throws Exception {
    String here = "san=ip:127.0.0.1";
    server = Keys.make(folder, "server", "-ext", here);
    client = Keys.make(folder, "client");
    authority = Keys.make(folder, "authority", "-ext", "bc:c");
    // Not one that signed itself: what the file of authorities has is trusted at any date.
    expired = authority.sign("expired", "-ext", here, "-startdate", "-10d", "-validity", "5");
    elsewhere = Keys.make(folder, "elsewhere", "-ext", "san=dns:prometheus.example");
  }

  private static HostileServer start(Keys keys, boolean wantsClient) throws Exception {
    SSLServerSocketFactory sockets = keys.server(client).getServerSocketFactory();
    return HostileServer.start(
        new ServerSocketFactory() {
          @Override
          public ServerSocket createServerSocket(int port) throws IOException {
            return sockets.createServerSocket(port);
          }

          @Override
          public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return sockets.createServerSocket(port, backlog);
          }

          @Override
          public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
              throws IOException {
            SSLServerSocket socket =
                (SSLServerSocket) sockets.createServerSocket(port, backlog, address);
            socket.setNeedClientAuth(wantsClient);
            return socket;
          }
        },
        (request, out) -> HostileServer.answer(out, 200, "text/plain", "yes"));
  }

  private static String ask(HostileServer server, Tls tls) throws Exception {
    return ask("https://127.0.0.1:" + server.port(), tls);
  }

  private static String ask(String url, Tls tls) throws Exception {
    HttpConnection connection =
        HttpConnection.open(HttpUrl.parse(url), HttpSettings.USUAL.with(tls), LOOKUP);
    try (HttpAnswer answer =
        connection.get("", Parameters.NONE, Deadline.in(Duration.ofSeconds(60)), 1000)) {
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Tls trusting(Keys keys, ClientCertificate... shown) throws Exception {
    return new Tls(
        Optional.of(keys.certificate()),
        shown.length == 0 ? Optional.empty() : Optional.of(shown[0]));
  }

  @Test
  void theAuthorityOfTheFileIsTrustedAndNoOther() throws Exception {
    try (HostileServer running = start(server, false)) {
      assertThat(ask(running, trusting(server))).isEqualTo("yes");
      for (Tls other : new Tls[] {Tls.USUAL, trusting(client)}) {
        assertThatThrownBy(() -> ask(running, other))
            .isInstanceOf(FetchException.class)
            .hasMessageStartingWith("https failed (")
            .hasMessageContaining("signed by nobody who is trusted here: give the PEM file");
      }
    }
  }

  @Test
  void aClientShowsItsCertificateFromPemOrPkcs12() throws Exception {
    try (HostileServer running = start(server, true)) {
      ClientCertificate.Pem pem =
          new ClientCertificate.Pem(client.certificate(), client.key(), Optional.empty());
      assertThat(ask(running, trusting(server, pem))).isEqualTo("yes");
      assertThat(
              ask(running, trusting(server, new ClientCertificate.Pkcs12(client.file(), PASSWORD))))
          .isEqualTo("yes");
      assertThat(
              ask(
                  running,
                  trusting(
                      server,
                      new ClientCertificate.Pem(
                          client.certificate(), encrypted(client.key()), Optional.of(PASSWORD)))))
          .isEqualTo("yes");
    }
  }

  /** As openssl encrypts a key: PBES2 with AES. */
  private static Path encrypted(Path key) throws Exception {
    String algorithm = "PBEWithHmacSHA256AndAES_256";
    byte[] plain =
        Base64.getMimeDecoder().decode(Files.readString(key).replaceAll("-----[A-Z ]+-----", ""));
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(Keys.PASSWORD.toCharArray())));
    AlgorithmParameters parameters = cipher.getParameters();
    byte[] pbes2 = {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 5, 0x0d};
    // By hand: EncryptedPrivateKeyInfo of the JDK 17 can read what it cannot write.
    byte[] bytes =
        der(0x30, der(0x30, pbes2, parameters.getEncoded()), der(4, cipher.doFinal(plain)));
    return Files.writeString(
        folder.resolve("encrypted.key"), Keys.pem("ENCRYPTED PRIVATE KEY", bytes));
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(
        new byte[] {(byte) tag, (byte) 0x82, (byte) (content.size() >> 8), (byte) content.size()});
    whole.writeBytes(content.toByteArray());
    return whole.toByteArray();
  }

  @Test
  void aServerThatWantsACertificateSaysSo() throws Exception {
    try (HostileServer running = start(server, true)) {
      assertThatThrownBy(() -> ask(running, trusting(server)))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("it may want a client certificate");
    }
  }

  @Test
  void aCertificateThatIsOutOfDateOrForAnotherHostIsTold() throws Exception {
    try (HostileServer running = start(expired, false)) {
      assertThatThrownBy(() -> ask(running, trusting(authority)))
          .hasMessageContaining("is not valid today");
    }
    try (HostileServer running = start(elsewhere, false)) {
      assertThatThrownBy(() -> ask(running, trusting(elsewhere)))
          .hasMessageContaining("is for another host");
    }
  }

  @Test
  void httpsToAServerOfPlainHttpIsTold() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answerInClearText(plain));
      server.start();

      assertThatThrownBy(() -> ask("https://127.0.0.1:" + plain.getLocalPort(), Tls.USUAL))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("the server does not speak https there: use http://");
      server.join();
    }
  }

  private static void answerInClearText(ServerSocket server) {
    try (Socket connection = server.accept()) {
      // As a server does that takes the client's hello for a request.
      assertThat(connection.getInputStream().read()).isNotNegative();
      connection
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      // Until the client goes: what it sent and nobody read would reset the connection.
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void filesThatCannotBeUsedAreToldWithoutTheirPasswords() throws Exception {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
    Path old =
        Files.writeString(folder.resolve("old.key"), Keys.pem("RSA PRIVATE KEY", new byte[] {1}));
    Path bad =
        Files.writeString(folder.resolve("bad.key"), Keys.pem("PRIVATE KEY", new byte[] {1}));
    Path encrypted = encrypted(client.key());

    assertProblem(
        new Tls(Optional.of(nonsense), Optional.empty()),
        "tls ca: " + nonsense + " has no certificate: expected -----BEGIN CERTIFICATE-----");
    assertProblem(key(nonsense), nonsense + " has no key: expected -----BEGIN PRIVATE KEY-----");
    assertProblem(key(old), "PKCS#8 is needed: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
    assertProblem(key(bad), "has a key that is none of RSA, EC, EdDSA");
    assertProblem(key(encrypted), "is encrypted: give a reference to its password");
    assertProblem(
        new Tls(
            Optional.empty(),
            Optional.of(
                new ClientCertificate.Pkcs12(client.file(), SecretReference.parse("env:WRONG")))),
        client.file() + " cannot be used: ");
  }

  private static Tls key(Path key) throws Exception {
    return new Tls(
        Optional.empty(),
        Optional.of(new ClientCertificate.Pem(client.certificate(), key, Optional.empty())));
  }

  private static void assertProblem(Tls tls, String expected) {
    assertThatThrownBy(
            () ->
                HttpConnection.open(
                    HttpUrl.parse("https://h"), HttpSettings.USUAL.with(tls), LOOKUP))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(expected)
        .message()
        .doesNotContain("wr0ng");
  }
}
