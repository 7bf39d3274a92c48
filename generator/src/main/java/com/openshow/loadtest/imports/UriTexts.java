package com.openshow.loadtest.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts in the characters of a URI (RFC 3986). */
final class UriTexts {
  private static final String UNRESERVED = "-._~";
  private static final String IN_PATH = UNRESERVED + "!$&'()*+,;=:@/";
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private UriTexts() {}

  /** A value as a part of a path or query: all but letters, digits and {@code -._~} encoded. */
  static String encode(String value) {
    return encode(value, UNRESERVED, false);
  }

  /** A path as somebody wrote it, with what may not stand in one encoded. */
  static String path(String path) {
    return encode(path, IN_PATH, true);
  }

  /** A query as somebody wrote it, with what may not stand in one encoded. */
  static String query(String query) {
    // A question mark may stand in one, but at its beginning a scenario file takes it for a
    // mistake.
    return encode(query, IN_PATH, true);
  }

  /** What a part of a query means; the part itself where it means nothing. */
  static String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static String encode(String text, String allowed, boolean keepsEscapes) {
    StringBuilder uri = new StringBuilder();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean escape =
          keepsEscapes
              && c == '%'
              && i + 2 < bytes.length
              && ESCAPE.matcher(new String(bytes, i, 3, StandardCharsets.ISO_8859_1)).matches();
      if (escape || isLetterOrDigit(c) || allowed.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
