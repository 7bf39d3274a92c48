package com.openshow.loadtest.results;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JtlXmlTest {
  private static final String BEGIN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testResults version=\"1.2\">\n";
  private static final String SAMPLES =
      """
      <httpSample t="12" it="3" lt="11" ct="1" ts="1700000000000" s="true" lb="GET /a" rc="200"
          rm="OK" tn="S_01 1-1" dt="text" by="512" sby="210" ng="1" na="1">
        <httpSample t="5" it="0" ts="1700000000000" s="true" lb="GET /a-0" rc="302" rm="Found"
            tn="S_01 1-1"/>
        <responseData class="java.lang.String">&lt;sample t="1"/&gt;</responseData>
      </httpSample>
      <sample t="9" it="700" ts="1700000000100" s="false" lb="Buy" rc="" tn="S_01 1-1"
          rm="Number of samples in transaction : 2, number of failing samples : 1">
        <httpSample t="4" it="0" ts="1700000000100" s="true" lb="GET /b" tn="S_01 1-1">
          <httpSample t="4" it="0" ts="1700000000100" s="true" lb="GET /b.css" tn="S_01 1-1"/>
        </httpSample>
        <sample t="5" it="0" ts="1700000000104" s="false" lb="Pay" tn="S_01 1-1"
            rm="Number of samples in transaction : 1, number of failing samples : 1">
          <httpSample t="5" it="0" ts="1700000000104" s="false" lb="POST /c" tn="S_01 1-1"/>
        </sample>
      </sample>
      """;

  @TempDir private Path folder;

  @Test
  void requestsAreCountedOnceAndTransactionsBesideThem() throws Exception {
    Recorded read = read(BEGIN + SAMPLES + "</testResults>\n");
    assertThat(read.rows())
        .containsExactly(
            "S_01|GET /a: 1 samples, 0 errors, 15..15 ms",
            "S_01|GET /b: 1 samples, 0 errors, 4..4 ms",
            "S_01|POST /c: 1 samples, 1 errors, 5..5 ms",
            "T S_01|Buy: 1 samples, 1 errors, 9..9 ms",
            "T S_01|Pay: 1 samples, 1 errors, 5..5 ms");
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void charactersAreThoseThatTheFileDeclares() throws Exception {
    String text = BEGIN + SAMPLES.replace("GET /a", "GET /ä") + "</testResults>\n";
    for (Charset charset : List.of(ISO_8859_1, UTF_8)) {
      String declared = text.replace("UTF-8", charset.name());
      Path file = Files.write(folder.resolve("x.xml"), declared.getBytes(charset));
      assertThat(Recorded.read(file, JtlOptions.of()).rows())
          .contains("S_01|GET /ä: 1 samples, 0 errors, 15..15 ms");
    }
    assertThat(read(text.replace("UTF-8", "no-such")).rows()).hasSize(5);
  }

  @Test
  void whereverARunIsKilledItIsSaid() throws Exception {
    byte[] whole = (BEGIN + SAMPLES + "</testResults>").getBytes(UTF_8);
    for (int end = BEGIN.length(); end < whole.length; end++) {
      Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, end));
      assertThat(Recorded.read(file, JtlOptions.of()).notes())
          .as("cut at %d", end)
          .anyMatch(note -> note.contains("cut off"));
    }
  }

  @Test
  void whatIsNoXmlInTheMiddleHidesNoSamples() {
    String text =
        BEGIN + SAMPLES + "<sample t=\"1\" lb=\"\u0001\"/>\n" + SAMPLES + "</testResults>";
    assertThatExceptionOfType(JtlException.class)
        .isThrownBy(() -> read(text))
        .withMessageMatching("(?s).*r\\.jtl:19: not the XML results of JMeter: .*");
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    assertThatExceptionOfType(JtlException.class)
        .isThrownBy(
            () -> read(BEGIN + "<sample t=\"1\" ts=\"5\"/>\n<sample lb=\"x\"/>\n</testResults>"))
        .withMessageContaining("r.jtl:3: the sample lacks the attributes lb, s; record with")
        .withMessageContaining("jmeter.save.saveservice.label=true")
        .withMessageContaining("r.jtl:4: the sample lacks the attributes ts, t, s");
    assertThatExceptionOfType(JtlException.class)
        .isThrownBy(() -> read("<testsuite><testcase/></testsuite>"))
        .withMessageContaining("expected <testResults>, but found <testsuite>");
    Recorded read =
        Recorded.read(
            folder,
            BEGIN + "<sample t=\"1\" ts=\"5\" s=\"true\" lb=\"x\" tn=\"S_01 1-1\"/></testResults>",
            new JtlOptions(List.of(), Set.of(), true, Set.of()));
    assertThat(read.notes()).anyMatch(note -> note.contains("no attribute it"));
  }

  @Test
  void noOtherFileIsRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "TOP-SECRET");
    String text =
        "<!DOCTYPE testResults [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><testResults><sample t=\"1\" ts=\"5\" s=\"true\" lb=\"x\">&e;</sample></testResults>";
    try {
      assertThat(read(text).toString()).doesNotContain("TOP-SECRET");
    } catch (JtlException e) {
      assertThat(e).hasMessageNotContaining("TOP-SECRET");
    }
  }

  private Recorded read(String content) throws Exception {
    return Recorded.read(folder, content, JtlOptions.of());
  }
}
