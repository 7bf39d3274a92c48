package com.openshow.loadtest.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of hosts, and those that nobody can own. */
final class Domains {
  /** What an address needs room for before the domain: the shortest identifier, and the @. */
  private static final int LONGEST = 253;

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  // RFC 2606, 2 and 3; RFC 6761, 6.
  private static final List<String> RESERVED =
      List.of(
          "example.com", "example.net", "example.org", "example", "test", "invalid", "localhost");

  private Domains() {}

  /** What is wrong with the name of a domain (RFC 1123, 2.1). */
  static List<String> problems(String domain) {
    return domain.length() <= LONGEST && NAME.matcher(domain).matches()
        ? List.of()
        : List.of(
            "domain must be labels of letters, digits and inner hyphens, up to 63 each, with dots"
                + " between them, but was \""
                + domain
                + "\"");
  }

  /** Whether mail to it reaches nobody. */
  static boolean isReserved(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    return RESERVED.stream().anyMatch(name -> lower.equals(name) || lower.endsWith("." + name));
  }

  static String notReserved(String domain) {
    return "the domain \""
        + domain
        + "\" may belong to somebody, who would get the mail; take "
        + String.join(", ", RESERVED.subList(0, 3))
        + " or a name that ends in ."
        + String.join(", .", RESERVED.subList(3, RESERVED.size()))
        + ", or say "
        + UniqueOption.OWN_DOMAIN.key()
        + " where it is yours";
  }
}
