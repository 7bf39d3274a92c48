package com.openshow.loadtest.k6;

import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Defaults;
import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Timing;
import com.openshow.loadtest.scenario.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the virtual users of a test do, as data. */
final class TestData {
  private final LoadTest test;
  private final Names names;
  private final Notes notes;
  private final Requests requests;
  private final Feeds feeds;

  TestData(LoadTest test, Names names, Notes notes) {
    this.test = test;
    this.names = names;
    this.notes = notes;
    this.requests = new Requests(test.auth(), notes);
    this.feeds = new Feeds(test.scenarios(), notes);
  }

  Js data() {
    Defaults defaults = test.defaults();
    if (!defaults.connectTimeout().equals(Defaults.STANDARD.connectTimeout())) {
      notes.add(
          "/defaults/connect_timeout",
          "k6 has one timeout for a request as a whole; it is response_timeout");
    }
    Members scenarios = new Members();
    for (int i = 0; i < test.scenarios().size(); i++) {
      Scenario scenario = test.scenarios().get(i);
      String pointer = "/scenarios/" + i;
      if (!names.of(scenario).equals(scenario.name())) {
        notes.add(pointer + "/name", "k6 allows no dot; its name is " + names.of(scenario));
      }
      scenarios.with(names.of(scenario), scenario(scenario, pointer));
    }
    return new Members()
        .with("targetUrl", test.stagingUrl().toString())
        .code("seconds", Durations.seconds(test.globalDuration()))
        .with("vus", Js.number(test.scenarios().stream().mapToDouble(Scenario::targetVus).sum()))
        .code("warmUp", Durations.seconds(test.warmUp()))
        .with("timeout", defaults.responseTimeout().toMillis() + "ms")
        .with("headers", new Js.Items(headers()))
        .with("auth", auth())
        .with("scenarios", scenarios.build())
        .build();
  }

  private List<Js> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (test.defaults().headers().keySet().stream().noneMatch("Accept"::equalsIgnoreCase)) {
      headers.put("Accept", "application/json");
    }
    headers.putAll(test.defaults().headers());
    return headers.entrySet().stream()
        .map(header -> Js.texts(List.of(header.getKey(), header.getValue())))
        .toList();
  }

  private Js auth() {
    Auth auth = test.auth();
    Members members =
        new Members()
            .with("type", auth.type().label())
            .with("signupPath", auth.signupPath())
            .with("loginPath", auth.loginPath())
            .with("tokenPath", tokenPath(auth));
    members.with("usersFile", auth.usersFile().map(Js::text));
    return members.with("tokenEnv", auth.tokenEnv().map(Js::text)).build();
  }

  private Js tokenPath(Auth auth) {
    return JsonPaths.steps(auth.tokenPath())
        .orElseGet(
            () -> {
              notes.add(
                  "/auth/token_path",
                  "the script can walk JSON paths of "
                      + JsonPaths.RULE
                      + ", but not "
                      + auth.tokenPath()
                      + "; nobody can sign in");
              // The name of no member: walking it finds nothing.
              return new Js.Items(List.of(Js.text(auth.tokenPath())));
            });
  }

  private Js scenario(Scenario scenario, String pointer) {
    Members members = new Members();
    Timing.thinkTime(test, scenario)
        .map(Duration::toMillis)
        .ifPresent(millis -> members.with("thinkTime", Js.number(millis / 1000.0)));
    members.withAny("feeds", feeds.of(scenario, pointer + "/feed"));
    members.withAny("setup", requests(scenario, scenario.setup(), pointer + "/setup/"));
    if (scenario.work() instanceof Work.Mix mix) {
      List<Js> endpoints = new ArrayList<>();
      for (int i = 0; i < mix.endpoints().size(); i++) {
        Endpoint endpoint = mix.endpoints().get(i);
        endpoints.add(requests.endpoint(scenario, endpoint, pointer + "/endpoints/" + i));
      }
      return members.withAny("mix", endpoints).build();
    }
    return members
        .withAny("flow", requests(scenario, scenario.requests(), pointer + "/flow/"))
        .build();
  }

  private List<Js> requests(Scenario scenario, List<Request> list, String pointer) {
    List<Js> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      all.add(requests.request(scenario, list.get(i), pointer + i));
    }
    return all;
  }
}
