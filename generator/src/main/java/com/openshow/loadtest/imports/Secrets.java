package com.openshow.loadtest.imports;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must not be handed on: by its name, by its look, or because it stood elsewhere under such a
 * name. In doubt a value is a secret: a harmless one is soon written back, a leaked one is not.
 */
final class Secrets {
  /** What a text is replaced with. */
  static final String MADE_UP = "Lt1!made-up";

  // Shorter ones ("en", "1", "dark") stand in many places by chance.
  private static final int LEAST_KNOWN = 8;

  private static final Pattern NAME =
      Pattern.compile(
          ".*(?:passw|passphrase|pwd|secret|token|apikey|accesskey|privatekey|authoriz|bearer"
              + "|credential|session|cookie|csrf|xsrf|signature|jwt|cvv|cvc|cardnumber|iban|ssn"
              + "|otp).*|pass|auth|key|sid|sig|pin|code|state|nonce|assertion|ticket");
  // Bounded and possessive: a text of others must not make it slow.
  private static final Pattern LOOK =
      Pattern.compile(
          "(?i)eyJ[\\w-]{8,4000}+\\.[\\w-]|\\b(?:bearer|basic)\\s{1,9}+[\\w.~+/=-]{8}"
              + "|(?:passw|pwd|secret|token|api_?key)\\w{0,40}+[\"']?\\s{0,9}+[=:]"
              + "|-----BEGIN ");
  private static final Pattern OPAQUE =
      Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)[\\w.~+/=-]{32,}");

  private final Set<String> known = new HashSet<>();

  /** Whether what has this name is a secret. */
  static boolean isName(String name) {
    return NAME.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")).matches();
  }

  /** A value that stands somewhere under the name of a secret. */
  void know(String value) {
    if (value.length() >= LEAST_KNOWN) {
      known.add(value);
    }
  }

  /** Whether a value is, or has in it, a secret. */
  boolean isIn(String value) {
    return LOOK.matcher(value).find()
        || OPAQUE.matcher(value).matches()
        || known.stream().anyMatch(value::contains);
  }
}
