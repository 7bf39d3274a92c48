package com.openshow.loadtest.metrics.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a server answers. To be closed.
 *
 * @param status of HTTP
 * @param body ends with a {@link FetchException} when it cannot be had whole
 */
public record HttpAnswer(int status, HttpHeaders headers, InputStream body)
    implements AutoCloseable {
  /** The first header of a name. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
