package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Template;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BodyFileTest {
  @Test
  void aFilesTextIsTheBody() throws Exception {
    Request request =
        read("\"body_file\": \"bodies/a b.json\"", "\uFEFF{\"id\": {id}, \"t\": \"{id}\"}\n");

    assertThat(request.body()).contains(Template.of("{\"id\": {id}, \"t\": \"{id}\"}\n"));
    assertThat(request.variables()).containsExactly("id");
  }

  @Test
  void whatIsNoJsonNeedsItsContentType() throws Exception {
    assertThat(problems("\"body_file\": \"a.txt\"", "a=1"))
        .singleElement()
        .asString()
        .startsWith(
            "s.json:4:47: error: /scenarios/0/flow/1/body_file: the file \"a.txt\" is not JSON");
    assertThat(
            read("\"body_file\": \"a.txt\", \"headers\": {\"content-type\": \"text/plain\"}", "a=1")
                .body())
        .contains(Template.of("a=1"));
    for (String text : List.of("", " ", "{} {}", "{\"a\": }", "[".repeat(5_000))) {
      assertThat(problems("\"body_file\": \"a.json\"", text)).as(text).hasSize(1);
    }
  }

  @Test
  void aFileOutsideTheFolderIsRefusedByItsNameAlone() {
    for (String name :
        List.of(
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a/./b",
            "a//b",
            "a/",
            "..",
            "C:/a",
            "a\\\\b",
            "${__P(x)}",
            "a\\u0000b",
            "x".repeat(201))) {
      assertThat(problems("\"body_file\": \"" + name + "\"", "{}"))
          .as(name)
          .singleElement()
          .asString()
          .contains("/scenarios/0/flow/1/body_file: must be the path of a file relative to");
    }
    assertThat(problems("\"body_file\": 7", "{}")).hasSize(1);
  }

  @Test
  void whatAPlanCannotHoldIsRefused() {
    assertThat(problems("\"body_file\": \"a\"", "\"${__P(x)}\""))
        .singleElement()
        .asString()
        .endsWith("must not contain \"${\", which JMeter would run; write a variable as {name}");
    assertThat(problems("\"body_file\": \"a\"", "\"\u0001\"")).hasSize(1);
    assertThat(problems("\"body_file\": \"a\"", "1".repeat(Attachments.MAX_BYTES + 1)))
        .singleElement()
        .asString()
        .endsWith("has more than the 1048576 bytes it may have");
    assertThat(problems("\"body_file\": \"a\"", new byte[] {(byte) 0xff}))
        .singleElement()
        .asString()
        .endsWith("the file \"a\" is not UTF-8 text");
  }

  @Test
  void aFileThatCannotBeReadIsAProblemWithItsPlace() {
    assertThat(
            problems(
                "\"body_file\": \"a\"",
                name -> {
                  throw new IOException("there is no such file");
                }))
        .containsExactly(
            "s.json:4:47: error: /scenarios/0/flow/1/body_file: the file \"a\" cannot be read: there"
                + " is no such file");
  }

  @Test
  void bodyAndBodyFileExcludeEachOther() {
    assertThat(problems("\"body\": 1, \"body_file\": \"a\"", "1"))
        .singleElement()
        .asString()
        .contains("must have body or body_file, but has both");
  }

  private static Request read(String keys, String text) throws Exception {
    return ScenarioReader.read("s.json", scenarios(keys), name -> text.getBytes(UTF_8))
        .loadTest()
        .scenarios()
        .get(0)
        .requests()
        .get(1);
  }

  private static List<String> problems(String keys, String text) {
    return problems(keys, text.getBytes(UTF_8));
  }

  private static List<String> problems(String keys, byte[] content) {
    return problems(keys, name -> content);
  }

  private static List<String> problems(String keys, Attachments attachments) {
    try {
      ScenarioReader.read("s.json", scenarios(keys), attachments);
    } catch (InvalidScenarioException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
    throw new AssertionError("the file was accepted");
  }

  private static byte[] scenarios(String keys) {
    return """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1, "flow": [
         {"path": "/a", "method": "GET", "extract": {"id": {"json": "$.id"}}},
         {"path": "/b", "method": "PUT", %s}]}]}
        """
        .formatted(keys)
        .getBytes(UTF_8);
  }
}
