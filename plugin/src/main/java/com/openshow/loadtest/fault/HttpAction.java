package com.openshow.loadtest.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request to whatever can switch the fault. Redirections are not followed.
 *
 * @param method such as PUT
 * @param url where it goes: {@code http} or {@code https}
 * @param headers by name; their values may be secrets
 * @param body what is sent; empty for no body
 * @param statuses which status tells that it was done; any from 200 to 299 where empty
 * @param timeout for the whole of it
 */
public record HttpAction(
    String method,
    URI url,
    Map<String, String> headers,
    String body,
    Set<Integer> statuses,
    Duration timeout)
    implements Action {
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

  public HttpAction {
    Objects.requireNonNull(body, "body");
    if (!method.matches(TOKEN)) {
      throw new IllegalArgumentException("method must be such as PUT, but was \"" + method + "\"");
    }
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "url must be http(s)://host..., but was \"" + plain(url) + "\"");
    }
    headers = new LinkedHashMap<>(headers);
    headers.forEach(HttpAction::requireHeader);
    statuses = Set.copyOf(new TreeSet<>(statuses));
    Action.requireTimeout(timeout);
    // What the JDK does not allow is said before the load starts.
    request(method, url, headers, body);
  }

  private static void requireHeader(String name, String value) {
    if (!name.matches(TOKEN)) {
      throw new IllegalArgumentException("\"" + name + "\" is not the name of a header");
    }
    // The JDK's own message would tell the value.
    if (!value.matches("[\\t\\x20-\\x7E\\x80-\\xFF]*")) {
      throw new IllegalArgumentException(
          "the value of the header " + name + " has characters that a header cannot have");
    }
  }

  private static HttpRequest request(
      String method, URI url, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    if (!body.isEmpty() && headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      request.setHeader("Content-Type", "application/json");
    }
    return request.build();
  }

  /** Without user and query, which may hold secrets. */
  private static String plain(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return (url.getScheme() == null ? "" : url.getScheme() + ":")
        + (url.getHost() == null ? "" : "//" + url.getHost() + port)
        + Objects.requireNonNullElse(url.getRawPath(), "")
        + (url.getRawQuery() == null ? "" : "?...");
  }

  @Override
  public String describe() {
    return method + " " + plain(url);
  }

  @Override
  public String perform() throws FailedActionException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
    CompletableFuture<HttpResponse<Clip>> answer =
        client.sendAsync(request(method, url, headers, body), info -> new ClippedBody());
    try {
      HttpResponse<Clip> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return judge(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      throw new FailedActionException(
          describe() + " was not answered within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new FailedActionException(
          describe()
              + " failed: "
              + cause.getClass().getSimpleName()
              + (cause.getMessage() == null ? "" : ": " + cause.getMessage()));
    } finally {
      answer.cancel(true);
    }
  }

  private String judge(int status, Clip answer) throws FailedActionException {
    boolean done = statuses.isEmpty() ? status / 100 == 2 : statuses.contains(status);
    if (!done) {
      throw new FailedActionException(
          describe()
              + " was answered with status "
              + status
              + ", expected "
              + (statuses.isEmpty() ? "200 to 299" : new TreeSet<>(statuses))
              + answer.behindColon());
    }
    return describe() + " was answered with status " + status;
  }
}
