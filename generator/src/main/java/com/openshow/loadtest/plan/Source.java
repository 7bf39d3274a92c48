package com.openshow.loadtest.plan;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What plans are made from, as their header comment tells.
 *
 * @param fileName the name of the scenario file, without folders: it must not depend on the machine
 * @param sha256 the SHA-256 of its content in hexadecimal
 */
public record Source(String fileName, String sha256) {
  /** The source with this content. */
  public static Source of(Path file, byte[] content) {
    Path name = file.getFileName();
    return new Source(name == null ? file.toString() : name.toString(), sha256(List.of(content)));
  }

  /** The SHA-256 of the content, in hexadecimal. */
  static String sha256(List<byte[]> content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      content.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
