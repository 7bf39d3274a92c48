package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.metrics.http.Authentication;
import com.openshow.loadtest.metrics.http.ClientCertificate;
import com.openshow.loadtest.metrics.http.Header;
import com.openshow.loadtest.metrics.http.HttpProxy;
import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.SecretReference;
import com.openshow.loadtest.metrics.http.Tls;
import com.openshow.loadtest.metrics.source.SourceKind;
import com.openshow.loadtest.metrics.source.SourceSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A row of the listener's table of sources, as it stands in the plan. */
public final class SourceElement extends RowElement {
  private static final String BETWEEN = " | ";

  /** Called by JMeter. */
  public SourceElement() {}

  /** A row of texts by column. */
  SourceElement(Map<? extends Column, String> cells) {
    set(cells);
    setName("source " + cell(SourceColumn.NAME));
  }

  /**
   * The row of a source.
   *
   * @param urls its URLs with spaces between them, or an expression
   */
  public static SourceElement of(SourceSettings source, String urls) {
    Map<SourceColumn, String> cells = new EnumMap<>(SourceColumn.class);
    HttpSettings http = source.http();
    cells.put(SourceColumn.NAME, source.name());
    cells.put(SourceColumn.KIND, source.kind().label());
    cells.put(SourceColumn.URLS, urls);
    cells.put(SourceColumn.INTERVAL, seconds(source.interval()));
    cells.put(SourceColumn.TIMEOUT, seconds(http.timeout()));
    cells.put(SourceColumn.AUTHENTICATION, text(http.authentication()));
    cells.put(
        SourceColumn.HEADERS,
        http.headers().stream().map(SourceElement::text).collect(Collectors.joining(BETWEEN)));
    cells.put(SourceColumn.AUTHORITIES, http.tls().authorities().map(Path::toString).orElse(""));
    cells.put(SourceColumn.CERTIFICATE, http.tls().client().map(SourceElement::text).orElse(""));
    cells.put(
        SourceColumn.PROXY, http.proxy().map(one -> one.host() + ":" + one.port()).orElse(""));
    return new SourceElement(cells);
  }

  private static String seconds(Duration time) {
    return new BigDecimal(time.toMillis()).movePointLeft(3).stripTrailingZeros().toPlainString();
  }

  private static String text(Authentication authentication) {
    if (authentication instanceof Authentication.Bearer bearer) {
      return "bearer " + bearer.token().text();
    }
    return authentication instanceof Authentication.Basic basic
        ? "basic " + basic.user() + " " + basic.password().text()
        : "";
  }

  private static String text(Header header) {
    return header.name()
        + ": "
        + (header instanceof Header.Secret secret
            ? secret.value().text()
            : ((Header.Plain) header).value());
  }

  private static String text(ClientCertificate certificate) {
    if (certificate instanceof ClientCertificate.Pkcs12 store) {
      return store.file() + BETWEEN + store.password().text();
    }
    ClientCertificate.Pem pem = (ClientCertificate.Pem) certificate;
    return pem.certificate()
        + BETWEEN
        + pem.key()
        + pem.password().map(secret -> BETWEEN + secret.text()).orElse("");
  }

  /**
   * The source of this row.
   *
   * @param evaluate gives the value of an expression
   * @param folder that relative files are in
   * @throws IllegalArgumentException when a cell cannot be read
   */
  SourceSettings settings(UnaryOperator<String> evaluate, Path folder) {
    UnaryOperator<String> text = cell -> evaluate.apply(cell).strip();
    String proxy = text.apply(cell(SourceColumn.PROXY));
    return new SourceSettings(
        text.apply(cell(SourceColumn.NAME)),
        choice(SourceKind.class, SourceColumn.KIND, evaluate),
        words(text.apply(cell(SourceColumn.URLS))),
        time("interval", text.apply(cell(SourceColumn.INTERVAL))),
        new HttpSettings(
            authentication(text.apply(cell(SourceColumn.AUTHENTICATION))),
            parts(text.apply(cell(SourceColumn.HEADERS))).stream()
                .map(SourceElement::header)
                .toList(),
            new Tls(
                Optional.of(text.apply(cell(SourceColumn.AUTHORITIES)))
                    .filter(file -> !file.isEmpty())
                    .map(folder::resolve),
                certificate(parts(text.apply(cell(SourceColumn.CERTIFICATE))), folder)),
            time("timeout", text.apply(cell(SourceColumn.TIMEOUT))),
            proxy.isEmpty() ? Optional.empty() : Optional.of(proxy(proxy))));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split("\\|", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Duration time(String what, String seconds) {
    double number = number(what, seconds);
    if (!(number >= 0 && number <= 1e9)) {
      throw new IllegalArgumentException(what + " must be seconds, but was \"" + seconds + "\"");
    }
    return Duration.ofMillis(Math.round(number * 1000));
  }

  private static Authentication authentication(String text) {
    String[] words = text.split("\\s+", -1);
    if (text.isEmpty()) {
      return new Authentication.None();
    }
    if (words[0].equals("bearer") && words.length == 2) {
      return new Authentication.Bearer(SecretReference.parse(words[1]));
    }
    if (words[0].equals("basic") && words.length == 3) {
      return new Authentication.Basic(words[1], SecretReference.parse(words[2]));
    }
    // Its text is not repeated: it may be a secret that somebody wrote here.
    throw new IllegalArgumentException(
        "authentication must be empty, \"bearer SECRET\" or \"basic USER SECRET\", with SECRET as "
            + SecretReference.GRAMMAR);
  }

  private static Header header(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("a header must be such as \"X-Scope-OrgID: team\"");
    }
    return Header.of(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }

  private static Optional<ClientCertificate> certificate(List<String> parts, Path folder) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    if (parts.size() == 2 && SecretReference.isReference(parts.get(1))) {
      return Optional.of(
          new ClientCertificate.Pkcs12(
              folder.resolve(parts.get(0)), SecretReference.parse(parts.get(1))));
    }
    if (parts.size() == 2 || parts.size() == 3) {
      return Optional.of(
          new ClientCertificate.Pem(
              folder.resolve(parts.get(0)),
              folder.resolve(parts.get(1)),
              parts.size() == 3
                  ? Optional.of(SecretReference.parse(parts.get(2)))
                  : Optional.empty()));
    }
    throw new IllegalArgumentException(
        "client certificate must be \"cert.pem | key.pem\", with \" | SECRET\" for an encrypted"
            + " key, or \"file.p12 | SECRET\"");
  }

  private static HttpProxy proxy(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 1 || !port.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("proxy must be host:port, but was \"" + text + "\"");
    }
    return new HttpProxy(text.substring(0, colon), Integer.parseInt(port));
  }
}
