package com.openshow.loadtest.k6;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in JavaScript. */
sealed interface Js {
  /** A text; whatever it holds, it stays one. */
  record Text(String value) implements Js {}

  /** Code as it is: a number, or a call. Never made of texts from a scenario file. */
  record Code(String value) implements Js {}

  /** An array. */
  record Items(List<Js> values) implements Js {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object, its members in order. */
  record Members(Map<String, Js> values) implements Js {
    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  static Js text(String value) {
    return new Text(value);
  }

  static Js number(double value) {
    return new Code(Numbers.plain(value));
  }

  static Js texts(List<String> values) {
    return new Items(values.stream().map(Js::text).toList());
  }
}
