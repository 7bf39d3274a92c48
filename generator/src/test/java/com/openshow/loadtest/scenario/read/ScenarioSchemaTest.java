package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.openshow.loadtest.ScenarioFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema and the reader agree; the reader may only refuse more. */
final class ScenarioSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String KNOWN_KEYS = " Known keys: ";

  private final ScenarioSchema schema;
  private JsonNode everyKey = MissingNode.getInstance();

  ScenarioSchemaTest() throws Exception {
    schema = new ScenarioSchema();
  }

  @BeforeEach
  void readTheFileWithEveryKey() throws Exception {
    everyKey = JSON.readTree(ScenarioFixture.bytes(ScenarioFixture.EVERY_KEY));
  }

  @Test
  void theSchemaIsOneOf202012() {
    assertThat(schema.root().path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.ownProblems()).isEmpty();
  }

  @Test
  void everyScenarioFileOfTheProjectKeepsToIt() throws Exception {
    Path others = Path.of("../distribution/src/test/resources");
    for (Path file :
        List.of(
            ScenarioSchema.FOLDER.resolve("scenarios.json"),
            ScenarioSchema.FOLDER.resolve("resilience.json"),
            others.resolve("breakpoint.json"),
            others.resolve("objectives.json"),
            others.resolve("auth/login.yaml"),
            others.resolve("auth/token.json"),
            others.resolve("auth/users-file.json"))) {
      JsonNode content =
          (file.toString().endsWith(".yaml") ? YAML : JSON).readTree(Files.readAllBytes(file));
      assertThat(schema.problems(content)).as(file.toString()).isEmpty();
    }
    assertThat(schema.problems(JSON.readTree(ScenarioFixture.bytes(ScenarioFixture.SEED))))
        .isEmpty();
    assertThat(schema.problems(everyKey)).isEmpty();
  }

  @Test
  void bothKnowTheSameKeysOfEachObject() {
    Map<String, Set<String>> ofTheSchema = new TreeMap<>();
    Set<Set<String>> seen = new HashSet<>();
    addUnknownKeys(everyKey, schema.root(), "", ofTheSchema);
    seen.addAll(ofTheSchema.values());
    assertThat(seen).isEqualTo(schema.closedLists());

    Map<String, Set<String>> ofTheReader = new TreeMap<>();
    for (Problem problem : problems(everyKey)) {
      int at = problem.message().indexOf(KNOWN_KEYS);
      if (at >= 0) {
        String keys = problem.message().substring(at + KNOWN_KEYS.length());
        ofTheReader.put(
            problem.pointer().replaceFirst("/unheard_of$", ""),
            new TreeSet<>(List.of(keys.split(", "))));
      }
    }
    assertThat(ofTheReader).isEqualTo(ofTheSchema);
  }

  private void addUnknownKeys(
      JsonNode value, JsonNode described, String pointer, Map<String, Set<String>> keys) {
    value
        .fields()
        .forEachRemaining(
            member ->
                addUnknownKeys(
                    member.getValue(),
                    schema.child(described, member.getKey()),
                    pointer + "/" + member.getKey(),
                    keys));
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      addUnknownKeys(value.get(i), schema.child(described, ""), pointer + "/" + i, keys);
    }
    if (value instanceof ObjectNode object && !schema.keys(described).isEmpty()) {
      object.put("unheard_of", 1);
      keys.put(pointer, schema.keys(described));
    }
  }

  @Test
  void bothRefuseEachKeyWithATypingErrorAndEachValueOfAnotherKind() throws Exception {
    List<String> pointers = new ArrayList<>();
    pointers(everyKey, schema.root(), "", pointers);
    assertThat(pointers).hasSizeGreaterThan(100);
    for (String pointer : pointers) {
      int slash = pointer.lastIndexOf('/');
      String name = pointer.substring(slash + 1);
      JsonNode misspelt = everyKey.deepCopy();
      ObjectNode parent = (ObjectNode) misspelt.at(pointer.substring(0, slash));
      JsonNode value = parent.remove(name);
      parent.set(name + "x", value);
      assertBothRefuse(misspelt, pointer + "x");

      if (!name.equals("body")) {
        JsonNode wrong = everyKey.deepCopy();
        ((ObjectNode) wrong.at(pointer.substring(0, slash)))
            .set(name, JSON.readTree("{\"unheard_of\": [null]}"));
        assertBothRefuse(wrong, pointer);
      }
    }
  }

  private void pointers(JsonNode value, JsonNode described, String pointer, List<String> found) {
    Set<String> keys = schema.keys(described);
    value
        .fields()
        .forEachRemaining(
            member -> {
              String place = pointer + "/" + member.getKey();
              if (keys.contains(member.getKey())) {
                found.add(place);
              }
              pointers(member.getValue(), schema.child(described, member.getKey()), place, found);
            });
    for (int i = 0; value instanceof ArrayNode && i < value.size(); i++) {
      pointers(value.get(i), schema.child(described, ""), pointer + "/" + i, found);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/staging_url|\"ftp://h\"",
        "/staging_url|\"http://h/path\"",
        "/global_vus|0",
        "/global_vus|2.5",
        "/global_duration|\"10 minutes\"",
        "/global_duration|\"\"",
        "/warm_up|60",
        "/defaults/connect_timeout|\"1\"",
        "/defaults/headers|{\"X-A\": \"\"}",
        "/auth/type|\"oauth\"",
        "/auth/type|\"users_file\"",
        "/auth/token_env|\"lower case\"",
        "/auth/login_path|\"login\"",
        "/slo/slo_error_percent|101",
        "/slo/slo_min_rps|0",
        "/scenarios|[]",
        "/scenarios/0/name|\"../S\"",
        "/scenarios/0/name|\"All\"",
        "/scenarios/0/type|\"Load/Soka\"",
        "/scenarios/0/target_vus|1000001",
        "/scenarios/0/target_rps|0",
        "/scenarios/0/arrivals|\"Poisson\"",
        "/scenarios/0/stages|[]",
        "/scenarios/0/stages|[{\"duration\": \"1s\", \"target\": -1}]",
        "/scenarios/0/endpoints|[]",
        "/scenarios/0/flow|[]",
        "/scenarios/0/endpoints/0/path|\"creators\"",
        "/scenarios/0/endpoints/0/path|\"/a?q=1\"",
        "/scenarios/0/endpoints/0/method|\"get\"",
        "/scenarios/0/endpoints/0/weight|0",
        "/scenarios/0/endpoints/0/params|[\"?q=1\"]",
        "/scenarios/0/endpoints/0/params|[\"q=a b\"]",
        "/scenarios/0/endpoints/0/data_type|\"unique\"",
        "/scenarios/0/endpoints/0/expect|{\"status\": []}",
        "/scenarios/0/endpoints/0/expect|{\"status\": 99}",
        "/scenarios/0/endpoints/0/expect|{\"max_bytes\": 0}",
        "/scenarios/0/endpoints/0/expect|{\"json\": [{\"path\": \"id\"}]}",
        "/scenarios/0/endpoints/0/extract|{\"1x\": {\"json\": \"$.id\"}}",
        "/scenarios/0/endpoints/0/extract|{\"x\": {\"json\": \"$.id\", \"header\": \"A\"}}",
        "/scenarios/0/endpoints/0/extract|{\"x\": {}}",
        "/scenarios/0/endpoints/0/tags|[\"\"]",
        "/scenarios/0/endpoints/0/auth|\"true\"",
        "/scenarios/2/setup/0/body_file|\"../secret\""
      })
  void bothRefuseAWrongValue(String pointer, String value) throws Exception {
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) everyKey.at(pointer.substring(0, slash)))
        .set(pointer.substring(slash + 1), JSON.readTree(value));
    assertBothRefuse(everyKey, pointer + " " + value);
  }

  private void assertBothRefuse(JsonNode file, String what) {
    assertThat(problems(file)).as("the reader of " + what).isNotEmpty();
    assertThat(schema.problems(file)).as("the schema of " + what).isNotEmpty();
  }

  private static List<Problem> problems(JsonNode file) {
    try {
      ScenarioReader.read("s.json", file.toString().getBytes(UTF_8), ScenarioFixture::bytes);
      return List.of();
    } catch (InvalidScenarioException e) {
      return e.problems();
    }
  }
}
