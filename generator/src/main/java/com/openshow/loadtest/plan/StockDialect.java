package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.SignInController;
import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import com.openshow.loadtest.scenario.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.control.IfController;
import org.apache.jmeter.control.gui.IfControllerPanel;

/** With stock elements and functions alone, for a JMeter without the plugin. */
final class StockDialect implements Dialect {
  /** How many injectors share the load, as an expression. */
  static final String INJECTORS = Overridable.property("injectors", "1");

  private static final String GIVEN_TOKEN = "auth.given";
  private static final String UNIQUE_ID = "unique.id";

  @Override
  public List<StockNote> notes(LoadTest test, List<Scenario> scenarios) {
    return StockNotes.of(test, scenarios);
  }

  @Override
  public Map<String, String> variables(LoadTest test, String planName, List<Scenario> scenarios) {
    String url =
        "new URI(\"" + Overridable.property("target.url", test.stagingUrl().toString()) + "\")";
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("target_protocol", groovy(url + ".scheme"));
    variables.put("target_host", groovy(url + ".host"));
    variables.put(
        "target_port",
        groovy(
            "def url = "
                + url
                + "; url.port >= 0 ? url.port : url.scheme.equalsIgnoreCase(\"https\") ? 443 : 80"));
    variables.put(GIVEN_TOKEN, given(test.auth()));
    variables.put(SignInController.TOKEN_VARIABLE, "");
    for (Scenario scenario : scenarios) {
      if (scenario.work() instanceof Work.Mix mix) {
        variables.putAll(new StockMix(scenario, mix).variables());
      }
    }
    return variables;
  }

  private static String given(Auth auth) {
    return auth.tokenEnv()
        .map(name -> environment(SignIn.TOKEN_PROPERTY, name))
        .orElse(Overridable.property(SignIn.TOKEN_PROPERTY, ""));
  }

  private static String environment(String property, String name) {
    return Overridable.property(property, groovy("System.getenv(\"" + name + "\") ?: \"\""));
  }

  private static String groovy(String script) {
    return "${__groovy(" + script + ",)}";
  }

  @Override
  public Target target() {
    return new Target("${target_protocol}", "${target_host}", "${target_port}");
  }

  @Override
  public String share(String vus) {
    // Rounded up for the first injectors, so that the parts of all add up to the whole.
    String injector = Overridable.property("injector", "1");
    return "${__jexl3((("
        + vus
        + "+"
        + INJECTORS
        + "-"
        + injector
        + ")/"
        + INJECTORS
        + ").intValue(),)}";
  }

  @Override
  public Optional<Node> stages(Scenario scenario, String pointer) {
    return Optional.empty();
  }

  @Override
  public Optional<Node> schedule(LoadTest test, Scenario scenario, String pointer) {
    return StockPacing.schedule(test, scenario, pointer);
  }

  @Override
  public List<Node> mix(
      Scenario scenario, List<MixBranch> branches, Optional<Node> schedule, String pointer) {
    Work.Mix mix = new Work.Mix(branches.stream().map(MixBranch::endpoint).toList());
    return List.of(new StockMix(scenario, mix).node(branches, schedule, pointer));
  }

  @Override
  public Node signIn(Auth auth, boolean isLast, List<Node> once, List<Node> logIn) {
    String token = "vars.get(\"" + SignInController.TOKEN_VARIABLE + "\") == \"\"";
    String unauthorized = "sampleResult != null && sampleResult.getResponseCode() == \"401\"";
    // Apart: an If Controller that is false makes the Once Only Controller in it begin again.
    return when(
            "vars.get(\"" + GIVEN_TOKEN + "\") == \"\"",
            "Sign in, once per virtual user and after a status 401",
            SignIn.comment(auth))
        .with(once)
        .with(
            when(token + " || " + unauthorized, "Without a token, or after a 401", "From /auth")
                .with(logIn));
  }

  private static Node when(String condition, String name, String comment) {
    IfController controller = new IfController("${__jexl3(" + condition + ",)}");
    controller.setUseExpression(true);
    controller.setEvaluateAll(false);
    return Node.of(controller, name, comment, IfControllerPanel.class);
  }

  @Override
  public String token(Auth auth) {
    // One of the two is empty.
    return "${" + GIVEN_TOKEN + "}${" + SignInController.TOKEN_VARIABLE + "}";
  }

  @Override
  public String secret(String property, String environment) {
    return environment(property, environment);
  }

  @Override
  public Preparation uniqueData(UniqueValue value, String prefix, String comment) {
    Map<String, String> values = new LinkedHashMap<>();
    String own = value.variables().get(0);
    String id = prefix + UNIQUE_ID + (value.variable().isPresent() ? "." + own : "");
    values.put(id, "lt-${__UUID}");
    UniqueData.around(value, "${" + id + "}")
        .forEach((name, text) -> values.put(prefix + name, text));
    String name = "Unique " + value.key();
    return new Preparation(
        List.of(), List.of(UserParametersNode.beforeEachRequest(name, comment, values)));
  }

  @Override
  public Node filler(List<FillerValue> fillers, String comment) {
    return FillerNode.of(fillers, FillerNode::letters, comment);
  }

  @Override
  public Node feed(Feed feed, Scenario scenario, String pointer) {
    return Feeds.stock(feed, pointer);
  }

  @Override
  public Template path(Template path, Scenario scenario) {
    return path;
  }

  @Override
  public Template body(Template body, Request request, Scenario scenario) {
    return body;
  }

  @Override
  public Choice choice(String name, List<String> texts, String comment) {
    Map<String, String> values = new LinkedHashMap<>();
    texts.forEach(text -> values.put(name + "." + (values.size() + 1), text));
    return new Choice(
        "${__RandomFromMultipleVars(" + String.join("|", values.keySet()) + ")}",
        List.of(UserParametersNode.beforeEachRequest("Queries", comment, values)));
  }

  @Override
  public Optional<Node> created(Auth auth, Cleanup cleanup, String path, String pointer) {
    return Optional.empty();
  }

  @Override
  public Optional<Node> cleanup(LoadTest test, List<Scenario> scenarios) {
    return Optional.empty();
  }

  @Override
  public List<Node> faults(LoadTest test, List<Scenario> scenarios) {
    return List.of();
  }

  @Override
  public Optional<Node> objectives(LoadTest test, String planName, List<Scenario> scenarios) {
    return Optional.empty();
  }
}
