package com.openshow.loadtest.metrics.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A header that goes with every request, such as the tenant of Mimir, {@code X-Scope-OrgID}. */
public sealed interface Header {
  /**
   * One that everybody may see.
   *
   * @param name a token of HTTP
   * @param value one line
   */
  record Plain(String name, String value) implements Header {
    public Plain {
      requireName(name);
      if (looksSecret(name)) {
        throw new IllegalArgumentException(
            "the value of the header "
                + name
                + " must not stand here itself; expected where it is to be had: "
                + SecretReference.GRAMMAR);
      }
      if (value.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("the header " + name + " must be one line of text");
      }
    }
  }

  /** One with a secret for a value. */
  record Secret(String name, SecretReference value) implements Header {
    public Secret {
      requireName(name);
    }
  }

  /** Its name. */
  String name();

  /**
   * One of a name and a text, which is its value or {@link SecretReference#GRAMMAR refers} to it.
   *
   * @throws IllegalArgumentException when it cannot be one, without its value
   */
  static Header of(String name, String text) {
    return SecretReference.isReference(text)
        ? new Secret(name, SecretReference.parse(text))
        : new Plain(name, text);
  }

  private static void requireName(String name) {
    if (!Rules.TOKEN.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a header must be letters, digits and -_.!#$%&'*+^`|~");
    }
    if (Rules.OF_HTTP.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "the header " + name + " is set by HTTP itself: leave it away");
    }
  }

  private static boolean looksSecret(String name) {
    return Rules.SECRET.matcher(name).find();
  }

  /** What names must be. */
  final class Rules {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Set<String> OF_HTTP =
        Set.of(
            "connection",
            "content-length",
            "content-type",
            "accept-encoding",
            "expect",
            "host",
            "transfer-encoding",
            "upgrade");
    private static final Pattern SECRET =
        Pattern.compile(
            "authorization|cookie|token|secret|password|api-?key", Pattern.CASE_INSENSITIVE);

    private Rules() {}
  }
}
