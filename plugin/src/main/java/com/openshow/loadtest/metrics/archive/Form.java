package com.openshow.loadtest.metrics.archive;

import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.TimeRange;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a source was asked. */
enum Form {
  /** By {@link MetricsSource#read}. */
  READ {
    @Override
    Reading ask(MetricsSource source, String query, TimeRange range) {
      return source.read(query, range);
    }
  },

  /** By {@link MetricsSource#raw}. */
  RAW {
    @Override
    Reading ask(MetricsSource source, String query, TimeRange range) {
      return source.raw(query, range);
    }
  };

  abstract Reading ask(MetricsSource source, String query, TimeRange range);

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Form> of(String label) {
    return Arrays.stream(values()).filter(form -> form.label().equals(label)).findFirst();
  }
}
