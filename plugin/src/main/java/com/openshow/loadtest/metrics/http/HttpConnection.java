package com.openshow.loadtest.metrics.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Asks one server. Redirections are not followed, since credentials would go with them. Its two
 * threads end by themselves when nothing is asked; it holds nothing that must be closed.
 */
public final class HttpConnection {
  private static final int THREADS = 2;
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration MOST_TO_CONNECT = Duration.ofSeconds(5);

  /** Not compressed: so what comes over the network is what is kept, and one limit holds both. */
  private static final String IDENTITY = "identity";

  private final HttpUrl url;
  private final Credentials credentials;
  private final HttpClient client;

  private HttpConnection(HttpUrl url, Credentials credentials, HttpClient client) {
    this.url = url;
    this.credentials = credentials;
    this.client = client;
  }

  /**
   * Makes ready to ask, without asking: reads the secrets and the files of certificates.
   *
   * @throws InvalidSettingsException with all that is wrong with them
   */
  public static HttpConnection open(HttpUrl url, HttpSettings settings, SecretLookup lookup)
      throws InvalidSettingsException {
    List<String> problems = new ArrayList<>();
    Credentials credentials = Credentials.find(settings, lookup, problems);
    Optional<SSLContext> tls = new TlsContexts(credentials, problems).context(settings.tls());
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    Duration timeout = settings.timeout();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // The offer of HTTP/2 in clear text confuses some proxies.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout.compareTo(MOST_TO_CONNECT) < 0 ? timeout : MOST_TO_CONNECT)
            .executor(threads());
    tls.ifPresent(builder::sslContext);
    settings
        .proxy()
        .ifPresent(
            proxy ->
                builder.proxy(
                    ProxySelector.of(
                        InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))));
    return new HttpConnection(url, credentials, builder.build());
  }

  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "metrics-http");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Where it asks. */
  public HttpUrl url() {
    return url;
  }

  /**
   * Asks with GET.
   *
   * @param below is added to the URL's path; begins with a slash, or is empty
   * @param limit the most bytes that the body of the answer may have
   */
  public HttpAnswer get(String below, Parameters parameters, Deadline deadline, long limit)
      throws FetchException, InterruptedException {
    return send(
        HttpRequest.newBuilder(url.resolve(below, parameters)).GET(), IDENTITY, deadline, limit);
  }

  /**
   * Asks for the URL itself with GET; the body may come packed, as the header Content-Encoding
   * tells then, and whoever asks unpacks it.
   *
   * @param encoding in which it may come, such as {@code gzip}
   * @param limit the most bytes that the body of the answer may have as it comes
   */
  public HttpAnswer getPacked(String encoding, Deadline deadline, long limit)
      throws FetchException, InterruptedException {
    return send(
        HttpRequest.newBuilder(url.resolve("", Parameters.NONE)).GET(), encoding, deadline, limit);
  }

  /** Asks with POST, the parameters in the body. */
  public HttpAnswer post(String below, Parameters parameters, Deadline deadline, long limit)
      throws FetchException, InterruptedException {
    return send(
        HttpRequest.newBuilder(url.resolve(below, Parameters.NONE))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(parameters.text())),
        IDENTITY,
        deadline,
        limit);
  }

  private HttpAnswer send(
      HttpRequest.Builder request, String packing, Deadline deadline, long limit)
      throws FetchException, InterruptedException {
    if (deadline.isOver()) {
      throw Failures.noAnswer(deadline);
    }
    request.header("Accept-Encoding", packing);
    request.header("User-Agent", "openshow-loadtest");
    // What a cache of Mimir or Thanos remembers may be older than the samples asked for.
    request.header("Cache-Control", "no-store");
    credentials.headers().forEach(request::setHeader);
    CompletableFuture<HttpResponse<InputStream>> pending =
        client.sendAsync(request.build(), head -> new BodyStream(deadline, limit));
    try {
      HttpResponse<InputStream> response =
          pending.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      return checked(
          new HttpAnswer(response.statusCode(), response.headers(), response.body()),
          packing,
          limit);
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw Failures.noAnswer(deadline).causedBy(e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw Failures.of(e.getCause() == null ? e : e.getCause());
    }
  }

  private static HttpAnswer checked(HttpAnswer answer, String packing, long limit)
      throws FetchException {
    FetchException problem = null;
    String encoding = answer.header("Content-Encoding").orElse(IDENTITY);
    if (!encoding.equalsIgnoreCase(IDENTITY) && !encoding.equalsIgnoreCase(packing)) {
      problem =
          FetchException.lasting(
              "the answer is compressed (" + Foreign.text(encoding) + "), which was not asked for",
              "have the proxy in between heed Accept-Encoding");
    } else if (answer.headers().firstValueAsLong("Content-Length").orElse(0) > limit) {
      problem = Failures.tooLarge(limit);
    }
    if (problem != null) {
      try {
        answer.close();
      } catch (IOException e) {
        problem.addSuppressed(e);
      }
      throw problem;
    }
    return answer;
  }

  /** The text with the credentials in it made unreadable, whoever put them there. */
  public String mask(String text) {
    return credentials.mask(text);
  }

  /** A place below the URL, for a message. */
  public String text(String below) {
    return url.text(below);
  }

  @Override
  public String toString() {
    return "HttpConnection to " + url;
  }
}
