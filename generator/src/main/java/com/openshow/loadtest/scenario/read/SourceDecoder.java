package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.metrics.http.Authentication;
import com.openshow.loadtest.metrics.http.ClientCertificate;
import com.openshow.loadtest.metrics.http.Header;
import com.openshow.loadtest.metrics.http.HttpProxy;
import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import com.openshow.loadtest.metrics.http.SecretReference;
import com.openshow.loadtest.metrics.http.Tls;
import com.openshow.loadtest.metrics.source.SourceKind;
import com.openshow.loadtest.metrics.source.SourceSettings;
import com.openshow.loadtest.scenario.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The entries of the list of sources. */
final class SourceDecoder {
  /** The keys of a source. */
  static final List<String> KEYS =
      List.of(
          "name",
          "prometheus",
          "scrape",
          "interval",
          "timeout",
          "bearer",
          "basic",
          "headers",
          "tls",
          "proxy");

  static final Rule<SourceSettings> SOURCE =
      Rule.object((object, problems) -> source(object, new Keys(object, problems), problems, true));

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Rule<String> NAME =
      Rule.text(SourceSettings.NAME_RULE, SourceSettings::isName);
  private static final Rule<String> URL =
      quiet(
          "a URL such as http://127.0.0.1:9090, or a path on the target such as /metrics",
          SourceDecoder::url);
  private static final Rule<SecretReference> SECRET =
      quiet("where the secret is to be had", SecretReference::parse);
  private static final Rule<Path> FILE =
      Rule.string(
          "a file's path of at most 200 characters without \"${\" and \"|\"",
          text ->
              Optional.of(text)
                  .filter(path -> Rules.isPlain(path, 200) && !path.contains("|"))
                  .map(Path::of));
  private static final Rule<Duration> TIME =
      Rule.string(
          Durations.RULE + ", from 100ms to 1h",
          text ->
              Durations.parse(text)
                  .filter(time -> time.toMillis() >= 100)
                  .filter(time -> time.compareTo(Duration.ofHours(1)) <= 0));

  private SourceDecoder() {}

  /** Whether an object says who is asked. */
  private static boolean isSource(Located.Members object) {
    return SourceKind.labels().stream().anyMatch(object.members()::containsKey);
  }

  /** A text that is not repeated in a message: it may be a secret that somebody wrote there. */
  private static <T> Rule<T> quiet(String expected, Function<String, T> parse) {
    return new Rule<>(
        expected,
        (value, problems) -> {
          try {
            if (value instanceof Located.Chars chars && Rules.isPlain(chars.value(), 1000)) {
              return Rule.Result.of(Optional.of(parse.apply(chars.value())));
            }
            problems.error(value.place(), "must be " + expected);
          } catch (IllegalArgumentException e) {
            problems.error(value.place(), "must be " + expected + ": " + e.getMessage());
          }
          return new Rule.Result<>(Optional.empty(), true);
        });
  }

  private static String url(String text) {
    if (text.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',')) {
      throw new IllegalArgumentException("it has spaces or commas");
    }
    if (!text.startsWith("/")) {
      HttpUrl.parse(text);
    }
    return text;
  }

  /**
   * A source.
   *
   * @param keys those of the object, in which others may be asked for as well
   * @param alone whether it is an object of its own, with a name
   */
  static Optional<SourceSettings> source(
      Located.Members object, Keys keys, Problems problems, boolean alone) {
    Optional<String> name = alone ? keys.required("name", NAME) : keys.optional("name", NAME);
    Optional<String> prometheus = keys.optional(SourceKind.PROMETHEUS.label(), URL);
    Optional<List<String>> pages = keys.optional(SourceKind.SCRAPE.label(), Rule.oneOrList(URL));
    final Optional<Duration> interval = keys.optional("interval", TIME);
    final Optional<Duration> timeout = keys.optional("timeout", TIME);
    final Optional<SecretReference> bearer = keys.optional("bearer", SECRET);
    final Optional<Authentication> basic =
        keys.optional("basic", Rule.object(SourceDecoder::basic));
    final Optional<List<Header>> headers =
        keys.optional("headers", Rules.HEADERS).flatMap(map -> headers(map, object, problems));
    final Optional<Tls> tls = keys.optional("tls", Rule.object(SourceDecoder::tls));
    final Optional<HttpProxy> proxy =
        keys.optional("proxy", Rule.string("host:port", SourceDecoder::proxy));
    if (alone) {
      keys.rejectOthers();
    }
    boolean both =
        object.members().containsKey("prometheus") && object.members().containsKey("scrape");
    if (both || !isSource(object)) {
      problems.error(
          object.place(), "must have prometheus or scrape, but has " + (both ? "both" : "none"));
      return Optional.empty();
    }
    if (object.members().containsKey("bearer") && object.members().containsKey("basic")) {
      problems.error(object.place(), "must have at most one of bearer, basic, but has both");
      return Optional.empty();
    }
    if ((prometheus.isEmpty() && pages.isEmpty()) || (alone && name.isEmpty())) {
      return Optional.empty();
    }
    SourceKind kind = prometheus.isPresent() ? SourceKind.PROMETHEUS : SourceKind.SCRAPE;
    try {
      return Optional.of(
          new SourceSettings(
              name.orElse(kind.label()),
              kind,
              prometheus.map(List::of).orElseGet(pages::orElseThrow),
              interval.orElse(SourceSettings.USUAL_INTERVAL),
              new HttpSettings(
                  bearer
                      .<Authentication>map(Authentication.Bearer::new)
                      .or(() -> basic)
                      .orElse(new Authentication.None()),
                  headers.orElse(List.of()),
                  tls.orElse(Tls.USUAL),
                  timeout.orElse(TIMEOUT),
                  proxy)));
    } catch (IllegalArgumentException e) {
      problems.error(object.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<Authentication> basic(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> user =
        keys.required(
            "user",
            Rule.text(
                "a name without spaces and colon",
                text -> Rules.isPlain(text, 200) && text.matches("[^\\s:]+")));
    Optional<SecretReference> password = keys.required("password", SECRET);
    keys.rejectOthers();
    return user.flatMap(name -> password.map(secret -> new Authentication.Basic(name, secret)));
  }

  private static Optional<List<Header>> headers(
      Map<String, String> map, Located.Members object, Problems problems) {
    List<Header> headers = new ArrayList<>();
    map.forEach(
        (name, value) -> {
          if (value.contains("|")) {
            problems.error(object.placeOf("headers"), "the header " + name + " must not hold a |");
            return;
          }
          try {
            headers.add(Header.of(name, value));
          } catch (IllegalArgumentException e) {
            problems.error(object.placeOf("headers"), String.valueOf(e.getMessage()));
          }
        });
    return headers.size() == map.size() ? Optional.of(headers) : Optional.empty();
  }

  private static Optional<Tls> tls(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    final Optional<Path> authorities = keys.optional("ca", FILE);
    final Optional<Path> certificate = keys.optional("certificate", FILE);
    final Optional<Path> key = keys.optional("key", FILE);
    final Optional<Path> store = keys.optional("pkcs12", FILE);
    final Optional<SecretReference> password = keys.optional("password", SECRET);
    keys.rejectOthers();
    if (certificate.isPresent() != key.isPresent()
        || (certificate.isPresent() && store.isPresent())) {
      problems.error(
          object.place(), "a client certificate is \"certificate\" and \"key\", or \"pkcs12\"");
      return Optional.empty();
    }
    if (store.isPresent() && password.isEmpty()) {
      problems.error(object.place(), "pkcs12 needs the key \"password\"");
      return Optional.empty();
    }
    Optional<ClientCertificate> client =
        certificate
            .<ClientCertificate>map(
                file -> new ClientCertificate.Pem(file, key.orElseThrow(), password))
            .or(
                () ->
                    store.map(file -> new ClientCertificate.Pkcs12(file, password.orElseThrow())));
    return Optional.of(new Tls(authorities, client));
  }

  private static Optional<HttpProxy> proxy(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    try {
      return colon < 1 || !port.matches("\\d{1,5}") || !Rules.isPlain(text, 200)
          ? Optional.empty()
          : Optional.of(new HttpProxy(text.substring(0, colon), Integer.parseInt(port)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
