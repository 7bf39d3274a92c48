package com.openshow.loadtest.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random samples, written in every form and read again; and the same files, damaged. */
final class JtlDifferentialTest {
  private static final long SEED = 20_261_125;
  private static final List<String> LABELS =
      List.of(
          "GET /a", "say \"hi\"", "a,b;c\td|e", "two\nlines", "näm€ 𝕏", "<&'>", "\"", "x\r\ny");
  private static final List<String> THREADS = List.of("S_01 1-1", "S_02 3-14", "h-S_01 1-2");

  @TempDir private Path folder;

  private record Sample(
      long start, int elapsed, int idle, String label, String thread, boolean ok) {}

  @Test
  void everyFormOfTheSameSamplesMeasuresTheSame() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < 10; round++) {
      List<Sample> samples = samples(random);
      Map<SampleKey, LabelStatistics> expected = expected(samples);
      List<String> forms = new ArrayList<>();
      for (String separator : List.of(",", ";", "\t", "|")) {
        forms.add(csv(samples, separator, random.nextBoolean() ? "\n" : "\r\n"));
      }
      forms.add(xml(samples));
      for (String form : forms) {
        Recorded plain = Recorded.read(folder, form, JtlOptions.of());
        Recorded packed =
            Recorded.read(Files.write(folder.resolve("p"), Recorded.packed(form)), JtlOptions.of());
        assertSame(plain, expected, form);
        assertSame(packed, expected, form);
      }
    }
  }

  private static void assertSame(
      Recorded read, Map<SampleKey, LabelStatistics> expected, String form) {
    Map<SampleKey, LabelStatistics> actual = read.measurement().statistics();
    String what = "seed " + SEED + ": " + form;
    assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
    expected.forEach(
        (key, statistics) -> {
          LabelStatistics own = java.util.Objects.requireNonNull(actual.get(key));
          assertThat(own.samples()).as(what).isEqualTo(statistics.samples());
          assertThat(own.errors()).as(what).isEqualTo(statistics.errors());
          for (double percentile : new double[] {0.1, 50, 90, 95, 99.9, 100}) {
            assertThat(own.latencies().percentile(percentile))
                .as(what)
                .isEqualTo(statistics.latencies().percentile(percentile));
          }
        });
  }

  @Test
  void noDamageEndsInAnythingButWords() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < 600; round++) {
      List<Sample> samples = samples(random);
      String form =
          switch (random.nextInt(3)) {
            case 0 -> xml(samples);
            case 1 -> csv(samples, ",", "\n");
            default -> csv(samples, ";", "\n").replaceFirst("[^\n]*\n", "");
          };
      byte[] content = random.nextInt(4) == 0 ? Recorded.packed(form) : form.getBytes(UTF_8);
      damage(content, random);
      Path file = Files.write(folder.resolve("d"), content);
      try {
        Recorded.read(file, JtlOptions.of());
      } catch (JtlException e) {
        assertThat(e.problems()).isNotEmpty().allSatisfy(p -> assertThat(p).startsWith(file + ":"));
      } catch (RuntimeException | java.io.IOException e) {
        throw new AssertionError("seed " + SEED + ", round " + round + ": " + form, e);
      }
    }
  }

  private static void damage(byte[] content, Random random) {
    String nasty = "\",;\n\r<>&\0-9x/:'";
    int places = 1 + random.nextInt(6);
    for (int i = 0; i < places && content.length > 0; i++) {
      content[random.nextInt(content.length)] =
          random.nextInt(3) == 0
              ? (byte) random.nextInt(256)
              : (byte) nasty.charAt(random.nextInt(nasty.length()));
    }
  }

  private static List<Sample> samples(Random random) {
    List<Sample> samples = new ArrayList<>();
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      samples.add(
          new Sample(
              1_700_000_000_000L + random.nextInt(100_000),
              (int) Math.exp(random.nextDouble() * 12),
              random.nextInt(4) == 0 ? random.nextInt(5000) : 0,
              LABELS.get(random.nextInt(LABELS.size())),
              THREADS.get(random.nextInt(THREADS.size())),
              random.nextInt(5) > 0));
    }
    return samples;
  }

  private static Map<SampleKey, LabelStatistics> expected(List<Sample> samples) {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    for (Sample sample : samples) {
      recorder.record(
          new com.openshow.loadtest.slo.measure.Sample(
              sample.thread.contains("S_01") ? "S_01" : "S_02",
              // XML turns a line break in an attribute that is not escaped into a space; JMeter
              // escapes.
              sample.label,
              sample.thread,
              sample.start,
              sample.elapsed,
              sample.idle,
              !sample.ok));
    }
    return recorder.measurement(Instant.EPOCH, Instant.EPOCH).statistics();
  }

  private static String csv(List<Sample> samples, String separator, String end) {
    StringBuilder text = new StringBuilder();
    row(
        text,
        separator,
        end,
        "timeStamp",
        "elapsed",
        "label",
        "threadName",
        "success",
        "IdleTime",
        "Connect");
    for (Sample sample : samples) {
      row(
          text,
          separator,
          end,
          "" + sample.start,
          "" + sample.elapsed,
          sample.label,
          sample.thread,
          "" + sample.ok,
          "" + sample.idle,
          "0");
    }
    return text.toString();
  }

  /** As JMeter's CSVSaveService quotes: what has a separator, a quote or a line break in it. */
  private static void row(StringBuilder text, String separator, String end, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      boolean quote =
          fields[i].matches("(?s).*[\"\r\n" + java.util.regex.Pattern.quote(separator) + "].*");
      text.append(i == 0 ? "" : separator)
          .append(quote ? '"' + fields[i].replace("\"", "\"\"") + '"' : fields[i]);
    }
    text.append(end);
  }

  private static String xml(List<Sample> samples) {
    StringBuilder text = new StringBuilder("<testResults version=\"1.2\">\n");
    for (Sample sample : samples) {
      text.append(
          String.format(
              Locale.ROOT,
              "<sample t=\"%d\" it=\"%d\" ts=\"%d\" s=\"%s\" lb=\"%s\" tn=\"%s\"/>%n",
              sample.elapsed,
              sample.idle,
              sample.start,
              sample.ok,
              escape(sample.label),
              sample.thread));
    }
    return text.append("</testResults>\n").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;")
        .replace("\t", "&#9;");
  }
}
