package com.openshow.loadtest.k6;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds an object, leaving out what there is not. */
final class Members {
  private final Map<String, Js> values = new LinkedHashMap<>();

  Members with(String key, Js value) {
    values.put(key, value);
    return this;
  }

  Members with(String key, String text) {
    return with(key, Js.text(text));
  }

  Members code(String key, String code) {
    return with(key, new Js.Code(code));
  }

  Members with(String key, Optional<Js> value) {
    value.ifPresent(present -> with(key, present));
    return this;
  }

  /** The array, unless it is empty. */
  Members withAny(String key, List<Js> items) {
    return items.isEmpty() ? this : with(key, new Js.Items(items));
  }

  Js build() {
    return new Js.Members(values);
  }
}
