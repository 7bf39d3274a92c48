package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.FaultAction;
import com.openshow.loadtest.scenario.FaultAction.Header;
import com.openshow.loadtest.scenario.FaultAction.Secret;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.HttpMethod;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What switches a fault: a request or a command. */
final class FaultActionDecoder {
  static final Rule<FaultAction> ACTION = Rule.object(FaultActionDecoder::action);

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Pattern REFERENCE =
      Pattern.compile("(env|property):([A-Za-z_][A-Za-z0-9_.-]{0,99})");
  private static final String REFERENCE_RULE =
      "where the secret is to be had: env:VARIABLE or property:NAME; never the secret itself";

  private static final Rule<Duration> TIMEOUT =
      Rule.string(
          Durations.RULE + ", from 100ms to 10m",
          text ->
              Durations.parse(text)
                  .filter(time -> time.toMillis() >= 100 && time.compareTo(LONGEST) <= 0));
  private static final Rule<String> URL =
      Rule.text(FaultAction.Http.URL_RULE, FaultAction.Http::isUrl);
  private static final Rule<List<String>> WORDS =
      Rule.list(
          Rule.text(
              "a word of a command: 1 to 1000 characters on one line without \"${\" and spaces at"
                  + " its ends (there is no shell that would read it)",
              text -> Rules.isPlain(text, 1_000) && text.equals(text.strip())),
          false);
  // Not repeated in the message: somebody may have written the secret.
  private static final Rule<Secret> SECRET =
      new Rule<>(
          REFERENCE_RULE,
          (value, problems) -> {
            Optional<Secret> secret =
                value instanceof Located.Chars chars ? secret(chars.value()) : Optional.empty();
            if (secret.isEmpty()) {
              problems.error(value.place(), "must be " + REFERENCE_RULE);
            }
            return new Rule.Result<>(secret, true);
          });

  private FaultActionDecoder() {}

  private static Optional<FaultAction> action(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    final Duration timeout = keys.optional("timeout", TIMEOUT).orElse(FaultAction.USUAL_TIMEOUT);
    Optional<FaultAction> http =
        keys.optional("http", Rule.object((own, found) -> http(own, timeout, found)));
    Optional<FaultAction> command =
        keys.optional("command", WORDS).map(words -> new FaultAction.Command(words, timeout));
    keys.rejectOthers();
    boolean isHttp = object.members().containsKey("http");
    if (isHttp == object.members().containsKey("command")) {
      problems.error(
          object.place(), "must have http or command, but has " + (isHttp ? "both" : "none"));
      return Optional.empty();
    }
    return http.or(() -> command);
  }

  private static Optional<FaultAction> http(
      Located.Members object, Duration timeout, Problems problems) {
    Keys keys = new Keys(object, problems);
    List<UniqueValue> unique = new ArrayList<>();
    List<FillerValue> fillers = new ArrayList<>();
    Optional<HttpMethod> method =
        keys.required("method", Rule.choice(HttpMethod.labels(), HttpMethod::of));
    Optional<String> url = keys.required("url", URL);
    final Map<String, String> headers = keys.optional("headers", Rules.HEADERS).orElse(Map.of());
    final Optional<Secret> bearer = keys.optional("bearer", SECRET);
    final Optional<Template> body = keys.optional("body", BodyDecoder.body(unique, fillers));
    final Optional<List<Integer>> status =
        keys.optional("status", Rule.oneOrList(Rule.whole(100, 599)));
    keys.rejectOthers();
    if (!unique.isEmpty() || !fillers.isEmpty()) {
      problems.error(
          object.placeOf("body"), "unique data and filler are for requests of virtual users");
      return Optional.empty();
    }
    if (method.isEmpty() || url.isEmpty()) {
      return Optional.empty();
    }
    List<Header> all = new ArrayList<>();
    headers.forEach((name, value) -> all.add(header(name, value)));
    bearer.ifPresent(
        secret -> all.add(new Header("Authorization", "Bearer ", Optional.of(secret))));
    return Optional.of(
        new FaultAction.Http(
            method.get(),
            url.get(),
            all,
            body.map(Template::text),
            status.orElse(List.of()),
            timeout));
  }

  private static Header header(String name, String value) {
    Optional<Secret> secret = secret(value);
    return new Header(name, secret.isPresent() ? "" : value, secret);
  }

  private static Optional<Secret> secret(String text) {
    Matcher reference = REFERENCE.matcher(text);
    if (!reference.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        reference.group(1).equals("env")
            ? new Secret("", reference.group(2))
            : new Secret(reference.group(2), ""));
  }
}
