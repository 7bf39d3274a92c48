package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan is made of where HTTP requests and thread groups are not enough: the elements of this
 * project's plugin, or what JMeter brings by itself.
 */
sealed interface Dialect permits PluginDialect, StockDialect {
  /** What a plan in this dialect does not do as the scenario file says. */
  List<StockNote> notes(LoadTest test, List<Scenario> scenarios);

  /** The variables of the plan, by name, in order; evaluated once, at its start. */
  Map<String, String> variables(LoadTest test, String planName, List<Scenario> scenarios);

  /** Where requests go. */
  Target target();

  /** This injector's part of the virtual users. */
  String share(String vus);

  /** What holds virtual users back who are above the stages; empty when nothing does. */
  Optional<Node> stages(Scenario scenario, String pointer);

  /** The timer of the target rate; empty when the scenario has none. */
  Optional<Node> schedule(LoadTest test, Scenario scenario, String pointer);

  /**
   * What runs exactly one branch at each iteration, when it is due.
   *
   * @param branches one for each endpoint, in the file's order
   */
  List<Node> mix(
      Scenario scenario, List<MixBranch> branches, Optional<Node> schedule, String pointer);

  /**
   * What makes the requests when a virtual user needs a token.
   *
   * @param isLast whether the requests of the scenario follow at once
   * @param once what it does the first time, before it logs in
   * @param logIn what fetches a token
   */
  Node signIn(Auth auth, boolean isLast, List<Node> once, List<Node> logIn);

  /** The token that a request carries: the given one, or the virtual user's own. */
  String token(Auth auth);

  /** What must not stand in a plan: a property, else a variable of the environment. */
  String secret(String property, String environment);

  /**
   * What writes unique values into variables, for the request below or behind it.
   *
   * @param prefix of the variables' names; empty for those that requests use
   */
  Preparation uniqueData(UniqueValue value, String prefix, String comment);

  /**
   * What writes realistic texts into variables, for the request it stands below.
   *
   * @param fillers at least one
   */
  Node filler(List<FillerValue> fillers, String comment);

  /** What writes rows of a file into variables of each virtual user of a scenario. */
  Node feed(Feed feed, Scenario scenario, String pointer);

  /**
   * A path of a request of this scenario, with the values of its feeds and filler as they stand
   * there.
   */
  Template path(Template path, Scenario scenario);

  /** A body that a request of this scenario has, likewise. */
  Template body(Template body, Request request, Scenario scenario);

  /**
   * One of several texts with variables, another one at each request.
   *
   * @param name of what they are
   */
  Choice choice(String name, List<String> texts, String comment);

  /**
   * What writes down that a request has created something; empty when nothing does.
   *
   * @param path of the request that deletes it, with its query, as an expression
   */
  Optional<Node> created(Auth auth, Cleanup cleanup, String path, String pointer);

  /** What deletes all that was written down; empty when nothing does. */
  Optional<Node> cleanup(LoadTest test, List<Scenario> scenarios);

  /** The thread groups that switch faults on and off, beside those of the scenarios. */
  List<Node> faults(LoadTest test, List<Scenario> scenarios);

  /** What holds the promises against what is measured; empty when nothing does during the run. */
  Optional<Node> objectives(LoadTest test, String planName, List<Scenario> scenarios);

  /** The URL's parts as the HTTP Request Defaults want them. */
  record Target(String protocol, String host, String port) {}

  /** An expression, and the nodes below a request that it needs. */
  record Choice(String expression, List<Node> below) {}

  /**
   * Nodes that make data for a request.
   *
   * @param before what stands before it
   * @param below what stands below it
   */
  record Preparation(List<Node> before, List<Node> below) {}
}
