package com.openshow.loadtest.results;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JtlCsvTest {
  /** What JMeter 5.6.3 writes if nothing else is said. */
  private static final String DEFAULT_HEADER =
      "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
          + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";

  private static final String DEFAULT_ROWS =
      """
      1700000000000,12,GET /a,200,OK,S_01 1-1,text,true,,512,210,1,1,http://127.0.0.1/a,11,0,1
      1700000000100,30,GET /a,503,"No, thanks",S_01 1-2,text,false,"expected ""200"",
      but was 503",512,210,1,1,"http://127.0.0.1/a?q=1,2",29,5,1
      1700000000200,7,GET /b,200,OK,127.0.0.1-S_02 1-1,text,true,,512,210,1,1,http://127.0.0.1/b,6,0,0
      """;

  private static final String[] DEFAULT_SAMPLES = {
    "S_01|GET /a: 2 samples, 1 errors, 12..35 ms", "S_02|GET /b: 1 samples, 0 errors, 7..7 ms"
  };

  private static final String SMALL = "timeStamp,elapsed,label,threadName,success\n";

  @TempDir private Path folder;

  @Test
  void theDefaultConfigurationIsReadWithItsQuotesAndLineBreaks() throws Exception {
    Recorded read = read(DEFAULT_HEADER + DEFAULT_ROWS);
    assertThat(read.rows()).containsExactly(DEFAULT_SAMPLES);
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void theDefaultColumnsNeedNoHeader() throws Exception {
    Recorded read = read(DEFAULT_ROWS);
    assertThat(read.rows()).containsExactly(DEFAULT_SAMPLES);
    assertThat(read.notes()).singleElement().asString().contains("no header line");
  }

  @Test
  void sampleVariablesStandBehindTheColumns() throws Exception {
    String rows = DEFAULT_ROWS.replaceAll("(,\\d)\n", "$1,\"x,y\"\n");
    assertThat(read(rows).rows()).containsExactly(DEFAULT_SAMPLES);
    String header = DEFAULT_HEADER.replace("Connect\n", "Connect,\"label\"\n");
    assertThat(read(header + rows).rows()).containsExactly(DEFAULT_SAMPLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ";", "|", "~", "^"})
  void anySeparatorIsFound(String separator) throws Exception {
    String rows = "1700000000000,12,GET /a,S_01 1-1,true\n1700000000001,13,GET /a,S_01 1-1,false\n";
    String[] samples = {"S_01|GET /a: 2 samples, 1 errors, 12..13 ms"};
    assertThat(read((SMALL + rows).replace(",", separator)).rows()).containsExactly(samples);
    JtlOptions columns = JtlOptions.of("timeStamp", "elapsed", "label", "threadName", "success");
    assertThat(Recorded.read(folder, rows.replace(",", separator), columns).rows())
        .containsExactly(samples);
    String plain = DEFAULT_ROWS.lines().limit(1).findFirst().orElseThrow() + "\n";
    assertThat(read(plain.replace(",", separator)).rows())
        .containsExactly("S_01|GET /a: 1 samples, 0 errors, 12..12 ms");
  }

  @Test
  void withoutHeaderAndDefaultColumnsItSaysHowToNameThem() {
    assertProblem("1,12,GET /a,S_01 1-1,true\n", ":1: no header line, and the 5 fields")
        .contains("--columns", "print_field_names=true");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JtlOptions.of("elapsed", "label"))
        .withMessageContaining("timeStamp, success");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JtlOptions.of("timeStamp", "elapsed", "label", "success", "x", "x"))
        .withMessageContaining("must differ");
  }

  @Test
  void columnsThatAreMissingAreNamedWithTheirSettings() {
    assertProblem("timeStamp,label,threadName\n1,a,b\n", ":1: the columns elapsed, success")
        .contains("jmeter.save.saveservice.time=true", "jmeter.save.saveservice.successful=true");
  }

  @Test
  void columnsThatCanBeDoneWithoutAreSaid() throws Exception {
    Recorded read =
        Recorded.read(
            folder,
            "timeStamp,elapsed,label,success\n1,2,GET /a,true\n",
            new JtlOptions(List.of(), Set.of(), true, Set.of()));
    assertThat(read.rows()).containsExactly("|GET /a: 1 samples, 0 errors, 2..2 ms");
    assertThat(String.join("\n", read.notes()))
        .contains("threadName is absent", "responseMessage is absent", "IdleTime is absent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026/11/25 10:00:00.000|2026/11/25 10:00:01.500",
        "2026-11-25 10:00:00.000|2026-11-25 10:00:01.500",
        "2026/11/25 10:00:00|2026/11/25 10:00:01",
        "2026-11-25 10:00:00|2026-11-25 10:00:01",
        "11/25/26 10:00:00|11/25/26 10:00:01",
      })
  void datesAreReadInTheFormatsThatJmeterReads(String dates) throws Exception {
    String[] date = dates.split("\\|", 2);
    Recorded read =
        read(
            SMALL
                + date[0]
                + ",500,GET /a,S_01 1-1,true\n"
                + date[1]
                + ",500,GET /a,S_01 1-1,true\n");
    assertThat(read.rows()).containsExactly("S_01|GET /a: 2 samples, 0 errors, 500..500 ms");
    assertThat(Duration.between(read.measurement().startedAt(), read.measurement().endedAt()))
        .isEqualTo(Duration.ofMillis(date[0].contains(".") ? 2000 : 1500));
    assertThat(String.join("\n", read.notes())).contains("time zone");
  }

  @Test
  void aDateOfAnotherFormatIsRefusedWithThoseThatAreRead() {
    assertProblem(
            SMALL + "25.11.2026 10:00,5,GET /a,S_01 1-1,true\n1,5,GET /a,S_01 1-1,true\n",
            ":2: timeStamp must be milliseconds since 1970")
        .contains("yyyy/MM/dd HH:mm:ss.SSS", "but was \"25.11.2026 10:00\"");
  }

  @Test
  void marksLineEndsAndPackingMakeNoDifference() throws Exception {
    String text = DEFAULT_HEADER + DEFAULT_ROWS;
    String windows = text.replace("\n", "\r\n");
    byte[] halves =
        concat(Recorded.packed(text.substring(0, 300)), Recorded.packed(text.substring(300)));
    byte[][] contents = {
      windows.getBytes(UTF_8),
      ("\uFEFF" + text).getBytes(UTF_8),
      ("\uFEFF" + windows).getBytes(UTF_16LE),
      Recorded.packed(text),
      halves,
    };
    for (byte[] content : contents) {
      // The last column is looked at: whether its number is whole shows by the line end.
      Recorded read =
          Recorded.read(
              Files.write(folder.resolve("x"), content),
              new JtlOptions(List.of(), Set.of(), false, Set.of(Extra.CONNECT)));
      assertThat(read.rows()).containsExactly(DEFAULT_SAMPLES);
      assertThat(read.notes()).isEmpty();
    }
  }

  @Test
  void aTransactionIsNoRequestAndItsIdleTimeNoLag() throws Exception {
    Recorded read =
        read(
            DEFAULT_HEADER
                + DEFAULT_ROWS.replaceAll("(?s)\n.*", "\n")
                + "1700000000000,12,Buy,,\"Number of samples in transaction : 1, number of failing"
                + " samples : 0\",S_01 1-1,,true,,512,210,1,1,null,11,400,1\n");
    assertThat(read.rows())
        .containsExactly(
            "S_01|GET /a: 1 samples, 0 errors, 12..12 ms",
            "T S_01|Buy: 1 samples, 0 errors, 12..12 ms");
  }

  @Test
  void theHeaderMayComeAgain() throws Exception {
    String text = DEFAULT_HEADER + DEFAULT_ROWS;
    assertThat(read(text + text).rows())
        .containsExactly(
            "S_01|GET /a: 4 samples, 2 errors, 12..35 ms",
            "S_02|GET /b: 2 samples, 0 errors, 7..7 ms");
  }

  @Test
  void whereverARunIsKilledItsWholeRowsCount() throws Exception {
    List<String> rows = List.of(DEFAULT_ROWS.split("(?<=\n)(?=17)"));
    byte[] whole = (DEFAULT_HEADER + DEFAULT_ROWS).getBytes(UTF_8);
    int begin = DEFAULT_HEADER.length();
    for (int row = 0; row < rows.size(); row++) {
      // Of a row only the digit of Connect can be missing, at which nobody looks, and the line end.
      int complete = begin + rows.get(row).length() - 2;
      for (int end = begin; end < begin + rows.get(row).length(); end++) {
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, end));
        Recorded read = Recorded.read(file, JtlOptions.of());
        assertThat(read.measurement().select(key -> true).samples())
            .as("cut at %d", end)
            .isEqualTo(end >= complete ? row + 1 : row);
        assertThat(String.join("\n", read.notes()).contains("cut off"))
            .as("cut at %d", end)
            .isEqualTo(end > begin && end < complete);
      }
      begin += rows.get(row).length();
    }
  }

  @Test
  void aPackedFileThatWasCutOffIsReadToItsEnd() throws Exception {
    byte[] packed = Recorded.packed((DEFAULT_HEADER + DEFAULT_ROWS).repeat(50));
    for (int end = 2; end < packed.length; end++) {
      Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(packed, end));
      assertThat(Recorded.read(file, JtlOptions.of()).notes())
          .as("cut at %d", end)
          .anyMatch(note -> note.contains("cut off"));
    }
  }

  @Test
  void aNumberAtTheEndThatMayLackDigitsIsNotCounted() throws Exception {
    String text =
        "timeStamp,elapsed,label,threadName,success,IdleTime\n"
            + "1,5,GET /a,S_01 1-1,true,0\n2,5,GET /a,S_01 1-1,true,1";
    assertThat(read(text).rows()).containsExactly("S_01|GET /a: 1 samples, 0 errors, 5..5 ms");
    assertThat(read(text).notes()).anyMatch(note -> note.contains(":3: the last line was cut off"));
    assertThat(read(text + "\n").rows())
        .containsExactly("S_01|GET /a: 2 samples, 0 errors, 5..6 ms");
  }

  @Test
  void aQuoteThatNobodyClosesHidesNoSamples() {
    String row = "1,5,GET /a,S_01 1-1,true\n";
    String text = SMALL + row + "1,5,\"GET /a,S_01 1-1,true\n" + row.repeat(10_000);
    assertProblem(text, ":3: Unclosed quoted field");
  }

  @Test
  void everyBadRowIsNamedAndManyAreCounted() {
    String bad =
        """
        x,5,GET /a,S_01 1-1,true
        1,5.5,GET /a,S_01 1-1,true
        1,5,GET /a,S_01 1-1,yes
        1,5,GET /a,true
        """;
    assertProblem(SMALL + bad.repeat(3), ":2: timeStamp must be")
        .contains(
            ":3: elapsed must be whole milliseconds",
            ":4: success must be true or false, but was \"yes\"",
            ":5: expected 5 fields, but found 4",
            "and 1 more rows that cannot be read");
  }

  @Test
  void rowsThatSumUpSamplesAreRefused() {
    String header = "timeStamp,elapsed,label,threadName,success,SampleCount,ErrorCount\n";
    assertProblem(
        header + "1,500,GET /a,S_01 1-1,true,10,0\n1,5,GET /a,S_01 1-1,true,1,0\n",
        ":2: SampleCount must be 1");
  }

  @Test
  void nothingAndAHeaderAloneHoldNoSample() throws Exception {
    for (String text : new String[] {"", "\n\n", DEFAULT_HEADER}) {
      Recorded read = read(text);
      assertThat(read.rows()).isEmpty();
      assertThat(read.notes()).anyMatch(note -> note.contains("no sample in it"));
    }
  }

  @Test
  void labelsWithoutEndDoNotFillTheMemory() throws Exception {
    StringBuilder text = new StringBuilder(SMALL);
    for (int i = 0; i < 5000; i++) {
      text.append("1,5,GET /user/").append(i).append(",S_01 1-1,true\n");
    }
    text.append("1,5,GET /late,S_01 1-1,true\n");
    Recorded read =
        Recorded.read(
            folder,
            text.toString(),
            new JtlOptions(List.of(), Set.of("GET /late"), false, Set.of()));
    assertThat(read.rows())
        .hasSize(202)
        .contains("S_01|(other labels): 4800 samples, 0 errors, 5..5 ms")
        .contains("S_01|GET /late: 1 samples, 0 errors, 5..5 ms");
  }

  private Recorded read(String content) throws Exception {
    return Recorded.read(folder, content, JtlOptions.of());
  }

  private AbstractStringAssert<?> assertProblem(String content, String start) {
    JtlException[] thrown = new JtlException[1];
    assertThatExceptionOfType(JtlException.class)
        .isThrownBy(() -> read(content))
        .withMessageStartingWith(folder.resolve("r.jtl") + start)
        .satisfies(e -> thrown[0] = e);
    return assertThat(String.valueOf(thrown[0].getMessage()));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
