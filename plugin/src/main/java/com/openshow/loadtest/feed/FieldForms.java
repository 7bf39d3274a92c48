package com.openshow.loadtest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Values in the forms in which they stand in requests. */
public final class FieldForms {
  /** What stands behind a column's name where its value stands inside a JSON string. */
  public static final String JSON_SUFFIX = ".json";

  /** What stands behind a column's name where its value stands in a path. */
  public static final String SEGMENT_SUFFIX = ".segment";

  private static final String UNRESERVED = "-._~";

  private FieldForms() {}

  /** As it stands inside a JSON string (RFC 8259), without the quotes around it. */
  public static String json(String value) {
    StringBuilder text = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.toString();
  }

  /** As it stands in one segment of a URI's path (RFC 3986): all but unreserved is encoded. */
  public static String segment(String value) {
    StringBuilder text = new StringBuilder(value.length() + 8);
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (isUnreserved(c)) {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return text.toString();
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }
}
