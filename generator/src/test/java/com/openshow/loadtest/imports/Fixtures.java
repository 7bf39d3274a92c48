package com.openshow.loadtest.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The documents and recordings of the tests. */
final class Fixtures {
  private Fixtures() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream input = Fixtures.class.getResourceAsStream("/imports/" + name)) {
      return Objects.requireNonNull(input, name).readAllBytes();
    }
  }
}
