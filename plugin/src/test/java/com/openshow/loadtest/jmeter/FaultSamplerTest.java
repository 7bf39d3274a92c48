package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.fault.CommandAction;
import com.openshow.loadtest.fault.Fault;
import com.openshow.loadtest.fault.HttpAction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultSamplerTest {
  private static final ActionText REQUEST =
      new ActionText(
          ActionText.HTTP,
          "PUT",
          "http://127.0.0.1:1/faults/x",
          "X-Team: a\nX-Key: ${key}",
          "{\"ratio\": 1}",
          "200, 204",
          "",
          "2.5");

  @TempDir private static Path home;

  @BeforeAll
  static void openHome() throws Exception {
    TestHome.open(home);
  }

  private static FaultSampler sampler(ActionText start, ActionText stop) {
    FaultSampler sampler = new FaultSampler();
    sampler.setName("db");
    sampler.setProperty(TestElement.GUI_CLASS, FaultSamplerGui.class.getName());
    sampler.setProperty(TestElement.TEST_CLASS, FaultSampler.class.getName());
    sampler.setAtSeconds("${at}");
    sampler.setForSeconds("20");
    sampler.setStart(start);
    sampler.setStop(stop);
    return sampler;
  }

  private static String evaluate(String text) {
    return text.replace("${at}", "1.5").replace("${key}", "secret");
  }

  @Test
  void aPlanKeepsAllOfIt() throws Exception {
    FaultSampler sampler = sampler(REQUEST, ActionText.command("kubectl\nuncordon\nnode a", "5"));
    HashTree tree = new ListedHashTree();
    tree.add(sampler);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SaveService.saveTree(tree, out);
    Path file = home.resolve("fault.jmx");
    Files.copy(
        new ByteArrayInputStream(out.toByteArray()), file, StandardCopyOption.REPLACE_EXISTING);

    FaultSampler loaded =
        (FaultSampler) SaveService.loadTree(file.toFile()).list().iterator().next();

    assertThat(loaded.text()).isEqualTo(sampler.text());
    // What is usual is not written.
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("stop.timeout");
  }

  @Test
  void theFormShowsAllOfItAndGivesItBack() {
    FaultSampler sampler = sampler(REQUEST, ActionText.command("touch\non", "7"));
    FaultSamplerGui form = new FaultSamplerGui();
    form.configure(sampler);
    FaultSampler edited = (FaultSampler) form.createTestElement();

    assertThat(edited.text()).isEqualTo(sampler.text());

    form.clearGui();
    FaultSampler empty = (FaultSampler) form.createTestElement();
    assertThat(empty.text().start()).isEqualTo(ActionText.empty("PUT"));
    assertThat(empty.text().stop()).isEqualTo(ActionText.empty("DELETE"));
  }

  @Test
  void expressionsAreEvaluatedWhenTheTestStarts() {
    List<String> problems = new ArrayList<>();
    Fault fault =
        sampler(REQUEST, ActionText.command("kubectl\n  node a  \n\n", "5"))
            .text()
            .fault(FaultSamplerTest::evaluate, true, problems)
            .orElseThrow();

    assertThat(problems).isEmpty();
    assertThat(fault.at()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(fault.time()).isEqualTo(Duration.ofSeconds(20));
    HttpAction start = (HttpAction) fault.start();
    assertThat(start.url()).isEqualTo(URI.create("http://127.0.0.1:1/faults/x"));
    assertThat(start.headers()).containsEntry("X-Key", "secret").containsEntry("X-Team", "a");
    assertThat(start.statuses()).isEqualTo(Set.of(200, 204));
    assertThat(start.timeout()).isEqualTo(Duration.ofMillis(2_500));
    assertThat(((CommandAction) fault.stop()).words()).containsExactly("kubectl", "node a");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNoSecretIsTold() {
    FaultSampler sampler =
        sampler(
            new ActionText(ActionText.HTTP, "PUT", "ftp://user:hidden@x", "", "", "", "", "-1"),
            ActionText.command("", "5"));
    sampler.setName("a b");
    sampler.setAtSeconds("soon");
    sampler.setForSeconds("999999999");
    List<String> problems = new ArrayList<>();

    assertThat(sampler.text().fault(FaultSamplerTest::evaluate, false, problems)).isEmpty();
    assertThat(problems)
        .anyMatch(text -> text.startsWith("a fault's name must be"))
        .anyMatch(text -> text.contains("--allow-commands"))
        .anyMatch(text -> text.startsWith("at must be a number of seconds"))
        .anyMatch(text -> text.startsWith("for must be a number of seconds"))
        .anyMatch(text -> text.startsWith("switching on: timeout must be"))
        .anyMatch(text -> text.startsWith("switching off: a command must begin"))
        .noneMatch(text -> text.contains("hidden"));
  }

  @Test
  void aUrlThatIsNoneIsNotSaidAgain() {
    ActionText text =
        new ActionText(ActionText.HTTP, "PUT", "http://user:hidden@x:1/ y", "", "", "", "", "5");
    List<String> problems = new ArrayList<>();
    sampler(text, text).text().fault(FaultSamplerTest::evaluate, true, problems);

    assertThat(problems)
        .hasSize(2)
        .allMatch(problem -> problem.contains("url is none"))
        .noneMatch(problem -> problem.contains("hidden"));
  }
}
