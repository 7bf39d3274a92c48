package com.openshow.loadtest.metrics.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Certificates and keys as text. */
final class PemFile {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \\1-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private record Block(String type, String base64) {
    byte[] bytes() {
      return Base64.getMimeDecoder().decode(base64);
    }
  }

  private final Path path;
  private final List<Block> blocks = new ArrayList<>();

  private PemFile(Path path) {
    this.path = path;
  }

  static PemFile read(Path path) throws IOException {
    if (Files.size(path) > MOST_BYTES) {
      throw new IOException(path + " is too large for a PEM file");
    }
    PemFile file = new PemFile(path);
    // Comments between the blocks may be in any encoding.
    Matcher matcher = BLOCK.matcher(Files.readString(path, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      file.blocks.add(new Block(matcher.group(1), matcher.group(2)));
    }
    return file;
  }

  /** All certificates in it, at least one. */
  List<Certificate> certificates() throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> certificates = new ArrayList<>();
    for (Block block : blocks) {
      if (block.type().equals("CERTIFICATE")) {
        certificates.add(factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
      }
    }
    if (certificates.isEmpty()) {
      throw new GeneralSecurityException(
          path + " has no certificate: expected -----BEGIN CERTIFICATE-----");
    }
    return certificates;
  }

  /**
   * The first key in it.
   *
   * @param password present when it must be encrypted
   */
  PrivateKey key(Optional<String> password) throws GeneralSecurityException, IOException {
    for (Block block : blocks) {
      if (block.type().equals("PRIVATE KEY")) {
        return key(new PKCS8EncodedKeySpec(block.bytes()));
      }
      if (block.type().equals("ENCRYPTED PRIVATE KEY")) {
        return key(
            decrypted(
                block.bytes(),
                password.orElseThrow(
                    () ->
                        new GeneralSecurityException(
                            path + " is encrypted: give a reference to its password"))));
      }
      if (block.type().endsWith("PRIVATE KEY")) {
        throw new GeneralSecurityException(
            path
                + " has a key of the form \""
                + block.type()
                + "\", but PKCS#8 is needed: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
      }
    }
    throw new GeneralSecurityException(path + " has no key: expected -----BEGIN PRIVATE KEY-----");
  }

  private PrivateKey key(KeySpec spec) throws GeneralSecurityException {
    GeneralSecurityException none =
        new GeneralSecurityException(
            path + " has a key that is none of " + String.join(", ", ALGORITHMS));
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        none.addSuppressed(e);
      }
    }
    throw none;
  }

  private static KeySpec decrypted(byte[] bytes, String password)
      throws GeneralSecurityException, IOException {
    EncryptedPrivateKeyInfo key = new EncryptedPrivateKeyInfo(bytes);
    // Its own name would be "PBES2", which no factory knows; that of its parameters is the whole.
    String algorithm = key.getAlgParameters().toString();
    SecretKey secret =
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(password.toCharArray()));
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(Cipher.DECRYPT_MODE, secret, key.getAlgParameters());
    return key.getKeySpec(cipher);
  }
}
