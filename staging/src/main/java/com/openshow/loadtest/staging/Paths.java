package com.openshow.loadtest.staging;

import io.javalin.http.Context;

/** Parameters in paths. */
final class Paths {
  private Paths() {}

  /** The path parameter {@code id}; what is no number belongs to nothing. */
  static long id(Context context) {
    try {
      return Long.parseLong(context.pathParam("id"));
    } catch (NumberFormatException e) {
      throw new ApiException(404, "no such id");
    }
  }
}
