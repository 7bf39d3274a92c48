package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.Claim;
import com.openshow.loadtest.metrics.Grouping;
import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.ReducerKind;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.metrics.preset.Preset;
import com.openshow.loadtest.metrics.source.SourceKind;
import com.openshow.loadtest.metrics.source.SourceSettings;
import com.openshow.loadtest.scenario.Backend;
import com.openshow.loadtest.scenario.BackendLimit;
import com.openshow.loadtest.scenario.BackendPromise;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key {@code backend}. */
final class BackendDecoder {
  /** A query that a plan can hold as it is. */
  static final Rule<String> QUERY =
      Rule.text(
          "an expression of PromQL: 1 to 2000 characters on one line, without \"${\"",
          text -> Rules.isPlain(text, 2000));

  private static final Rule<Double> LIMIT =
      Rule.number("a number from -1e15 to 1e15", n -> Math.abs(n) <= 1e15);
  private static final Rule<Double> COVERAGE =
      Rule.number("a number greater than 0 and at most 1", n -> n > 0 && n <= 1);
  private static final Rule<String> UNIT =
      Rule.text("a unit of 1 to 20 characters, such as %", text -> Rules.isPlain(text, 20));
  private static final Rule<Reducer> REDUCE = Rule.string(ReducerKind.grammar(), Reducer::find);
  private static final Rule<String> LABEL =
      Rule.text("the name of a label, such as instance", Grouping::isLabel);

  private static final List<String> OF_VALUES = List.of("op", "reduce", "by", "coverage");
  private static final List<String> OF_PRESETS =
      List.of(PresetDecoder.PRESET, PresetDecoder.LABELS, PresetDecoder.OVER);
  private static final List<String> NOT_OF_STATES =
      List.of("op", "reduce", "by", "coverage", "target", "unit");
  private static final List<String> OF_PROMISES =
      List.of(
          "query",
          "source",
          "scenario",
          "stage",
          FaultNames.KEY,
          "phase",
          "severity",
          "on_no_data",
          "abort");

  private final BackendWindow windows;

  private BackendDecoder(List<Scenario> scenarios, FaultNames faults) {
    this.windows = new BackendWindow(new ObjectiveScopes(scenarios), faults);
  }

  /**
   * A rule for the whole object.
   *
   * @param scenarios those of the file; none when they could not be read
   * @param faults those of the file
   */
  static Rule<Backend> rule(List<Scenario> scenarios, FaultNames faults) {
    return Rule.object(new BackendDecoder(scenarios, faults)::backend);
  }

  private Optional<Backend> backend(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    List<SourceSettings> sources = new ArrayList<>();
    boolean isRead = true;
    if (SourceDecoder.KEYS.stream().anyMatch(object.members()::containsKey)) {
      Optional<SourceSettings> only = SourceDecoder.source(object, keys, problems, false);
      only.ifPresent(sources::add);
      isRead = only.isPresent();
    } else {
      keys.reject(SourceDecoder.KEYS, "");
    }
    Optional<List<SourceSettings>> listed =
        keys.optional("sources", Rule.list(SourceDecoder.SOURCE, true));
    isRead &= listed.isPresent() || !object.members().containsKey("sources");
    listed.ifPresent(sources::addAll);
    List<String> names = sources.stream().map(SourceSettings::name).toList();
    List<Entry> entries = new ArrayList<>();
    List<String> scraped =
        sources.stream()
            .filter(source -> source.kind() == SourceKind.SCRAPE)
            .map(SourceSettings::name)
            .toList();
    Sources known = new Sources(names, scraped, isRead);
    Optional<List<Entry>> objectives =
        keys.required(
            "objectives",
            Rule.list(
                Rule.object(
                    (entry, own) -> {
                      Optional<Entry> read = entry(entry, entries.size() + 1, known, own);
                      entries.add(read.orElse(Entry.NONE));
                      return read;
                    }),
                true));
    keys.rejectOthers();
    if (names.stream().distinct().count() < names.size()) {
      problems.error(
          object.placeOf("sources"), "the names of sources must differ, but were " + names);
      return Optional.empty();
    }
    if (objectives.isEmpty() || !isRead) {
      return Optional.empty();
    }
    return Optional.of(
        new Backend(
            sources,
            objectives.get().stream().flatMap(entry -> entry.promise().stream()).toList(),
            objectives.get().stream().flatMap(entry -> entry.limit().stream()).toList()));
  }

  /**
   * The names of the sources.
   *
   * @param scraped those that know no more of PromQL than the plugin does
   * @param isWhole whether all of them could be read
   */
  private record Sources(List<String> names, List<String> scraped, boolean isWhole) {}

  /** An entry of the list: a promise, or a limit that nobody is asked about. */
  private record Entry(Optional<BackendPromise> promise, Optional<BackendLimit> limit) {
    static final Entry NONE = new Entry(Optional.empty(), Optional.empty());
  }

  private Optional<Entry> entry(
      Located.Members object, int number, Sources sources, Problems problems) {
    if (!object.members().containsKey("query")
        && !object.members().containsKey(PresetDecoder.PRESET)) {
      return object.members().containsKey("states")
          ? promise(object, number, sources, problems)
          : limit(object, problems);
    }
    return promise(object, number, sources, problems);
  }

  private static Optional<Entry> limit(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> name = keys.required("name", Rules.PLAIN);
    Optional<Double> target = keys.required("target", Rules.POSITIVE);
    Optional<String> unit = keys.required("unit", Rules.PLAIN);
    final String note = keys.optional("note", Rules.PLAIN).orElse("");
    boolean isWhole = keys.reject(OF_PROMISES, "needs the key \"query\" beside it");
    isWhole &= keys.reject(OF_PRESETS, "needs the key \"preset\" beside it");
    isWhole &= keys.reject(OF_VALUES, "needs the key \"query\" beside it");
    isWhole &= keys.reject(StatesDecoder.KEYS, "needs the key \"states\" beside it");
    keys.rejectOthers();
    return !isWhole || name.isEmpty() || target.isEmpty() || unit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Entry(
                Optional.empty(),
                Optional.of(new BackendLimit(name.get(), target.get(), unit.get(), note))));
  }

  private Optional<Entry> promise(
      Located.Members object, int number, Sources sources, Problems problems) {
    Keys keys = new Keys(object, problems);
    final Optional<String> name = keys.required("name", Rules.PLAIN);
    final Optional<String> source = source(keys, object, sources, problems);
    final Optional<PresetDecoder.Filled> preset = PresetDecoder.preset(keys, object, problems);
    if (object.members().containsKey(PresetDecoder.PRESET)
        && object.members().containsKey("query")) {
      problems.error(object.place(), "must have at most one of preset, query, but has both");
    }
    final Optional<? extends Claim> claim = claim(keys, object, preset, problems);
    final boolean isWhole =
        object.members().containsKey("states")
            ? keys.reject(NOT_OF_STATES, "has no meaning for states")
            : keys.reject(StatesDecoder.KEYS, "needs the key \"states\" beside it");
    final Terms terms = ObjectiveDecoder.terms(keys);
    final Optional<String> scenario = keys.optional("scenario", Rules.PLAIN);
    final Optional<Window> window = windows.read(keys, object, problems);
    final String note = keys.optional("note", Rules.PLAIN).orElse("");
    keys.rejectOthers();
    if (!isWhole || name.isEmpty() || source.isEmpty() || claim.isEmpty() || window.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> refusal = BackendObjective.refusal(claim.get(), window.get(), terms);
    if (refusal.isPresent()) {
      problems.error(object.place(), refusal.get());
      return Optional.empty();
    }
    if (sources.scraped().contains(source.get())
        && !ScrapedQueries.areKnown(claim.get(), object, problems)) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            Optional.of(
                new BackendPromise(
                    new BackendObjective(
                        name.get(),
                        source.get(),
                        claim.get(),
                        scenario.orElse(""),
                        window.get(),
                        terms,
                        note),
                    "backend.objective." + number)),
            Optional.empty()));
  }

  private static Optional<String> source(
      Keys keys, Located.Members object, Sources sources, Problems problems) {
    Optional<String> said = keys.optional("source", Rules.PLAIN);
    if (!sources.isWhole()) {
      return Optional.empty();
    }
    if (said.isEmpty() && object.members().containsKey("source")) {
      return Optional.empty();
    }
    List<String> names = sources.names();
    if (said.isEmpty() && names.size() == 1) {
      return Optional.of(names.get(0));
    }
    if (said.isPresent() && names.contains(said.get())) {
      return said;
    }
    String there =
        names.isEmpty()
            ? "; there is none: add \"sources\", or \"prometheus\" or \"scrape\", to \"backend\""
            : "; there are: " + String.join(", ", names);
    problems.error(
        said.isEmpty() ? object.place() : object.placeOf("source"),
        said.isEmpty()
            ? "needs the key \"source\": which one is asked" + there
            : "no source is called "
                + Text.quoted(said.get())
                + there
                + Text.didYouMean(said.get(), names));
    return Optional.empty();
  }

  private static Optional<? extends Claim> claim(
      Keys keys, Located.Members object, Optional<PresetDecoder.Filled> preset, Problems problems) {
    boolean isOfStates = object.members().containsKey("states");
    Optional<Preset> kind = preset.map(PresetDecoder.Filled::preset);
    if (kind.isPresent() && isOfStates == kind.get() instanceof Preset.Value) {
      problems.error(
          object.placeOf(PresetDecoder.PRESET),
          isOfStates
              ? "is one of figures; for states there are those with a state metric"
              : "is one of states; name them with the key \"states\"");
      keys.reject(StatesDecoder.KEYS, "is for states");
      keys.reject(NOT_OF_STATES, "is for figures");
      return Optional.empty();
    }
    if (!isOfStates) {
      return value(
          keys,
          object,
          preset.flatMap(
              filled ->
                  filled.preset() instanceof Preset.Value value
                      ? Optional.of(new OfPreset(filled.query(), value))
                      : Optional.empty()));
    }
    return StatesDecoder.claim(keys, object, preset, problems);
  }

  /** What a preset takes for granted. */
  private record OfPreset(String query, Preset.Value preset) {}

  private static Optional<ValueClaim> value(
      Keys keys, Located.Members object, Optional<OfPreset> preset) {
    boolean isPreset = object.members().containsKey(PresetDecoder.PRESET);
    Optional<String> query =
        (isPreset ? keys.optional("query", QUERY) : keys.required("query", QUERY))
            .or(() -> preset.map(OfPreset::query));
    Optional<Comparison> op = keys.optional("op", ObjectiveDecoder.OP);
    Optional<Double> target = keys.required("target", LIMIT);
    Optional<String> unit =
        (isPreset ? keys.optional("unit", UNIT) : keys.required("unit", UNIT))
            .or(() -> preset.map(one -> one.preset().unit()));
    final Reducer reduce =
        keys.optional("reduce", REDUCE)
            .or(() -> preset.map(one -> one.preset().reducer()))
            .orElse(new Reducer.Average());
    final Grouping by =
        keys.optional("by", Rule.list(LABEL, true))
            .<Grouping>map(Grouping.By::new)
            .orElse(new Grouping.Each());
    final double coverage = keys.optional("coverage", COVERAGE).orElse(ValueClaim.USUAL_COVERAGE);
    if (query.isEmpty() || target.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ValueClaim(
            query.get(),
            reduce,
            new Bar(
                op.or(() -> preset.map(one -> one.preset().op())).orElse(Comparison.LTE),
                target.get(),
                unit.get()),
            by,
            coverage));
  }
}
