package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.fault.Action;
import com.openshow.loadtest.fault.CommandAction;
import com.openshow.loadtest.fault.HttpAction;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What switches a fault, as it stands in a plan: texts, expressions allowed.
 *
 * @param kind {@link #HTTP} or {@link #COMMAND}
 * @param method of the request
 * @param url where it goes, with the host
 * @param headers lines of the form {@code Name: value}
 * @param body what is sent; empty for nothing
 * @param status with commas between them; empty for 200 to 299
 * @param command a line a word
 * @param timeoutSeconds after so long it is given up
 */
public record ActionText(
    String kind,
    String method,
    String url,
    String headers,
    String body,
    String status,
    String command,
    String timeoutSeconds) {
  /** A request. */
  public static final String HTTP = "http";

  /** A program of the injector's machine. */
  public static final String COMMAND = "command";

  static final String USUAL_TIMEOUT = "5";

  public ActionText {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(timeoutSeconds, "timeoutSeconds");
  }

  /** A request that a person has still to fill in. */
  static ActionText empty(String method) {
    return new ActionText(HTTP, method, "", "", "", "", "", USUAL_TIMEOUT);
  }

  /** A command, a line a word. */
  public static ActionText command(String words, String timeoutSeconds) {
    return new ActionText(COMMAND, "", "", "", "", "", words, timeoutSeconds);
  }

  /** Whether it runs a program. */
  boolean isCommand() {
    return kind.equals(COMMAND);
  }

  /**
   * What it says.
   *
   * @param evaluate gives expressions their values
   * @throws IllegalArgumentException when it says nothing that can be done; no secret is told
   */
  Action action(UnaryOperator<String> evaluate) {
    Duration timeout = FaultText.seconds("timeout", evaluate.apply(timeoutSeconds));
    if (isCommand()) {
      return new CommandAction(
          evaluate.apply(command).lines().map(String::strip).filter(w -> !w.isEmpty()).toList(),
          timeout);
    }
    if (!kind.equals(HTTP)) {
      throw new IllegalArgumentException(
          "kind must be " + HTTP + " or " + COMMAND + ", but was \"" + kind + "\"");
    }
    return new HttpAction(
        evaluate.apply(method).strip(),
        url(evaluate.apply(url).strip()),
        headers(evaluate.apply(headers)),
        evaluate.apply(body),
        statuses(evaluate.apply(status)),
        timeout);
  }

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // A URL may hold a secret: its own message would tell it.
      throw new IllegalArgumentException("url is none: " + e.getReason(), e);
    }
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("a header must have the form Name: value");
      }
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static Set<Integer> statuses(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(ActionText::status)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int status(String text) {
    if (!text.matches("[1-5]\\d\\d")) {
      throw new IllegalArgumentException(
          "status must be empty or numbers from 100 to 599, but was \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }
}
