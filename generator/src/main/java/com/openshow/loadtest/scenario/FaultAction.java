package com.openshow.loadtest.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What switches a fault on or off. */
public sealed interface FaultAction {
  /** How long it may take if nobody says otherwise. */
  Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

  /** After so long it is given up. */
  Duration timeout();

  /** For people: what is done, without a secret. */
  String describe();

  /**
   * A request.
   *
   * @param method its method
   * @param url a path on the target, or a URL with a host
   * @param headers what it carries
   * @param body JSON; empty for none
   * @param statuses which tell that it was done; 200 to 299 where empty
   * @param timeout more than 0
   */
  record Http(
      HttpMethod method,
      String url,
      List<Header> headers,
      Optional<String> body,
      List<Integer> statuses,
      Duration timeout)
      implements FaultAction {
    /** What {@link #url} looks like, for messages. */
    public static final String URL_RULE =
        "a path on the target such as /faults/x, or a URL such as http://127.0.0.1:8474/proxies/x,"
            + " without spaces, \"${\" and a user";

    public Http {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(body, "body");
      Require.that(isUrl(url), "url must be " + URL_RULE, url);
      headers = List.copyOf(headers);
      statuses = List.copyOf(statuses);
      Require.that(timeout.toMillis() > 0, "timeout must be more than 0", timeout);
    }

    /** Whether a request may go there. */
    public static boolean isUrl(String text) {
      return text.length() <= 1_000
          && !text.contains("${")
          && text.matches("(?:https?://[A-Za-z0-9.\\[\\]:-]+)?(?:/[!-\\[\\]-~&&[^\"<>^`{|}]]*)?")
          && !text.isEmpty();
    }

    /** Whether it goes to the target. */
    public boolean isOnTarget() {
      return url.startsWith("/");
    }

    @Override
    public String describe() {
      return method + " " + url.replaceFirst("\\?.*", "");
    }
  }

  /**
   * A header.
   *
   * @param name its name
   * @param value the value, or what stands before the secret
   * @param secret where the rest of the value is to be had; empty where it is no secret
   */
  record Header(String name, String value, Optional<Secret> secret) {
    public Header {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(secret, "secret");
    }
  }

  /**
   * Where a secret is to be had.
   *
   * @param property of JMeter; may be empty
   * @param variable of the environment; may be empty
   */
  record Secret(String property, String variable) {
    public Secret {
      Objects.requireNonNull(property, "property");
      Objects.requireNonNull(variable, "variable");
    }
  }

  /**
   * A program of the injector's machine, without a shell.
   *
   * @param words the program and its arguments
   * @param timeout more than 0
   */
  record Command(List<String> words, Duration timeout) implements FaultAction {
    public Command {
      words = List.copyOf(words);
      Require.that(!words.isEmpty(), "a command must have words", words);
      Require.that(timeout.toMillis() > 0, "timeout must be more than 0", timeout);
    }

    @Override
    public String describe() {
      return "the command " + String.join(" ", words);
    }
  }
}
