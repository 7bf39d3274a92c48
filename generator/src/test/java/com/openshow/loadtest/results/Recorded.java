package com.openshow.loadtest.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * What was read from a file: each label with samples, errors, median and maximum; and the notes.
 */
record Recorded(Measurement measurement, List<String> rows, List<String> notes) {
  static Recorded read(Path file, JtlOptions options) throws IOException, JtlException {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    SampleSink sink = new SampleSink(List.of("S_01", "S_02"), recorder);
    List<String> notes = JtlReader.read(file, options, sink, bytes -> {});
    Measurement measurement = recorder.measurement(Instant.EPOCH, Instant.EPOCH);
    List<String> rows =
        measurement.statistics().entrySet().stream()
            .map(
                entry ->
                    String.format(
                        Locale.ROOT,
                        "%s%s|%s: %d samples, %d errors, %.0f..%.0f ms",
                        entry.getKey().transaction() ? "T " : "",
                        entry.getKey().scenario(),
                        entry.getKey().label(),
                        entry.getValue().samples(),
                        entry.getValue().errors(),
                        entry.getValue().latencies().percentile(50).orElse(-1),
                        entry.getValue().latencies().percentile(100).orElse(-1)))
            .sorted()
            .toList();
    return new Recorded(measurement, rows, notes);
  }

  static Recorded read(Path folder, String content, JtlOptions options)
      throws IOException, JtlException {
    return read(Files.writeString(folder.resolve("r.jtl"), content), options);
  }

  static byte[] packed(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
