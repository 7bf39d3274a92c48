package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.OpenSloWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents of a file of OpenSLO v1, as entries of the list of objectives: so there is one
 * place that knows what an objective may be.
 */
final class OpenSloReader {
  static final Rule<Located.Members> OBJECT =
      Rule.object((members, problems) -> Optional.of(members));
  static final Rule<Located> ANY =
      new Rule<>("a value", (value, problems) -> Rule.Result.of(Optional.of(value)));

  private static final List<String> KINDS =
      List.of(
          "SLO",
          "SLI",
          "Service",
          "DataSource",
          "AlertPolicy",
          "AlertCondition",
          "AlertNotificationTarget");
  private static final Set<String> READ = Set.of("SLO", "SLI", "Service");

  private final Problems problems;
  private final Map<String, Located.Members> indicators = new HashMap<>();
  private final List<Document> slos = new ArrayList<>();

  /**
   * A document of the kind SLO.
   *
   * @param whole the document
   * @param annotations ours, without their prefix
   * @param spec its specification
   */
  record Document(Located.Members whole, Map<String, Located> annotations, Located.Members spec) {}

  private OpenSloReader(Problems problems) {
    this.problems = problems;
  }

  /** The entries; what is wrong is said, and left out. */
  static List<Located.Members> entries(String text, Problems problems) {
    OpenSloReader reader = new OpenSloReader(problems);
    try {
      for (Located document : new LocatedReader(problems, true).readAll(text)) {
        OBJECT.decode(document, problems).ifPresent(reader::add);
      }
    } catch (InvalidScenarioException e) {
      // It is among the problems already.
      return List.of();
    }
    SloEntries entries = new SloEntries(reader.indicators, problems);
    return reader.slos.stream().flatMap(slo -> entries.of(slo).stream()).toList();
  }

  private void add(Located.Members document) {
    Keys keys = new Keys(document, problems);
    keys.required(
        "apiVersion",
        Rule.choice(
            List.of(OpenSloWords.VERSION),
            text -> Optional.of(text).filter(OpenSloWords.VERSION::equals)));
    Optional<String> kind =
        keys.required(
            "kind", Rule.choice(KINDS, text -> Optional.of(text).filter(KINDS::contains)));
    Optional<Located.Members> metadata = keys.required("metadata", OBJECT);
    Optional<Located.Members> spec = keys.required("spec", OBJECT);
    keys.rejectOthers();
    if (kind.isEmpty() || metadata.isEmpty() || spec.isEmpty()) {
      return;
    }
    Keys named = new Keys(metadata.get(), problems);
    Optional<String> name = named.required("name", Rules.PLAIN);
    named.optional("displayName", ANY);
    named.optional("labels", ANY);
    Optional<Located.Members> annotations = named.optional("annotations", OBJECT);
    named.rejectOthers();
    if (!READ.contains(kind.get())) {
      problems.warning(
          document.placeOf("kind"), kind.get() + " says nothing that a load test can judge");
    } else if (kind.get().equals("SLI")) {
      name.ifPresent(one -> indicators.put(one, spec.get()));
    } else if (kind.get().equals("SLO")) {
      slos.add(new Document(document, annotations.map(this::ours).orElse(Map.of()), spec.get()));
    }
  }

  /** Annotations with other prefixes are for others. */
  private Map<String, Located> ours(Located.Members annotations) {
    Map<String, Located> ours = new HashMap<>();
    annotations
        .members()
        .forEach(
            (key, value) -> {
              if (!key.startsWith(OpenSloWords.PREFIX)) {
                return;
              }
              String name = key.substring(OpenSloWords.PREFIX.length());
              if (OpenSloWords.ANNOTATIONS.contains(name)) {
                ours.put(name, value);
              } else {
                problems.error(
                    value.place(),
                    "unknown annotation "
                        + Text.quoted(key)
                        + Text.didYouMean(name, OpenSloWords.ANNOTATIONS)
                        + " Known behind the slash: "
                        + String.join(", ", OpenSloWords.ANNOTATIONS));
              }
            });
    return ours;
  }
}
