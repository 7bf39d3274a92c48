package com.openshow.loadtest.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * What plans are made from, as their header comment tells.
 *
 * @param fileName the name of the scenario file, without folders: it must not depend on the machine
 * @param sha256 the SHA-256 of its content, and of the files it names, in hexadecimal
 */
public record Source(String fileName, String sha256) {
  /** The source with this content. */
  public static Source of(Path file, byte[] content) {
    Path name = file.getFileName();
    return new Source(name == null ? file.toString() : name.toString(), sha256(List.of(content)));
  }

  /**
   * The source with this content and these attached files. Where there are any, its SHA-256 is that
   * of a list: the hash of the content, and then of each file by name, a line each.
   *
   * @param attached the files by name
   */
  public static Source of(Path file, byte[] content, SortedMap<String, byte[]> attached) {
    Source alone = of(file, content);
    if (attached.isEmpty()) {
      return alone;
    }
    StringBuilder list = new StringBuilder(alone.sha256()).append('\n');
    attached.forEach(
        (name, bytes) ->
            list.append(sha256(List.of(bytes))).append("  ").append(name).append('\n'));
    return new Source(
        alone.fileName(), sha256(List.of(list.toString().getBytes(StandardCharsets.UTF_8))));
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
