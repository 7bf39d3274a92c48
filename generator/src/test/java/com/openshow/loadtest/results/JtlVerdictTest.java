package com.openshow.loadtest.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.report.html.ErrorSample;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Recording;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.Window;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results files against what the plugin measured of the same samples. */
final class JtlVerdictTest {
  private static final long SEED = 20_261_126;

  private static final List<String> INDICATORS =
      List.of(
          "p95",
          "avg(successful)",
          "p50(elapsed)",
          "p90(first_byte)",
          "max(connect)",
          "p99(connect, successful)",
          "min(lag)",
          "error_rate",
          "rps",
          "received_kb_per_s",
          "sent_kb_per_s",
          "weight(12.5)");

  private static final List<String> WINDOWS =
      List.of("stage peak: 20s to 70s", "for 12s", "90% of 10s slices");

  @TempDir private Path folder;

  @Test
  void theSameSamplesGiveTheSameVerdictLiveAndFromEveryForm() throws Exception {
    Random random = new Random(SEED);
    List<Objective> objectives = objectives();
    for (int round = 0; round < 2; round++) {
      SampleForms samples = new SampleForms(random, 400);
      RunRecorder live = recorder(objectives);
      samples.recordLive(live);
      Judgement expected = judge(live, objectives);
      assertThat(expected.outcomes())
          .as("what is measured of the whole run is measured at all: seed %d", SEED)
          .filteredOn(outcome -> outcome.objective().window() instanceof Window.WholeRun)
          .noneMatch(outcome -> outcome.observed().isEmpty());
      for (String form : List.of(samples.csv(",", "\n"), samples.csv(";", "\r\n"), samples.xml())) {
        assertThat(judge(read(form, objectives), objectives))
            .as("seed %d, round %d: %s", SEED, round, form)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void groupsThatPrepareOrTidyUpAreNoPartOfTheRun() throws Exception {
    String rows =
        """
        timeStamp,elapsed,label,threadName,success
        1700000000000,90000,GET /a,setUp Thread Group 1-1,false
        1700000100000,5,GET /a,S_01 1-1,true
        1700000101000,5,GET /a,S_01 1-1,true
        1700000900000,5,GET /a,10.0.0.1-tearDown Thread Group 1-1,false
        """;
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    SampleSink sink = new SampleSink(List.of("S_01"), recorder);
    read(rows, Set.of(Extra.FAILURES), sink);
    assertThat(recorder.measurement(Instant.EPOCH, Instant.EPOCH))
        .returns(Instant.ofEpochMilli(1_700_000_100_000L), Measurement::startedAt)
        .returns(Instant.ofEpochMilli(1_700_000_101_005L), Measurement::endedAt);
    assertThat(sink.errors()).isEmpty();
    assertThat(sink.preparing())
        .isEqualTo(Map.of("setUp Thread Group", 1L, "10.0.0.1-tearDown Thread Group", 1L));
  }

  @Test
  void whatAFileDoesNotTellIsNotJudgedAndIsNamed() throws Exception {
    List<Objective> objectives = objectives();
    String form = new SampleForms(new Random(SEED), 400).csv(",", "\n");
    String without =
        form.replaceFirst("Connect\n", "Another\n").replaceFirst("sentBytes", "Something");
    List<String> notes = new ArrayList<>();
    Judgement judgement = judge(read(without, objectives, notes), objectives);
    assertThat(judgement.outcomes())
        .filteredOn(outcome -> outcome.objective().indicator().kind().matches(".*connect.*|.*kb.*"))
        .isNotEmpty()
        .extracting(Outcome::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
    assertThat(notes)
        .anyMatch(note -> note.contains("Connect is absent") && note.contains("connect_time=true"))
        .anyMatch(note -> note.contains("sentBytes is absent"));
  }

  @Test
  void theTextOfJMetersOwnExceptionWasNotReceived() throws Exception {
    List<Objective> objectives =
        List.of(new Objective(new Scope("S_01", ""), Indicator.parse("received_kb_per_s"), 10));
    String csv =
        """
        timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,sentBytes
        1699999997000,9,GET /a,200,of the warm-up,S_01 1-1,true,2048,0
        1700000000000,9,GET /a,Non HTTP response code: java.net.ConnectException,-,S_01 1-1,false,2048,0
        1700000001000,1000,GET /a,Non HTTP response code: java.net.ConnectException,-,S_01 1-1,false,2048,0
        """;
    String xml =
        """
        <testResults version="1.2">
        <httpSample t="9" ts="1699999997000" s="true" lb="GET /a" tn="S_01 1-1" by="2048" sby="0"
            rc="200" rm="of the warm-up"/>
        <httpSample t="9" ts="1700000000000" s="false" lb="GET /a" tn="S_01 1-1" by="2048" sby="0"
            rc="Non HTTP response code: java.net.ConnectException" rm="-"/>
        <httpSample t="1000" ts="1700000001000" s="false" lb="GET /a" tn="S_01 1-1" by="2048" sby="0"
            rc="Non HTTP response code: java.net.ConnectException" rm="-"/>
        </testResults>
        """;
    String another = "1700000000500,9,GET /a,503,-,S_01 1-1,false,2048,7\n";
    for (String form : List.of(csv, xml)) {
      assertThat(judge(read(form, objectives), objectives).outcomes().get(0))
          .as(form)
          .returns(Verdict.INCONCLUSIVE, Outcome::verdict)
          .returns("not a byte was counted", Outcome::reason);
    }
    assertThat(judge(read(csv + another, objectives), objectives).outcomes().get(0))
        .returns(Verdict.PASS, Outcome::verdict)
        .returns(1.0, outcome -> outcome.observed().orElseThrow());
    String silent = csv.replace("responseCode", "somethingElse") + another;
    assertThat(judge(read(silent, objectives), objectives).outcomes().get(0))
        .returns(Verdict.INCONCLUSIVE, Outcome::verdict)
        .returns("only of 0 of 3 samples the size is known", Outcome::reason);
  }

  @Test
  void ofEachKindOfFailureTheFirstMessageIsKept() throws Exception {
    String csv =
        """
        timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,failureMessage
        1700000000000,5,GET /a,200,OK,S_01 1-1,true,
        1700000000001,5,GET /a,503,"No, thanks",S_01 1-1,false,
        1700000000002,5,GET /a,503,later,S_01 1-2,false,
        1700000000003,5,GET /a,200,OK,S_01 1-1,false,"expected ""x""
        but it was y"
        1700000000004,5,setup: log in,401,no,S_01 1-1,false,
        """;
    String xml =
        """
        <testResults version="1.2">
        <httpSample t="5" ts="1700000000000" s="true" lb="GET /a" rc="200" rm="OK" tn="S_01 1-1"/>
        <httpSample t="5" ts="1700000000001" s="false" lb="GET /a" rc="503" rm="No, thanks"
            tn="S_01 1-1">
          <assertionResult><name>not this</name><failure>false</failure><error>false</error>
            <failureMessage>it held</failureMessage></assertionResult>
          <httpSample t="1" ts="1700000000001" s="false" lb="GET /a-0" rc="500" rm="part" tn="S_01">
            <assertionResult><failure>true</failure><failureMessage>of a part</failureMessage>
            </assertionResult>
          </httpSample>
          <responseData class="java.lang.String">x</responseData>
        </httpSample>
        <httpSample t="5" ts="1700000000002" s="false" lb="GET /a" rc="503" rm="later"
            tn="S_01 1-2"/>
        <httpSample t="5" ts="1700000000003" s="false" lb="GET /a" rc="200" rm="OK" tn="S_01 1-1">
          <assertionResult><name>body</name><failure>true</failure><error>false</error>
            <failureMessage>expected "x"&#10;but it was y</failureMessage></assertionResult>
          <assertionResult><name>more</name><failure>true</failure><error>false</error>
            <failureMessage>a second one</failureMessage></assertionResult>
        </httpSample>
        <sample t="5" ts="1700000000004" s="false" lb="setup: log in" rc="401" rm="no" tn="S_01 1-1"/>
        </testResults>
        """;
    for (String form : List.of(csv, xml)) {
      SampleSink sink = new SampleSink(List.of("S_01"), recorder(List.of()));
      read(form, Set.of(Extra.FAILURES), sink);
      assertThat(sink.errors())
          .as(form)
          .containsExactlyInAnyOrder(
              new ErrorSample("S_01", "GET /a", "503", "No, thanks", 2),
              new ErrorSample("S_01", "GET /a", "200", "expected \"x\"\nbut it was y", 1));
    }
  }

  private static List<Objective> objectives() {
    List<Objective> objectives = new ArrayList<>();
    for (String indicator : INDICATORS) {
      for (String window : List.of("", WINDOWS.get(objectives.size() / 2 % WINDOWS.size()))) {
        Indicator looked = Indicator.parse(indicator);
        boolean stops = indicator.equals("p95") || indicator.equals("error_rate");
        Terms usual = Terms.USUAL;
        objectives.add(
            new Objective(
                indicator.startsWith("weight")
                    ? new Scope("S_01", "GET /a")
                    : new Scope("S_01", ""),
                looked,
                Comparison.LTE,
                looked.unit().equals("ms") ? 2_000 : 20,
                Window.parse(window),
                new Terms(
                    usual.severity(),
                    usual.onNoData(),
                    false,
                    stops ? Optional.of(Duration.ofSeconds(30)) : Optional.empty())));
      }
    }
    return objectives;
  }

  private static RunRecorder recorder(List<Objective> objectives) {
    return new RunRecorder(Recording.of(objectives, Duration.ofSeconds(3), List.of()));
  }

  private RunRecorder read(String form, List<Objective> objectives) throws Exception {
    return read(form, objectives, new ArrayList<>());
  }

  private RunRecorder read(String form, List<Objective> objectives, List<String> notes)
      throws Exception {
    RunRecorder recorder = recorder(objectives);
    SampleSink sink = new SampleSink(List.of("S_01", "S_02"), recorder);
    notes.addAll(read(form, Extra.neededBy(objectives), sink));
    return recorder;
  }

  private List<String> read(String form, Set<Extra> extras, SampleSink sink) throws Exception {
    return JtlReader.read(
        Files.write(folder.resolve("r.jtl"), form.getBytes(UTF_8)),
        new JtlOptions(List.of(), Set.of(), false, extras),
        sink,
        bytes -> {});
  }

  private static Judgement judge(RunRecorder recorder, List<Objective> objectives) {
    return Evaluator.evaluate(objectives, recorder.measurement(Instant.EPOCH, Instant.EPOCH));
  }
}
