package com.openshow.loadtest.imports;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute address.
 *
 * @param origin {@code http(s)://host[:port]}, without the port that its scheme has anyway
 * @param path in the characters of a URI, at least {@code /}
 * @param query in the characters of a URI, without the question mark; may be empty
 */
record Target(String origin, String path, String query) {
  private static final Pattern FORM =
      Pattern.compile("(?is)(https?)://(?:[^/?#@]*@)?([^/?#@]+)(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?");

  /** The address; empty when the text is none, or not of HTTP. Its user info is dropped. */
  static Optional<Target> of(String url) {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      return Optional.empty();
    }
    String scheme = form.group(1).toLowerCase(Locale.ROOT);
    String host = form.group(2).toLowerCase(Locale.ROOT);
    String origin =
        scheme + "://" + host.replaceFirst(scheme.equals("http") ? ":80$" : ":443$", "");
    try {
      if (new URI(origin).getHost() == null) {
        return Optional.empty();
      }
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    return Optional.of(
        new Target(
            origin,
            form.group(3) == null ? "/" : UriTexts.path(form.group(3)),
            form.group(4) == null ? "" : UriTexts.query(form.group(4))));
  }
}
