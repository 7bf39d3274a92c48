package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.metrics.http.SecretReference;
import com.openshow.loadtest.metrics.source.SourceKind;
import java.util.List;

/** The columns of the table of sources, in their order. */
enum SourceColumn implements Column {
  NAME("Name", 100, "name", "", "What the objectives call it."),
  KIND(
      "Kind",
      95,
      "kind",
      SourceKind.PROMETHEUS.label(),
      "prometheus: a server with Prometheus's HTTP API; scrape: pages of metrics.",
      SourceKind.labels()),
  URLS("URLs", 260, "urls", "", "Of the server, or of the pages, with spaces between them."),
  INTERVAL(
      "Interval",
      60,
      "interval",
      "1",
      "Seconds from one scrape to the next; of a Prometheus, from one point to the next."),
  TIMEOUT("Timeout", 60, "timeout", "10", "Seconds that one question may take."),
  AUTHENTICATION(
      "Authentication",
      170,
      "authentication",
      "",
      "Empty, \"bearer SECRET\" or \"basic USER SECRET\"; SECRET is "
          + SecretReference.GRAMMAR
          + "."),
  HEADERS(
      "Headers",
      150,
      "headers",
      "",
      "Such as \"X-Scope-OrgID: team\", with \" | \" between them; a secret as "
          + SecretReference.GRAMMAR
          + "."),
  AUTHORITIES("CA file", 120, "ca", "", "PEM: the authorities that are trusted; empty: the JDK's."),
  CERTIFICATE(
      "Client certificate",
      150,
      "certificate",
      "",
      "Empty, \"cert.pem | key.pem\", with \" | SECRET\" for an encrypted key, or \"file.p12 |"
          + " SECRET\"."),
  PROXY("Proxy", 110, "proxy", "", "host:port; empty: that of jmeter -H and -P.");

  // A record of texts and a copied list is immutable; the checker wants an annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Heading heading;

  SourceColumn(String title, int width, String property, String usual, String help) {
    this(title, width, property, usual, help, List.of());
  }

  SourceColumn(
      String title, int width, String property, String usual, String help, List<String> choices) {
    heading = new Heading(title, width, "MetricsSource." + property, usual, help, choices);
  }

  @Override
  public Heading heading() {
    return heading;
  }
}
