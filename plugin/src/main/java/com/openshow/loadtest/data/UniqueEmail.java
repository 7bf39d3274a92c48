package com.openshow.loadtest.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An e-mail address: an identifier at a domain.
 *
 * @param domain one of the names that are reserved (RFC 2606, RFC 6761), so that mail reaches
 *     nobody
 * @param isOwnDomain whether it is the user's own domain instead, which need not be reserved
 * @param maxLength at most 254, what RFC 5321 leaves of a path's 256 characters
 */
public record UniqueEmail(String domain, boolean isOwnDomain, int maxLength) implements UniqueType {
  /** How many characters an address may have. */
  public static final int LONGEST = 254;

  /** The domain of addresses, if nothing else is said. */
  public static final String DEFAULT_DOMAIN = "example.com";

  static final UniqueKind KIND =
      new UniqueKind(
          "email",
          List.of("email"),
          List.of(UniqueOption.DOMAIN, UniqueOption.OWN_DOMAIN, UniqueOption.MAX_LENGTH),
          options ->
              new UniqueEmail(
                  options.text(UniqueOption.DOMAIN, DEFAULT_DOMAIN),
                  options.flag(UniqueOption.OWN_DOMAIN),
                  options.number(UniqueOption.MAX_LENGTH, LONGEST)));

  private static final int LONGEST_LOCAL_PART = 64;

  /**
   * Checks domain and length.
   *
   * @throws UniqueDataException with every problem
   */
  public UniqueEmail {
    List<String> problems = new ArrayList<>(Domains.problems(domain));
    if (problems.isEmpty() && !isOwnDomain && !Domains.isReserved(domain)) {
      problems.add(Domains.notReserved(domain));
    }
    int least = IdText.shortest("-") + 1 + domain.length();
    Lengths.problem("an address at " + domain, maxLength, least, LONGEST).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new UniqueDataException(problems);
    }
  }

  /** The value that an identifier from elsewhere makes unique. */
  public static Map<String, String> of(String id) {
    return Map.of(KIND.variables().get(0), id + "@" + DEFAULT_DOMAIN);
  }

  @Override
  public UniqueKind kind() {
    return KIND;
  }

  @Override
  public Scope scope() {
    return Scope.ALWAYS;
  }

  @Override
  public UniqueSource open(UniqueData run) {
    int room = Math.min(LONGEST_LOCAL_PART, maxLength - 1 - domain.length());
    List<Part> parts = new ArrayList<>(IdText.parts(run, room, "-", "an address at " + domain));
    parts.add(Literal.of("@" + domain));
    return new TextSource(run, variables().get(0), parts);
  }
}
