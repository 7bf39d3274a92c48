package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.DataType;
import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.HttpMethod;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.LoadType;
import com.openshow.loadtest.scenario.PropertyName;
import com.openshow.loadtest.scenario.Scenario;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of a scenario file, level by level. */
final class ScenarioDecoder {
  private static final int MOST_VUS = 1_000_000;
  private static final Duration LONGEST = Duration.ofDays(7);

  // Text that ends up in a plan must not be an expression: JMeter would run it.
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{|\\p{Cntrl}");

  private static final Rule<String> PLAIN =
      Rule.text(
          "a text of 1 to 200 characters without \"${\" and control characters",
          text -> !text.isBlank() && text.length() <= 200 && !EXPRESSION.matcher(text).find());
  private static final Rule<URI> TARGET =
      Rule.string(
          "http(s)://host[:port] without user, path or query (a common prefix goes into the"
              + " endpoints' paths)",
          ScenarioDecoder::target);
  private static final Rule<Duration> DURATION =
      Rule.string(
          Durations.RULE + ", from 1s to 7 days",
          text ->
              Durations.parse(text).filter(d -> d.toSeconds() >= 1 && d.compareTo(LONGEST) <= 0));
  private static final Rule<Integer> VUS = Rule.whole(1, MOST_VUS);
  private static final Rule<Double> POSITIVE =
      Rule.number("a number greater than 0", n -> n > 0 && n <= 1e9);
  private static final Rule<List<String>> PARAMS =
      Rule.list(Rule.text(Endpoint.QUERY_RULE, Endpoint::isQuery), true);

  private ScenarioDecoder() {}

  static Optional<LoadTest> loadTest(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> name = keys.required("project_name", PLAIN);
    Optional<String> tool = keys.required("test_tool", PLAIN);
    Optional<URI> url = keys.required("staging_url", TARGET);
    Optional<Integer> vus = keys.required("global_vus", VUS);
    Optional<Duration> duration = keys.required("global_duration", DURATION);
    Optional<List<Scenario>> scenarios =
        keys.required("scenarios", Rule.list(Rule.object(ScenarioDecoder::scenario), false));
    keys.rejectOthers();
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
        || hasDuplicates(scenarios.get(), Scenario::name)) {
      return Optional.empty();
    }
    return Optional.of(
        new LoadTest(
            name.get(), tool.get(), url.get(), vus.get(), duration.get(), scenarios.get()));
  }

  private static Optional<Scenario> scenario(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> name = keys.required("name", Rule.text(Scenario.NAME_RULE, Scenario::isName));
    Optional<LoadType> type = keys.required("type", Rule.choice(LoadType.labels(), LoadType::of));
    Optional<Integer> vus = keys.required("target_vus", VUS);
    Optional<List<Endpoint>> endpoints =
        keys.required("endpoints", Rule.list(Rule.object(ScenarioDecoder::endpoint), false));
    keys.rejectOthers();
    endpoints.ifPresent(
        list ->
            reportDuplicates(
                list,
                endpoint -> PropertyName.of(endpoint.label()),
                "method and path (or so much alike that -J could not tell them apart)",
                object.members().get("endpoints"),
                "path",
                problems));
    if (name.isEmpty()
        || type.isEmpty()
        || vus.isEmpty()
        || endpoints.isEmpty()
        || hasDuplicates(endpoints.get(), endpoint -> PropertyName.of(endpoint.label()))) {
      return Optional.empty();
    }
    return Optional.of(new Scenario(name.get(), type.get(), vus.get(), endpoints.get()));
  }

  private static Optional<Endpoint> endpoint(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> path = keys.required("path", Rule.text(Endpoint.PATH_RULE, Endpoint::isPath));
    Optional<HttpMethod> method =
        keys.required("method", Rule.choice(HttpMethod.labels(), HttpMethod::of));
    Optional<Double> weight = keys.required("weight", POSITIVE);
    Optional<List<String>> params = keys.optional("params", PARAMS);
    Optional<Double> slo = keys.optional("slo_p95_ms", POSITIVE);
    Optional<DataType> data =
        keys.optional("data_type", Rule.choice(DataType.labels(), DataType::of));
    keys.rejectOthers();
    Located dataValue = object.members().get("data_type");
    boolean dataWithoutBody =
        data.isPresent() && method.isPresent() && !method.get().hasBody() && dataValue != null;
    if (dataWithoutBody && dataValue != null) {
      problems.error(
          dataValue.place(),
          "data_type needs a method with a body (POST, PUT, PATCH), but the method is "
              + method.get());
    }
    if (path.isEmpty() || method.isEmpty() || weight.isEmpty() || dataWithoutBody) {
      return Optional.empty();
    }
    return Optional.of(
        new Endpoint(
            path.get(),
            method.get(),
            weight.get(),
            params.orElse(List.of()),
            slo.isPresent() ? OptionalDouble.of(slo.get()) : OptionalDouble.empty(),
            data));
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

  private static Optional<URI> target(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && List.of("", "/").contains(uri.getRawPath());
      return http && bare ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
