package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Backend;
import com.openshow.loadtest.scenario.Defaults;
import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.Fault;
import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.LoadType;
import com.openshow.loadtest.scenario.Pace;
import com.openshow.loadtest.scenario.PropertyName;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Resilience;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.SloKey;
import com.openshow.loadtest.scenario.Work;
import com.openshow.loadtest.slo.Objective;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of a scenario file: the top level and the scenarios. */
final class ScenarioDecoder {
  private static final int MOST_VUS = 1_000_000;
  private static final Rule<Integer> VUS = Rule.whole(1, MOST_VUS);
  private static final Rule<Duration> TIMEOUT = Rules.TIME;

  private ScenarioDecoder() {}

  static Optional<LoadTest> loadTest(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    keys.optional("$schema", Rules.PLAIN);
    Optional<String> name = keys.required("project_name", Rules.PLAIN);
    Optional<String> tool = keys.required("test_tool", Rules.PLAIN);
    Optional<URI> url = keys.required("staging_url", Rules.TARGET);
    Optional<Integer> vus = keys.required("global_vus", VUS);
    Optional<Duration> duration = keys.required("global_duration", Rules.RUN_TIME);
    final Duration warmUp = keys.optional("warm_up", Rules.TIME).orElse(Duration.ZERO);
    final Defaults defaults =
        keys.optional("defaults", Rule.object(ScenarioDecoder::defaults)).orElse(Defaults.STANDARD);
    final Auth auth = keys.optional("auth", AuthDecoder.AUTH).orElse(Auth.STANDARD);
    final Map<SloKey, Double> slo = keys.optional("slo", Rules.SLO).orElse(Map.of());
    final boolean strict = keys.optional("strict", Rules.BOOLEAN).orElse(false);
    Optional<List<Scenario>> scenarios =
        keys.required("scenarios", Rule.list(Rule.object(ScenarioDecoder::scenario), false));
    final Optional<List<Fault>> found =
        keys.optional("faults", FaultDecoder.list(scenarios.orElse(List.of()), strict));
    final List<Fault> faults = found.orElse(List.of());
    final FaultNames faultNames = FaultNames.of(found, object);
    final List<Resilience> resilience =
        keys.optional("resilience", ResilienceDecoder.list(faultNames)).orElse(List.of());
    final Backend backend =
        keys.optional("backend", BackendDecoder.rule(scenarios.orElse(List.of()), faultNames))
            .orElse(Backend.NONE);
    final List<List<Objective>> objectives =
        keys.optional("objectives", ObjectiveDecoder.list(scenarios.orElse(List.of()), strict))
            .orElse(List.of());
    final List<List<Objective>> ofFile =
        keys.optional("objectives_file", ObjectiveDecoder.file(scenarios.orElse(List.of()), strict))
            .orElse(List.of());
    keys.rejectOthers();
    reportDuplicates(
        faults, Fault::name, "fault name", object.members().get("faults"), "name", problems);
    scenarios.ifPresent(list -> CleanupDecoder.report(object, auth, list, problems));
    scenarios.ifPresent(
        list ->
            reportDuplicates(
                list,
                // Case does not tell file names apart everywhere.
                scenario -> scenario.name().toLowerCase(Locale.ROOT),
                "scenario name",
                object.members().get("scenarios"),
                "name",
                problems));
    if (name.isEmpty()
        || tool.isEmpty()
        || url.isEmpty()
        || vus.isEmpty()
        || duration.isEmpty()
        || scenarios.isEmpty()
        || hasDuplicates(scenarios.get(), Scenario::name)
        || hasDuplicates(faults, Fault::name)) {
      return Optional.empty();
    }
    return Optional.of(
        new LoadTest(
            name.get(),
            tool.get(),
            url.get(),
            vus.get(),
            duration.get(),
            warmUp,
            defaults,
            auth,
            slo,
            Stream.concat(objectives.stream(), ofFile.stream()).toList(),
            strict,
            backend,
            resilience,
            faults,
            scenarios.get()));
  }

  private static Optional<Defaults> defaults(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Defaults standard = Defaults.STANDARD;
    final Map<String, String> headers = keys.optional("headers", Rules.HEADERS).orElse(Map.of());
    final Duration connect =
        keys.optional("connect_timeout", TIMEOUT).orElse(standard.connectTimeout());
    final Duration response =
        keys.optional("response_timeout", TIMEOUT).orElse(standard.responseTimeout());
    final Optional<Duration> thinkTime = keys.optional("think_time", Rules.TIME);
    final Map<SloKey, Double> slo = keys.optional("slo", Rules.SLO).orElse(Map.of());
    keys.rejectOthers();
    return Optional.of(new Defaults(headers, connect, response, thinkTime, slo));
  }

  private static Optional<Scenario> scenario(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> name = keys.required("name", Rule.text(Scenario.NAME_RULE, Scenario::isName));
    Optional<LoadType> type = keys.required("type", Rule.choice(LoadType.labels(), LoadType::of));
    Optional<Integer> vus = keys.required("target_vus", VUS);
    final Pace pace = PaceDecoder.pace(keys);
    final Optional<List<Feed>> feeds = keys.optional("feed", FeedDecoder.FEEDS);
    final Optional<List<Request>> setup =
        keys.optional("setup", Rule.list(RequestDecoder.STEP, true));
    final Map<SloKey, Double> slo = keys.optional("slo", Rules.SLO).orElse(Map.of());
    Optional<Work> work = work(object, keys, problems);
    keys.rejectOthers();
    if (name.isEmpty() || type.isEmpty() || vus.isEmpty() || work.isEmpty()) {
      return Optional.empty();
    }
    Located feed = object.members().get("feed");
    // What the columns of a file are that cannot be a feed nobody knows.
    if (feed == null || feeds.isPresent()) {
      Set<String> columns =
          feed == null ? Set.of() : FeedDecoder.variables(feeds.orElse(List.of()), feed, problems);
      VariableCheck.report(object, columns, setup.orElse(List.of()), work.get(), problems);
    }
    return Optional.of(
        new Scenario(
            name.get(),
            type.get(),
            vus.get(),
            pace,
            feeds.orElse(List.of()),
            setup.orElse(List.of()),
            work.get(),
            slo));
  }

  private static Optional<Work> work(Located.Members object, Keys keys, Problems problems) {
    boolean mix = object.members().containsKey("endpoints");
    if (mix && object.members().containsKey("flow")) {
      problems.error(object.place(), "must have endpoints or flow, but has both");
    }
    Optional<List<Request>> flow =
        keys.optional("flow", Rule.list(RequestDecoder.STEP, false))
            .filter(steps -> areDistinct(steps, request -> request, object, "flow", problems));
    if (!mix && object.members().containsKey("flow")) {
      keys.optional("endpoints", Rule.list(RequestDecoder.ENDPOINT, false));
      return flow.map(Work.Flow::new);
    }
    return keys.required("endpoints", Rule.list(RequestDecoder.ENDPOINT, false))
        .filter(list -> areDistinct(list, Endpoint::request, object, "endpoints", problems))
        .map(Work.Mix::new);
  }

  private static <T> boolean areDistinct(
      List<T> list,
      Function<T, Request> request,
      Located.Members object,
      String key,
      Problems problems) {
    Function<T, String> label = item -> PropertyName.of(request.apply(item).label());
    reportDuplicates(
        list,
        label,
        "method and path (or so much alike that -J could not tell them apart; a \"name\" tells"
            + " them apart)",
        object.members().get(key),
        "path",
        problems);
    return !hasDuplicates(list, label);
  }

  private static <T> boolean hasDuplicates(List<T> list, Function<T, String> key) {
    return list.stream().map(key).distinct().count() < list.size();
  }

  private static <T> void reportDuplicates(
      List<T> list,
      Function<T, String> key,
      String what,
      @Nullable Located array,
      String member,
      Problems problems) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      Integer before = first.putIfAbsent(key.apply(list.get(i)), i);
      if (before != null
          && array instanceof Located.Elements elements
          && elements.elements().get(i) instanceof Located.Members object) {
        Located value = object.members().get(member);
        problems.error(
            value == null ? object.place() : value.place(),
            "the same " + what + " as element " + before);
      }
    }
  }
}
