package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.SignInController;
import com.openshow.loadtest.jmeter.SignInControllerGui;
import com.openshow.loadtest.jmeter.WeightedMixController;
import com.openshow.loadtest.jmeter.WeightedMixControllerGui;
import com.openshow.loadtest.jmeter.WeightedThroughputController;
import com.openshow.loadtest.jmeter.WeightedThroughputControllerGui;
import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.FeedForms;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** With the plugin's elements: all that a scenario file says. */
final class PluginDialect implements Dialect {
  private static final String TARGET_URL = "target_url";

  @Override
  public List<StockNote> notes(LoadTest test, List<Scenario> scenarios) {
    return List.of();
  }

  @Override
  public Map<String, String> variables(LoadTest test, String planName, List<Scenario> scenarios) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(TARGET_URL, Overridable.property("target.url", test.stagingUrl().toString()));
    if (CleanupGroup.isNeeded(scenarios)) {
      variables.put(CleanupGroup.FILE_VARIABLE, CleanupGroup.file(planName));
    }
    return variables;
  }

  @Override
  public Target target() {
    String url = "${" + TARGET_URL + "}";
    return new Target(
        "${__urlPart(" + url + ",protocol)}",
        "${__urlPart(" + url + ",host)}",
        "${__urlPart(" + url + ",port)}");
  }

  @Override
  public String share(String vus) {
    return "${__injectorShare(" + vus + ")}";
  }

  @Override
  public Optional<Node> stages(Scenario scenario, String pointer) {
    return Pacing.stages(scenario, pointer);
  }

  @Override
  public Optional<Node> schedule(LoadTest test, Scenario scenario, String pointer) {
    return Pacing.schedule(test, scenario, pointer);
  }

  @Override
  public List<Node> mix(
      Scenario scenario, List<MixBranch> branches, Optional<Node> schedule, String pointer) {
    List<Node> nodes = new ArrayList<>();
    schedule.ifPresent(nodes::add);
    nodes.add(
        Node.of(
                new WeightedMixController(),
                "Weighted mix",
                "Runs exactly one of its branches at each iteration. From "
                    + pointer
                    + "/endpoints",
                WeightedMixControllerGui.class)
            .with(branches.stream().map(PluginDialect::branch).toList()));
    return nodes;
  }

  private static Node branch(MixBranch branch) {
    WeightedThroughputController controller = new WeightedThroughputController();
    controller.setWeight(branch.weight());
    return Node.of(
            controller,
            branch.endpoint().label() + " by weight",
            "From " + branch.pointer() + "/weight",
            WeightedThroughputControllerGui.class)
        .with(branch.nodes());
  }

  @Override
  public Node signIn(Auth auth, boolean isLast, List<Node> once, List<Node> logIn) {
    SignInController controller = new SignInController();
    controller.setBeforeRequests(isLast);
    controller.setGivenToken(given(auth, ""));
    return Node.of(
            controller,
            "Sign in, once per virtual user and when its token runs out",
            SignIn.comment(auth),
            SignInControllerGui.class)
        .with(once)
        .with(logIn);
  }

  @Override
  public String token(Auth auth) {
    return given(auth, "${" + SignInController.TOKEN_VARIABLE + "}");
  }

  private static String given(Auth auth, String otherwise) {
    return "${__secret("
        + SignIn.TOKEN_PROPERTY
        + ","
        + auth.tokenEnv().orElse("")
        + ","
        + otherwise
        + ")}";
  }

  @Override
  public String secret(String property, String environment) {
    return "${__secret(" + property + "," + environment + ")}";
  }

  @Override
  public Preparation uniqueData(UniqueValue value, String prefix, String comment) {
    return new Preparation(List.of(UniqueData.sampler(value, prefix, comment)), List.of());
  }

  @Override
  public Node filler(List<FillerValue> fillers, String comment) {
    return FillerNode.of(fillers, FillerNode::function, comment);
  }

  @Override
  public Node feed(Feed feed, Scenario scenario, String pointer) {
    return Feeds.node(feed, scenario, pointer);
  }

  @Override
  public Template path(Template path, Scenario scenario) {
    return FeedForms.path(path, scenario.formed());
  }

  @Override
  public Template body(Template body, Request request, Scenario scenario) {
    return FeedForms.body(body, request, scenario.formed());
  }

  @Override
  public Choice choice(String name, List<String> texts, String comment) {
    // A comma would end the function's argument.
    List<String> arguments = texts.stream().map(text -> text.replace(",", "\\,")).toList();
    return new Choice("${__oneOf(" + String.join(",", arguments) + ")}", List.of());
  }

  @Override
  public Optional<Node> created(Auth auth, Cleanup cleanup, String path, String pointer) {
    return Optional.of(new CleanupGroup(auth, this).recorder(cleanup, path, pointer));
  }

  @Override
  public Optional<Node> cleanup(LoadTest test, List<Scenario> scenarios) {
    return CleanupGroup.isNeeded(scenarios)
        ? Optional.of(new CleanupGroup(test.auth(), this).node(scenarios))
        : Optional.empty();
  }

  @Override
  public List<Node> faults(LoadTest test, List<Scenario> scenarios) {
    FaultGroups groups = new FaultGroups("${" + TARGET_URL + "}", this::secret);
    return test.faults(scenarios).stream()
        .map(fault -> groups.node(fault, "/faults/" + test.faults().indexOf(fault)))
        .toList();
  }

  @Override
  public Optional<Node> objectives(LoadTest test, String planName, List<Scenario> scenarios) {
    return Optional.of(Objectives.node(test, planName, scenarios));
  }
}
