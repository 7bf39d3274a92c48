package com.openshow.loadtest.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.ScenarioFixture;
import com.openshow.loadtest.imports.HarImport;
import com.openshow.loadtest.imports.Imported;
import com.openshow.loadtest.imports.OpenApiImport;
import com.openshow.loadtest.runtime.JMeterRuntime;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlansTest {
  @TempDir private Path folder;

  @Test
  void thereIsAPlanForEachScenarioAndOneForAll() throws Exception {
    assertThat(plans())
        .containsOnlyKeys(
            "S_01_Discovery_Read_Heavy.jmx",
            "S_02_Auth_Profile_Read.jmx",
            "S_03_Critical_Write_Contention.jmx",
            "all.jmx");
  }

  @Test
  void jmeterLoadsEachPlanAndSavesTheSameAgain() throws Exception {
    saveAgain(plans());
  }

  @Test
  void everyElementTellsWhereInTheFileItComesFrom() throws Exception {
    for (String name : List.of(ScenarioFixture.SEED, ScenarioFixture.EVERY_KEY)) {
      for (Map.Entry<String, byte[]> plan : plans(name).entrySet()) {
        Path file = Files.write(folder.resolve(plan.getKey()), plan.getValue());
        JMeterRuntime.start();
        assertComesFromSomewhere(SaveService.loadTree(file.toFile()));
      }
    }
  }

  private static void assertComesFromSomewhere(HashTree tree) {
    for (Object item : tree.list()) {
      TestElement element = (TestElement) item;
      assertThat(element.getComment()).as(element.getName()).contains("From /");
      assertComesFromSomewhere(tree.getTree(item));
    }
  }

  @Test
  void soItDoesAPlanOfEveryKeyThereIs() throws Exception {
    Map<String, byte[]> plans = plans(ScenarioFixture.EVERY_KEY);
    saveAgain(plans);
    String escrow = new String(Objects.requireNonNull(plans.get("S_04_Escrow.jmx")), UTF_8);
    assertThat(escrow)
        .contains("{&quot;project_id&quot;: ${project_id}, &quot;amount_cents&quot;: 1000,")
        .contains("{&quot;escrow_id&quot;: ${escrow_id}, &quot;note&quot;: &quot;of ${project_id}")
        .contains("p-${project_id}")
        .contains("From /scenarios/2/flow/1/extract/escrow_id");
    String mix = new String(Objects.requireNonNull(plans.get("B.jmx")), UTF_8);
    assertThat(mix)
        .contains("/api/v1/projects/${id}")
        .contains("2s:4,4s:4,0s:1,2s:1")
        .contains("${__secret(auth.token,OPENSHOW_TOKEN,${auth_token})}");
  }

  @Test
  void soItDoesPlansOfWhatWasImported() throws Exception {
    byte[] spec = ScenarioFixture.bytes("imports/petstore.yaml");
    byte[] recording = ScenarioFixture.bytes("imports/chrome.har");
    for (Imported imported :
        List.of(
            OpenApiImport.read("petstore.yaml", spec),
            HarImport.read("chrome.har", recording, true))) {
      Map<String, byte[]> plans = plansOf(imported.json().getBytes(UTF_8));
      saveAgain(plans);
      String all = new String(Objects.requireNonNull(plans.get("all.jmx")), UTF_8);
      assertThat(all).doesNotContain("${__P(x)}", "${__P(c)}", "${__P(user.home)}", "SECRET");
    }
  }

  @Test
  void soItDoesAPlanThatWasWrittenInPortions() throws Exception {
    String endpoints =
        IntStream.range(0, 450)
            .mapToObj(
                i ->
                    """
                    {"path": "/a/%d/{id}", "method": "GET", "weight": %d, "expect": {"status": 200}}"""
                        .formatted(i, i + 1))
            .collect(Collectors.joining(","));
    String json =
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [
          {"name": "S", "type": "Smoke", "target_vus": 1,
           "setup": [{"path": "/a", "method": "GET", "extract": {"id": {"json": "$.id"}}}],
           "endpoints": [%s]},
          {"name": "T", "type": "Smoke", "target_vus": 1,
           "endpoints": [{"path": "/a", "method": "GET", "weight": 1, "name": "marker 0"}]}]}
        """
            .formatted(endpoints);
    Map<String, byte[]> plans = plansOf(json.getBytes(UTF_8));
    assertThat(plans).hasSize(3);
    saveAgain(plans);
    for (String name : new String[] {"S.jmx", "all.jmx"}) {
      String plan = new String(Objects.requireNonNull(plans.get(name)), UTF_8);
      assertThat(plan.split("<com.openshow.loadtest.jmeter.WeightedThroughputController ", -1))
          .hasSize(name.equals("S.jmx") ? 451 : 452);
    }
  }

  private void saveAgain(Map<String, byte[]> plans) throws Exception {
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      Path file = Files.write(folder.resolve(plan.getKey()), plan.getValue());
      JMeterRuntime.start();
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      SaveService.saveTree(SaveService.loadTree(file.toFile()), saved);
      String withoutComment =
          new String(plan.getValue(), UTF_8).replaceFirst("<!-- Generated from .* -->\n", "");
      assertThat(saved.toString(UTF_8)).as(plan.getKey()).isEqualTo(withoutComment);
    }
  }

  @Test
  void theSameInputGivesTheSameBytesInEveryLocale() throws Exception {
    Map<String, byte[]> first = plans();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      Map<String, byte[]> second = plans();
      first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyNumberCanBeOverridden() throws Exception {
    String all = new String(Objects.requireNonNull(plans().get("all.jmx")), UTF_8);
    assertThat(all)
        .contains("${__P(vus.S_01_Discovery_Read_Heavy,150)}")
        .contains("${__P(duration.S_01_Discovery_Read_Heavy,${__P(duration,600)})}")
        .contains("${__P(ramp_up.S_01_Discovery_Read_Heavy,${__P(ramp_up,5)})}")
        .contains("${__P(think_time.S_01_Discovery_Read_Heavy,${__P(think_time,1)})}")
        .contains("${__P(weight.S_01_Discovery_Read_Heavy.GET_api_v1_creators,60)}")
        .contains("${__P(slo_p95_ms.S_01_Discovery_Read_Heavy.GET_api_v1_creators,50)}")
        .contains(
            "${__P(slo_error_percent.S_01_Discovery_Read_Heavy,${__P(slo_error_percent,0.01)})}")
        .contains("${__P(target.url,https://api.staging.openshow.com)}");
  }

  @Test
  void aBreakpointRisesOverTheWholeDurationHoweverLong() throws Exception {
    String duration = "${__P(duration.S_02_Auth_Profile_Read,${__P(duration,600)})}";
    String users = breakpoint("\"target_vus\": 50");
    assertThat(users)
        .contains("${__P(ramp_up.S_02_Auth_Profile_Read,${__P(ramp_up," + duration + ")})}")
        .contains("\"SloListener.risingScenarios\">S_02_Auth_Profile_Read<");
    assertThat(breakpoint("\"target_vus\": 50, \"target_rps\": 200"))
        .contains("${__P(target_rps.S_02_Auth_Profile_Read," + duration + "s:200)}")
        .contains("${__P(ramp_up.S_02_Auth_Profile_Read,${__P(ramp_up,0)})}");
    assertThat(
            breakpoint(
                "\"target_vus\": 50, \"target_rps\": 9,"
                    + " \"stages\": [{\"duration\": \"5s\", \"target\": 9}]"))
        .contains("${__P(target_rps.S_02_Auth_Profile_Read,5s:9)}");
    assertThat(new String(Objects.requireNonNull(plans().get("all.jmx")), UTF_8))
        .doesNotContain("risingScenarios");
  }

  private String breakpoint(String keys) throws Exception {
    try (InputStream seed = PlansTest.class.getResourceAsStream("/seed/scenarios.json")) {
      byte[] content =
          new String(Objects.requireNonNull(seed).readAllBytes(), UTF_8)
              .replace("Load/Soak", "Breakpoint")
              .replace("\"target_vus\": 50", keys)
              .getBytes(UTF_8);
      LoadTest test = ScenarioReader.read("scenarios.json", content).loadTest();
      Map<String, byte[]> plans = Plans.files(test, Source.of(Path.of("scenarios.json"), content));
      saveAgain(plans);
      return new String(Objects.requireNonNull(plans.get("S_02_Auth_Profile_Read.jmx")), UTF_8);
    }
  }

  @Test
  void noSecretStandsInAPlan() throws Exception {
    String all = new String(Objects.requireNonNull(plans().get("all.jmx")), UTF_8);
    assertThat(all).contains("Bearer ${__secret(auth.token,,${auth_token})}");
  }

  private static Map<String, byte[]> plans() throws Exception {
    return plans(ScenarioFixture.SEED);
  }

  private static Map<String, byte[]> plans(String name) throws Exception {
    ScenarioFixture fixture = ScenarioFixture.of(name);
    return Plans.files(fixture.loadTest(), fixture.source());
  }

  private static Map<String, byte[]> plansOf(byte[] content) throws Exception {
    LoadTest test = ScenarioReader.read("scenarios.json", content).loadTest();
    return Plans.files(test, Source.of(Path.of("scenarios.json"), content));
  }
}
