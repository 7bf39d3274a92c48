package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Stage;
import com.openshow.loadtest.scenario.Work;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.Requests;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.WeightDeviation;
import com.openshow.loadtest.slo.Window;
import com.openshow.loadtest.slo.measure.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what an objective of the list speaks of: a scenario, a request, a tag, or all of them. */
final class ObjectiveScopes {
  /** Stands for the weight of whichever endpoint is meant. */
  static final Indicator ANY_WEIGHT = new WeightDeviation(0);

  private final List<Scenario> scenarios;

  ObjectiveScopes(List<Scenario> scenarios) {
    this.scenarios = List.copyOf(scenarios);
  }

  /**
   * What an objective speaks of.
   *
   * @param scenarios whose requests; all of them where none was named
   * @param scope which of them
   */
  record Chosen(List<Scenario> scenarios, Scope scope) {}

  /**
   * A scope with the indicator for it.
   *
   * @param scope the scope
   * @param indicator the indicator
   */
  record Over(Scope scope, Indicator indicator) {}

  /** Reads the keys scenario, request and tag. */
  Optional<Chosen> choose(Keys keys, Located.Members object, Problems problems) {
    Optional<String> scenario = keys.optional("scenario", Rules.PLAIN);
    Optional<String> request = keys.optional("request", Rules.PLAIN);
    Optional<String> tag = keys.optional("tag", Rules.PLAIN);
    boolean unknown =
        object.members().keySet().stream()
                .filter(Set.of("scenario", "request", "tag")::contains)
                .count()
            != Stream.of(scenario, request, tag).filter(Optional::isPresent).count();
    if (request.isPresent() && tag.isPresent()) {
      problems.error(object.place(), "must have at most one of request, tag, but has both");
      unknown = true;
    }
    if (unknown || scenarios.isEmpty()) {
      return Optional.empty();
    }
    List<Scenario> named =
        scenarios.stream()
            .filter(one -> scenario.isEmpty() || one.name().equals(scenario.get()))
            .toList();
    if (named.isEmpty()) {
      return refuse(
          object,
          "scenario",
          scenario.orElseThrow(),
          scenarios.stream().map(Scenario::name),
          problems);
    }
    Stream<String> labels = requests(named).map(Request::label);
    if (request.isPresent() && requests(named).noneMatch(is(request.get()))) {
      return refuse(object, "request", request.get(), labels, problems);
    }
    if (tag.isPresent() && requests(named).noneMatch(has(tag.get()))) {
      return refuse(
          object, "tag", tag.get(), requests(named).flatMap(one -> one.tags().stream()), problems);
    }
    String name = scenario.orElse("");
    if (tag.isPresent()) {
      Set<String> tagged =
          requests(named).filter(has(tag.get())).map(Request::label).collect(Collectors.toSet());
      Optional<String> other =
          requests(named)
              .filter(one -> tagged.contains(one.label()) && !one.tags().contains(tag.get()))
              .map(Request::label)
              .findFirst();
      if (other.isPresent()) {
        problems.error(
            object.placeOf("tag"),
            Text.quoted(other.get())
                + " has the tag in one scenario and not in another; name the \"scenario\" too");
        return Optional.empty();
      }
      return Optional.of(
          new Chosen(named, new Scope(name, new Requests.Tagged(tag.get(), tagged))));
    }
    return Optional.of(new Chosen(named, new Scope(name, request.orElse(""))));
  }

  /** The one that the key scenario names. */
  Optional<Chosen> scenario(Located.Members object, Problems problems) {
    return choose(new Keys(object, problems), object, problems);
  }

  private static Predicate<Request> is(String label) {
    return request -> request.label().equals(label);
  }

  private static Predicate<Request> has(String tag) {
    return request -> request.tags().contains(tag);
  }

  private static Stream<Request> requests(List<Scenario> scenarios) {
    return scenarios.stream().flatMap(scenario -> scenario.requests().stream());
  }

  private static <T> Optional<T> refuse(
      Located.Members object,
      String key,
      String value,
      Stream<String> existing,
      Problems problems) {
    List<String> names = existing.distinct().sorted().toList();
    problems.error(
        object.placeOf(key),
        "no "
            + key
            + " is called "
            + Text.quoted(value)
            + "; there are: "
            + String.join(", ", names)
            + Text.didYouMean(value, names));
    return Optional.empty();
  }

  /** Whether there is something of the kind in the scope; reports what is wrong if not. */
  boolean canBe(Chosen chosen, Indicator indicator, Located.Members object, Problems problems) {
    if (of(chosen, indicator).isEmpty()) {
      problems.error(
          object.placeOf("indicator"), "there are no endpoints with weights in its scope");
      return false;
    }
    boolean isLag =
        indicator instanceof LatencyIndicator latency && latency.which().timing() == Timing.LAG;
    Optional<Scenario> unscheduled =
        chosen.scenarios().stream()
            .filter(scenario -> scenario.pace().targetRps().isEmpty())
            .findFirst();
    if (isLag && unscheduled.isPresent()) {
      problems.error(
          object.place(),
          "nobody is late without a schedule: "
              + unscheduled.get().name()
              + " has no target_rps; name a \"scenario\" that has one");
      return false;
    }
    return true;
  }

  /** The scopes that are meant: for a weight one each endpoint, since each has its own. */
  List<Over> of(Chosen chosen, Indicator indicator) {
    if (!indicator.equals(ANY_WEIGHT)) {
      return List.of(new Over(chosen.scope(), indicator));
    }
    List<Over> weights = new ArrayList<>();
    for (Scenario scenario : chosen.scenarios()) {
      if (scenario.work() instanceof Work.Mix mix) {
        double sum = mix.endpoints().stream().mapToDouble(Endpoint::weight).sum();
        for (Endpoint endpoint : mix.endpoints()) {
          if (chosen.scope().requests() instanceof Requests.All
              || chosen.scope().requests().labels().contains(endpoint.label())) {
            weights.add(
                new Over(
                    new Scope(scenario.name(), endpoint.label()),
                    new WeightDeviation(100 * endpoint.weight() / sum)));
          }
        }
      }
    }
    return weights;
  }

  /** The time of a stage with this name. */
  Optional<Window> stage(String name, Chosen chosen, Located.Place place, Problems problems) {
    if (chosen.scope().scenario().isEmpty()) {
      problems.error(place, "a stage is one of a scenario's; name the \"scenario\" too");
      return Optional.empty();
    }
    Duration from = Duration.ZERO;
    List<Stage> stages = chosen.scenarios().get(0).pace().stages();
    for (Stage stage : stages) {
      Duration to = from.plus(stage.duration());
      if (stage.name().equals(name) && to.compareTo(from) > 0) {
        return Optional.of(new Window.Stage(name, from, to));
      }
      from = to;
    }
    List<String> names = stages.stream().map(Stage::name).filter(one -> !one.isEmpty()).toList();
    problems.error(
        place,
        "no stage of "
            + chosen.scope().scenario()
            + " is called "
            + Text.quoted(name)
            + (names.isEmpty()
                ? "; give one of its \"stages\" a \"name\""
                : "; there are: " + String.join(", ", names) + Text.didYouMean(name, names)));
    return Optional.empty();
  }
}
