package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.Deadline;
import com.openshow.loadtest.metrics.http.FetchException;
import com.openshow.loadtest.metrics.http.HttpAnswer;
import com.openshow.loadtest.metrics.http.HttpConnection;
import com.openshow.loadtest.metrics.http.Parameters;
import com.openshow.loadtest.metrics.http.Retries;
import com.openshow.loadtest.metrics.http.Statuses;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The two requests of Prometheus's HTTP API that are needed. */
final class Api {
  private static final String QUERY = "/api/v1/query";
  private static final String QUERY_RANGE = "/api/v1/query_range";
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int MOST_OF_AN_ERROR = 64 * 1024;
  private static final int MOST_BLANKS = 1024;

  private final HttpConnection connection;
  private final Retries retries;
  private final Limits limits;
  private volatile boolean refusesPost;

  Api(HttpConnection connection, Retries retries, Limits limits) {
    this.connection = connection;
    this.retries = retries;
    this.limits = limits;
  }

  /** What is done with an answer, whatever its status is. */
  interface Use<T> {
    T of(HttpAnswer answer) throws IOException;
  }

  /**
   * The value of an expression at a moment.
   *
   * @param points how many points are left to be taken in
   */
  Answer query(String query, long atMillis, int points, Deadline deadline)
      throws IOException, InterruptedException {
    Parameters parameters =
        Parameters.NONE.with("query", query).with("time", Numbers.seconds(atMillis));
    return ask(QUERY, parameters, deadline, answer -> success(answer, points));
  }

  /**
   * Asks for the value of an expression now, by the server's clock.
   *
   * @param attempt makes a new use for each time that it is tried
   */
  <T> T now(String query, Deadline deadline, Supplier<Use<T>> attempt)
      throws IOException, InterruptedException {
    Parameters parameters = Parameters.NONE.with("query", query);
    return retries.run(deadline, () -> once(QUERY, parameters, deadline, attempt.get()));
  }

  /** The values of an expression at the moments of a grid. */
  Answer queryRange(String query, Grid grid, int points, Deadline deadline)
      throws IOException, InterruptedException {
    Parameters parameters =
        Parameters.NONE
            .with("query", query)
            .with("start", Numbers.seconds(grid.from()))
            .with("end", Numbers.seconds(grid.to()))
            .with("step", Numbers.seconds(grid.step()));
    return ask(QUERY_RANGE, parameters, deadline, answer -> success(answer, points));
  }

  private <T> T ask(String path, Parameters parameters, Deadline deadline, Use<T> use)
      throws IOException, InterruptedException {
    return retries.run(deadline, () -> once(path, parameters, deadline, use));
  }

  private <T> T once(String path, Parameters asked, Deadline deadline, Use<T> use)
      throws IOException, InterruptedException {
    Parameters parameters =
        asked
            .with("timeout", Math.max(1, deadline.remaining().toMillis()) + "ms")
            // VictoriaMetrics moves times to those it has in its cache, unless it is told.
            .with("nocache", "1");
    if (!refusesPost) {
      try (HttpAnswer answer = connection.post(path, parameters, deadline, limits.bytes())) {
        if (answer.status() != METHOD_NOT_ALLOWED && answer.status() != NOT_IMPLEMENTED) {
          return use.of(answer);
        }
      }
    }
    try (HttpAnswer answer = connection.get(path, parameters, deadline, limits.bytes())) {
      T result = use.of(answer);
      refusesPost = true;
      return result;
    }
  }

  /**
   * What an answer says.
   *
   * @throws FetchException when it is not a success
   */
  static Answer success(HttpAnswer answer, int points) throws IOException {
    if (!Statuses.isSuccess(answer.status())) {
      throw complaint(answer);
    }
    return read(answer, points);
  }

  private static Answer read(HttpAnswer answer, int points) throws IOException {
    InputStream body = new BufferedInputStream(answer.body());
    body.mark(MOST_BLANKS + 1);
    int first = body.read();
    for (int blanks = 0; first >= 0 && first <= ' ' && blanks < MOST_BLANKS; blanks++) {
      first = body.read();
    }
    if (first == '<') {
      throw Complaints.html();
    }
    body.reset();
    return AnswerReader.read(body, points);
  }

  private static FetchException complaint(HttpAnswer answer) throws IOException {
    int status = answer.status();
    byte[] body = beginning(answer);
    String text = new String(body, StandardCharsets.ISO_8859_1);
    if (status == 400 && (text.contains("HTTPS server") || text.contains("HTTPS port"))) {
      return Complaints.plainHttp();
    }
    boolean isOfTheWayThere = status < 400 || status == 401 || status == 403 || status == 404;
    try {
      FetchException said = AnswerReader.readError(new ByteArrayInputStream(body), status);
      return isOfTheWayThere || status == 429 ? Statuses.failure(answer, said.what()) : said;
    } catch (FetchException e) {
      // What the body says is a page of a proxy, which may repeat what it was sent.
      return Statuses.failure(answer, "");
    }
  }

  private static byte[] beginning(HttpAnswer answer) throws InterruptedIOException {
    try {
      return answer.body().readNBytes(MOST_OF_AN_ERROR);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      // The status has said enough.
      return new byte[0];
    }
  }
}
