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
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random samples, written in every form and read again; and the same files, damaged. */
final class JtlDifferentialTest {
  private static final long SEED = 20_261_125;

  @TempDir private Path folder;

  @Test
  void everyFormOfTheSameSamplesMeasuresTheSame() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < 10; round++) {
      SampleForms samples = samples(random);
      Map<SampleKey, LabelStatistics> expected = expected(samples);
      List<String> forms = new ArrayList<>();
      for (String separator : List.of(",", ";", "\t", "|")) {
        forms.add(samples.csv(separator, random.nextBoolean() ? "\n" : "\r\n"));
      }
      forms.add(samples.xml());
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
      SampleForms samples = samples(random);
      String form =
          switch (random.nextInt(3)) {
            case 0 -> samples.xml();
            case 1 -> samples.csv(",", "\n");
            default -> samples.csv(";", "\n").replaceFirst("[^\n]*\n", "");
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

  private static SampleForms samples(Random random) {
    return new SampleForms(random, 1 + random.nextInt(60));
  }

  private static Map<SampleKey, LabelStatistics> expected(SampleForms samples) {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    samples.recordLive(recorder);
    return recorder.measurement(Instant.EPOCH, Instant.EPOCH).statistics();
  }
}
