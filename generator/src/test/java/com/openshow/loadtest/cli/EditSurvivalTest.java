package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.jmeter.ObjectiveElement;
import com.openshow.loadtest.jmeter.SloListener;
import com.openshow.loadtest.runtime.JMeterRuntime;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jmeter.assertions.DurationAssertion;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.control.IfController;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.protocol.http.control.HeaderManager;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerProxy;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.timers.ConstantTimer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People edit generated plans in JMeter; then the scenario file changes. */
final class EditSurvivalTest {
  private static final String GROUP = "S_01_Discovery_Read_Heavy";
  private static final String CREATORS = "GET /api/v1/creators";
  private static final String SUGGESTIONS = "GET /api/v1/search/suggestions";
  private static final String COMMENT = "TestPlan.comments";

  /** What a person does to a plan, and how it shows. */
  private record Edit(String what, Consumer<JmxFile> edit, Predicate<JmxFile> shows) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Stream<Edit> edits() {
    return Stream.of(
        new Edit(
            "an assertion for a request",
            plan -> plan.add(CREATORS, named(new DurationAssertion(), "my assertion")),
            plan -> plan.below(CREATORS).contains("my assertion")),
        new Edit(
            "a request in the group",
            plan -> plan.add(GROUP, named(new HTTPSamplerProxy(), "my request")),
            plan -> plan.below(GROUP).contains("my request")),
        new Edit(
            "a controller with a request in it",
            plan ->
                plan.add(
                    GROUP,
                    named(new IfController(), "my if"),
                    named(new HTTPSamplerProxy(), "my nested request")),
            plan -> plan.below("my if").equals(List.of("my nested request"))),
        new Edit(
            "data for the whole plan",
            plan -> plan.add(top(plan), named(new CSVDataSet(), "my data")),
            plan -> plan.below(top(plan)).contains("my data")),
        new Edit(
            "a listener in the mix",
            plan -> plan.add("Weighted mix", named(new ResultCollector(), "my listener")),
            plan -> plan.below("Weighted mix").contains("my listener")),
        new Edit(
            "an element switched off",
            plan -> plan.element("Think time").setEnabled(false),
            plan -> !plan.element("Think time").isEnabled()),
        property("a timer retuned", "Uniform 0.5 to 1.5 times the mean", "RandomTimer.range", "7"),
        new Edit(
            "a timer added",
            plan -> plan.add("Think time", named(new ConstantTimer(), "my timer")),
            plan -> plan.below("Think time").contains("my timer")),
        new Edit(
            "an element renamed",
            plan -> plan.element(SUGGESTIONS + " by weight").setName("my branch"),
            plan -> plan.has("my branch") && !plan.has(SUGGESTIONS + " by weight")),
        new Edit(
            "a header added",
            plan -> headers(plan).add(new Header("X-Mine", "1")),
            plan -> "1".equals(headers(plan).getFirstHeaderNamed("X-Mine").getValue())),
        new Edit(
            "a header changed",
            plan -> headers(plan).getFirstHeaderNamed("Accept").setValue("*/*"),
            plan -> "*/*".equals(headers(plan).getFirstHeaderNamed("Accept").getValue())),
        new Edit(
            "a variable added",
            plan -> variables(plan).addArgument("mine", "2", "="),
            plan -> "2".equals(variables(plan).getArgumentsAsMap().get("mine"))),
        property("redirects not followed", CREATORS, "HTTPSampler.follow_redirects", "false"),
        property("a timeout of one request", CREATORS, "HTTPSampler.connect_timeout", "1234"),
        property("another ramp-up", GROUP, "ThreadGroup.ramp_time", "33"),
        property("a start delay", GROUP, "ThreadGroup.delay", "3"),
        new Edit(
            "an objective added",
            plan -> {
              SloListener listener = plan.element("SLO assertions", SloListener.class);
              List<ObjectiveElement> rows = new ArrayList<>(listener.getObjectives());
              rows.add(
                  ObjectiveElement.of(
                      new Objective(new Scope(GROUP, CREATORS), new LatencyPercentile(99.9), 70),
                      "70"));
              listener.setObjectives(rows);
            },
            plan ->
                plan.element("SLO assertions", SloListener.class).getObjectives().stream()
                    .anyMatch(
                        row -> row.getPropertyAsString("Objective.indicator").equals("p99.9"))),
        new Edit(
            "a comment",
            plan ->
                plan.element(SUGGESTIONS)
                    .setComment("Ask Ann. " + plan.property(SUGGESTIONS, COMMENT)),
            plan -> plan.property(SUGGESTIONS, COMMENT).startsWith("Ask Ann. From /scenarios/0/")),
        new Edit(
            "an element deleted",
            plan -> plan.remove("HTTP Request Defaults"),
            plan -> !plan.has("HTTP Request Defaults")),
        new Edit(
            "a request put into a controller",
            plan -> plan.wrap(SUGGESTIONS, named(new GenericController(), "my wrapper")),
            plan -> plan.below("my wrapper").equals(List.of(SUGGESTIONS))));
  }

  private static Edit property(String what, String element, String property, String value) {
    return new Edit(
        what,
        plan -> plan.element(element).setProperty(property, value),
        plan -> plan.property(element, property).equals(value));
  }

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void generateOnce() throws Exception {
    JMeterRuntime.start();
    try (InputStream seed = EditSurvivalTest.class.getResourceAsStream("/seed/scenarios.json")) {
      Files.copy(Objects.requireNonNull(seed), folder.resolve("s.json"));
    }
    assertThat(generate()).isZero();
  }

  @Test
  void allTwentyEditsAndAllChangesOfTheScenarioFileAreInThePlan() throws Exception {
    JmxFile plan = plan();
    List<Edit> edits = edits().toList();
    assertThat(edits).hasSize(20);
    edits.forEach(edit -> edit.edit.accept(plan));
    plan.save();

    change("\"weight\": 60", "\"weight\": 55");
    change("\"slo_p95_ms\": 50", "\"slo_p95_ms\": 45");
    change("\"target_vus\": 150", "\"target_vus\": 140");
    change("\"q=promp\"", "\"q=prompt\"");
    change("https://api.staging.openshow.com", "https://next.staging.openshow.com");
    change(
        "\"endpoints\": [",
        "\"endpoints\": [{\"path\": \"/api/v1/new\", \"method\": \"GET\", \"weight\": 5,"
            + " \"slo_p95_ms\": 60},");
    assertThat(generate("--check")).isOne();
    assertThat(err.toString(UTF_8)).contains("differs from what").contains("was edited besides");
    assertThat(generate()).as(err.toString(UTF_8)).isZero();

    JmxFile merged = plan();
    assertThat(edits).allSatisfy(edit -> assertThat(edit.shows.test(merged)).isTrue());
    assertThat(merged.below("Weighted mix"))
        .containsExactly(
            "GET /api/v1/new by weight", CREATORS + " by weight", "my branch", "my listener");
    assertThat(merged.property(CREATORS + " by weight", "WeightedThroughputController.weight"))
        .endsWith(",55)}");
    assertThat(merged.property(SUGGESTIONS, COMMENT)).endsWith("/endpoints/2");
    assertThat(merged.property(GROUP, "ThreadGroup.num_threads")).contains(",140)");
    assertThat(variables(merged).getArgumentsAsMap())
        .containsEntry("target_url", "${__P(target.url,https://next.staging.openshow.com)}");
    assertThat(merged.element(SUGGESTIONS, HTTPSamplerProxy.class).getArguments().getArgument(0))
        .hasToString("q=prompt");
    assertThat(merged.element("SLO assertions", SloListener.class).getObjectives())
        .extracting(row -> row.getPropertyAsString("Objective.target"))
        .anyMatch(target -> target.endsWith(",45)}"))
        .anyMatch(target -> target.endsWith(",60)}"));

    // The same again: nothing is left to do.
    byte[] bytes = Files.readAllBytes(file());
    assertThat(generate("--check")).as(err.toString(UTF_8)).isZero();
    assertThat(generate()).isZero();
    assertThat(file()).hasBinaryContent(bytes);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditAloneIsKeptAndIsNoDrift(Edit edit) throws Exception {
    JmxFile plan = plan();
    edit.edit.accept(plan);
    plan.save();
    String saved = Files.readString(file());
    assertThat(generate("--check")).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).contains("edited: ");
    assertThat(generate()).isZero();
    // As JMeter saved it, but for the header.
    assertThat(Files.readString(file()).replaceFirst("<!-- Generated .* -->\n", ""))
        .isEqualTo(saved);
  }

  @Test
  void whatBothChangedIsListedAndNothingIsWrittenUntilSomebodyDecides() throws Exception {
    JmxFile plan = plan();
    plan.element(GROUP).setProperty("ThreadGroup.num_threads", "7");
    plan.element(SUGGESTIONS).setProperty("HTTPSampler.path", "/mine");
    plan.element(CREATORS).setName("my creators");
    plan.save();
    change("\"target_vus\": 150", "\"target_vus\": 140");
    change("/api/v1/creators", "/api/v2/creators");
    change(
        Files.readString(folder.resolve("s.json"))
            .replaceAll("(?s).*(,\\s*\\{[^{}]*search/suggestions[^{}]*}).*", "$1"),
        "");
    String before = Files.readString(file());

    assertThat(generate()).isOne();
    assertThat(file()).hasContent(before);
    assertThat(err.toString(UTF_8))
        .contains(GROUP + ": ThreadGroup.num_threads: the plan says \"7\", the scenario file")
        .contains(",140)})}\" (it said ")
        .contains("testname: the plan says \"my creators\", the scenario file says \"GET /api/v2")
        .contains(SUGGESTIONS + " by weight: the element: the plan changed it, the scenario file")
        .contains("nothing was written");
    assertThat(generate("--ours", "--theirs")).isEqualTo(64);

    assertThat(generate("--theirs")).isZero();
    JmxFile theirs = plan();
    assertThat(theirs.property(GROUP, "ThreadGroup.num_threads")).isEqualTo("7");
    assertThat(theirs.property(SUGGESTIONS, "HTTPSampler.path")).isEqualTo("/mine");
    assertThat(theirs.property("my creators", "HTTPSampler.path")).startsWith("/api/v2/creators");
    // It is decided.
    assertThat(generate()).isZero();
    assertThat(plan().property(GROUP, "ThreadGroup.num_threads")).isEqualTo("7");
  }

  @Test
  void theScenarioFilesWordCanCount() throws Exception {
    JmxFile plan = plan();
    plan.element(GROUP).setProperty("ThreadGroup.num_threads", "7");
    plan.add(CREATORS, named(new DurationAssertion(), "my assertion"));
    plan.remove(SUGGESTIONS);
    plan.save();
    change("\"target_vus\": 150", "\"target_vus\": 140");
    change("\"q=promp\"", "\"q=a\", \"q=b\"");
    assertThat(generate()).isOne();
    assertThat(err.toString(UTF_8))
        .contains("the plan does without it, the scenario file changed it (it was there before)");
    assertThat(generate("--ours")).isZero();
    assertThat(plan().property(GROUP, "ThreadGroup.num_threads")).contains(",140)");
    assertThat(plan().below(CREATORS)).contains("my assertion");
    assertThat(plan().has(SUGGESTIONS)).isTrue();
  }

  @Test
  void withoutWhatWasGeneratedAnEditedPlanIsNobodysToMerge() throws Exception {
    JmxFile plan = plan();
    plan.element(GROUP).setProperty("ThreadGroup.num_threads", "7");
    plan.save();
    Files.delete(folder.resolve("plans/.generated").resolve(GROUP + ".jmx"));
    assertThat(generate()).isOne();
    assertThat(err.toString(UTF_8)).contains("the plan was edited, and ").contains("is missing");
    assertThat(generate("--theirs")).isZero();
    assertThat(plan().property(GROUP, "ThreadGroup.num_threads")).isEqualTo("7");
    assertThat(generate("--check")).isZero();
  }

  @Test
  void whatIsNoPlanIsSaidWithItsPlace() throws Exception {
    Files.writeString(file(), "<jmeterTestPlan>\n  <hashTree>\n</jmeterTestPlan>");
    assertThat(generate()).isOne();
    assertThat(err.toString(UTF_8)).contains("cannot be read: line 3, column ");
    assertThat(generate("--ours")).isZero();
    assertThat(plan().has(CREATORS)).isTrue();
  }

  private static HeaderManager headers(JmxFile plan) {
    return plan.element("Headers of every request", HeaderManager.class);
  }

  private static Arguments variables(JmxFile plan) {
    return plan.element("Variables", Arguments.class);
  }

  private static String top(JmxFile plan) {
    assertThat(plan.has("OpenShow AI Creator Collaboration: " + GROUP)).isTrue();
    return "OpenShow AI Creator Collaboration: " + GROUP;
  }

  private static TestElement named(TestElement element, String name) {
    element.setName(name);
    element.setProperty(TestElement.GUI_CLASS, "TestBeanGUI");
    element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
    return element;
  }

  private void change(String from, String to) throws Exception {
    Path file = folder.resolve("s.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  private Path file() {
    return folder.resolve("plans").resolve(GROUP + ".jmx");
  }

  private JmxFile plan() throws Exception {
    return new JmxFile(file());
  }

  private int generate(String... options) {
    out.reset();
    err.reset();
    String[] args = new String[4 + options.length];
    args[0] = "generate";
    args[1] = folder.resolve("s.json").toString();
    args[2] = "--output";
    args[3] = folder.resolve("plans").toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return Main.run(
        args, new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)));
  }
}
