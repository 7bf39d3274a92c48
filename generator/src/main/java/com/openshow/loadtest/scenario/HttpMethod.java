package com.openshow.loadtest.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The methods an endpoint can be requested with. */
public enum HttpMethod {
  GET,
  HEAD,
  OPTIONS,
  DELETE,
  POST,
  PUT,
  PATCH;

  /** Whether a request of this method carries data. */
  public boolean hasBody() {
    return this == POST || this == PUT || this == PATCH;
  }

  /** The name of every method. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(HttpMethod::name).toList();
  }

  /** The method with this name; empty when there is none. */
  public static Optional<HttpMethod> of(String name) {
    return Arrays.stream(values()).filter(method -> method.name().equals(name)).findFirst();
  }
}
