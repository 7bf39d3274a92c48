package com.openshow.loadtest.staging;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A line for each request: time, method, path, query, status, microseconds, headers as a JSON
 * object with names in lower case, body as a JSON string, the client's port, and the answer's body
 * as a JSON string, of which a long one is left out; tabs between them. Tokens and passwords are
 * masked.
 */
final class AccessLog implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MASK = "***";
  private static final Pattern SECRET =
      Pattern.compile("(\"(?:password|token)\"\\s*:\\s*\")[^\"]*");

  /** Answers that make something are short; those that list things would fill the disk. */
  private static final int LONGEST_ANSWER = 1_000;

  private final BufferedWriter writer;
  private final Clock clock;

  AccessLog(Path file, Clock clock) throws IOException {
    this.writer = Files.newBufferedWriter(file);
    this.clock = clock;
  }

  synchronized void add(Context context, long micros) {
    try {
      writer.write(
          String.join(
              "\t",
              clock.instant().toString(),
              context.method().name(),
              context.path(),
              context.queryString() == null ? "" : context.queryString(),
              Integer.toString(context.statusCode()),
              Long.toString(micros),
              JSON.writeValueAsString(headers(context)),
              JSON.writeValueAsString(masked(context.body())),
              Integer.toString(context.req().getRemotePort()),
              JSON.writeValueAsString(answer(context))));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answer(Context context) {
    String answer = context.result();
    return answer == null || answer.length() > LONGEST_ANSWER ? "" : masked(answer);
  }

  private static String masked(String json) {
    return SECRET.matcher(json).replaceAll("$1" + MASK);
  }

  private static Map<String, String> headers(Context context) {
    Map<String, String> headers = new TreeMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(ROOT), value));
    headers.computeIfPresent(
        "authorization", (name, value) -> value.replaceFirst(" .*", " " + MASK));
    return headers;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
