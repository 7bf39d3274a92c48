package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.HttpMethod;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Template;
import java.util.List;
import java.util.Optional;

/** The key {@code cleanup} of a request. */
final class CleanupDecoder {
  static final Rule<Cleanup> CLEANUP = Rule.object(CleanupDecoder::cleanup);

  private static final Rule<Template> PATH =
      Rule.text(Request.PATH_RULE, Request::isPath).map(Template::of);
  private static final Rule<Template> QUERY =
      Rule.text(Request.QUERY_RULE, Request::isQuery).map(Template::of);

  private CleanupDecoder() {}

  private static Optional<Cleanup> cleanup(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    final HttpMethod method =
        keys.optional("method", Rule.choice(HttpMethod.labels(), HttpMethod::of))
            .orElse(HttpMethod.DELETE);
    Optional<Template> path = keys.required("path", PATH);
    final Optional<Template> params = keys.optional("params", QUERY);
    final Optional<Boolean> auth = keys.optional("auth", Rules.BOOLEAN);
    keys.rejectOthers();
    return path.map(place -> new Cleanup(method, place, params, auth));
  }

  /**
   * Reports what nobody could delete: whose token it takes is known only where the request that
   * creates carries one.
   */
  static void report(Located.Members top, Auth auth, List<Scenario> scenarios, Problems problems) {
    if (auth.type() == Auth.Type.LOGIN || auth.type() == Auth.Type.TOKEN) {
      return;
    }
    for (int i = 0; i < scenarios.size(); i++) {
      Located at = top.members().getOrDefault("scenarios", top);
      Located scenario = at instanceof Located.Elements list ? list.elements().get(i) : at;
      report(scenario, "setup", scenarios.get(i).setup(), auth, problems);
      for (String key : List.of("endpoints", "flow")) {
        report(scenario, key, scenarios.get(i).requests(), auth, problems);
      }
    }
  }

  private static void report(
      Located scenario, String key, List<Request> requests, Auth auth, Problems problems) {
    if (!(scenario instanceof Located.Members object)
        || !(object.members().get(key) instanceof Located.Elements list)) {
      return;
    }
    for (int i = 0; i < requests.size(); i++) {
      Request request = requests.get(i);
      boolean isNobodys = request.cleanup().map(auth::appliesTo).orElse(false);
      if (isNobodys && !auth.appliesTo(request)) {
        Located place = list.elements().get(i);
        problems.error(
            place instanceof Located.Members members ? members.placeOf("cleanup") : place.place(),
            "must carry no token, since the request that creates carries none, and whose it would be"
                + " nobody knows; set \"auth\" of one of them");
      }
    }
  }
}
