package com.openshow.loadtest.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.ScenarioFixture;
import com.openshow.loadtest.runtime.JMeterRuntime;
import com.openshow.loadtest.scenario.LoadTest;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.jmeter.save.SaveService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans for a JMeter without the plugin. */
final class StockPlansTest {
  private static final String SEED = ScenarioFixture.SEED;
  private static final String EVERY_KEY = ScenarioFixture.EVERY_KEY;
  private static final Pattern FUNCTION = Pattern.compile("\\$\\{(__[A-Za-z0-9]+)");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {SEED, EVERY_KEY})
  void jmeterLoadsEachPlanAndSavesTheSameAgain(String resource) throws Exception {
    for (Map.Entry<String, byte[]> plan : plans(resource).entrySet()) {
      Path file = Files.write(folder.resolve(plan.getKey()), plan.getValue());
      JMeterRuntime.start();
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      SaveService.saveTree(SaveService.loadTree(file.toFile()), saved);
      String withoutComment =
          new String(plan.getValue(), UTF_8).replaceFirst("<!-- Generated from .* -->\n", "");
      assertThat(saved.toString(UTF_8)).as(plan.getKey()).isEqualTo(withoutComment);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SEED, EVERY_KEY})
  void nothingInAPlanIsOurs(String resource) throws Exception {
    for (byte[] plan : plans(resource).values()) {
      String text = new String(plan, UTF_8);
      assertThat(text).doesNotContain("com.openshow.loadtest");
      assertThat(FUNCTION.matcher(text).results().map(found -> found.group(1)).distinct())
          .isSubsetOf(
              "__P",
              "__jexl3",
              "__groovy",
              "__UUID",
              "__urlencode",
              "__RandomFromMultipleVars",
              "__RandomString");
    }
  }

  @Test
  void theSameInputGivesTheSameBytesInEveryLocale() throws Exception {
    Map<String, byte[]> first = plans(EVERY_KEY);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      Map<String, byte[]> second = plans(EVERY_KEY);
      first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatCannotBeExpressedIsSaidWithItsPlaceAndInThePlanItself() throws Exception {
    LoadTest test = ScenarioFixture.of(EVERY_KEY).loadTest();

    assertThat(Plans.stockNotes(test))
        .extracting(StockNote::pointer)
        .filteredOn(pointer -> !pointer.equals("/scenarios/5"))
        .containsExactly(
            "/auth",
            "/scenarios/0/target_rps",
            "/scenarios/1/stages",
            "/scenarios/2/target_rps",
            "/scenarios/3/target_rps",
            "/scenarios/3/stages",
            "/scenarios/5/feed",
            "/scenarios/5/feed",
            "/scenarios/5/feed",
            "/faults/0",
            "/faults/1",
            "/scenarios");
    assertThat(Plans.stockNotes(test))
        .extracting(StockNote::toString)
        .anyMatch(note -> note.contains("/scenarios/5: unique id: a UUID of 36 characters instead"))
        .anyMatch(note -> note.contains("unique username: 39 characters, more than max_length"))
        .anyMatch(note -> note.contains("/scenarios/5: cleanup is left out"))
        .anyMatch(note -> note.contains("words.csv come in the file's order, not at random; every"))
        .anyMatch(note -> note.contains("one request every 20 ms, evenly; one that is late"))
        .anyMatch(note -> note.contains("one request every 500 ms, evenly, because of start_after"))
        .anyMatch(note -> note.contains("all 4 virtual users work from start to end"));
    assertThat(text(EVERY_KEY, "B.jmx"))
        .contains("/scenarios/1/stages: left out;")
        .doesNotContain("/scenarios/0/target_rps");
  }

  @Test
  void everyNumberCanBeOverriddenAndNoSecretStandsInAPlan() throws Exception {
    assertThat(text(SEED, "all.jmx"))
        .contains("${__P(vus.S_01_Discovery_Read_Heavy,150)}")
        .contains("${__P(weight.S_01_Discovery_Read_Heavy.GET_api_v1_creators,60)}")
        .contains("${__P(target.url,https://api.staging.openshow.com)}")
        .contains("Bearer ${auth.given}${auth_token}");
    assertThat(text(EVERY_KEY, "all.jmx"))
        .contains("${__P(auth.token,${__groovy(System.getenv(&quot;OPENSHOW_TOKEN&quot;)");
  }

  private static String text(String resource, String plan) throws Exception {
    return new String(Objects.requireNonNull(plans(resource).get(plan)), UTF_8);
  }

  private static Map<String, byte[]> plans(String name) throws Exception {
    ScenarioFixture fixture = ScenarioFixture.of(name);
    return Plans.stock(fixture.loadTest(), fixture.source());
  }
}
