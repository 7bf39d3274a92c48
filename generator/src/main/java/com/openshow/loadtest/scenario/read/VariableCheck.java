package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether every variable that is used has got a value by then. */
final class VariableCheck {
  private VariableCheck() {}

  /**
   * Reports those that have none.
   *
   * @param columns the variables that the scenario's feeds write
   */
  static void report(
      Located.Members scenario,
      Set<String> columns,
      List<Request> setup,
      Work work,
      Problems problems) {
    Set<String> known = new TreeSet<>(columns);
    check(scenario, "setup", setup, known, true, problems);
    String key = work instanceof Work.Mix ? "endpoints" : "flow";
    // The order of a mix is nobody's to know: what one endpoint reads, another cannot count on.
    check(scenario, key, work.requests(), known, work instanceof Work.Flow, problems);
    checkColumns(scenario, "setup", setup, columns, problems);
    checkColumns(scenario, key, work.requests(), columns, problems);
    Set<String> filler = new TreeSet<>();
    setup.forEach(request -> request.fillers().forEach(value -> filler.add(value.variable())));
    work.requests()
        .forEach(request -> request.fillers().forEach(value -> filler.add(value.variable())));
    checkFiller(scenario, "setup", setup, filler, problems);
    checkFiller(scenario, key, work.requests(), filler, problems);
  }

  /** Filler has forms for JSON and paths, which nothing else writes. */
  private static void checkFiller(
      Located.Members scenario,
      String key,
      List<Request> requests,
      Set<String> filler,
      Problems problems) {
    for (int i = 0; i < requests.size(); i++) {
      Set<String> written = new TreeSet<>(requests.get(i).extract().keySet());
      requests.get(i).unique().forEach(value -> written.addAll(value.variables()));
      written.retainAll(filler);
      for (String name : written) {
        problems.error(
            place(scenario, key, i),
            "the variable {"
                + name
                + "} is that of a \"filler\", and this request writes it otherwise, too; give one"
                + " another name");
      }
    }
  }

  /** A column keeps its value for an iteration at least: nobody else may write it. */
  private static void checkColumns(
      Located.Members scenario,
      String key,
      List<Request> requests,
      Set<String> columns,
      Problems problems) {
    for (int i = 0; i < requests.size(); i++) {
      Set<String> written = new TreeSet<>(requests.get(i).extract().keySet());
      requests.get(i).unique().forEach(value -> written.addAll(value.variables()));
      requests.get(i).fillers().forEach(filler -> written.add(filler.variable()));
      written.retainAll(columns);
      for (String name : written) {
        problems.error(
            place(scenario, key, i),
            "the variable {"
                + name
                + "} is a column of the \"feed\", and this request writes it, too; rename the column");
      }
    }
  }

  private static void check(
      Located.Members scenario,
      String key,
      List<Request> requests,
      Set<String> known,
      boolean inOrder,
      Problems problems) {
    for (int i = 0; i < requests.size(); i++) {
      Request request = requests.get(i);
      Set<String> here = new TreeSet<>(known);
      request.unique().forEach(value -> here.addAll(value.variables()));
      request.fillers().forEach(filler -> here.add(filler.variable()));
      for (String name : request.variables()) {
        if (!here.contains(name)) {
          problems.error(
              place(scenario, key, i),
              "the variable {"
                  + name
                  + "} has no value here: extract it in \"setup\", or in an earlier step of the"
                  + " \"flow\""
                  + Text.didYouMean(name, here));
        }
      }
      Set<String> behind = new TreeSet<>(here);
      behind.addAll(request.extract().keySet());
      for (String name : request.cleanup().map(Cleanup::variables).orElse(Set.of())) {
        if (!behind.contains(name)) {
          problems.error(
              place(scenario, key, i),
              "the variable {"
                  + name
                  + "} of \"cleanup\" has no value: \"extract\" it from this request's response"
                  + Text.didYouMean(name, behind));
        }
      }
      if (inOrder) {
        known.addAll(here);
        known.addAll(request.extract().keySet());
      }
    }
  }

  private static Located.Place place(Located.Members scenario, String key, int index) {
    return Optional.ofNullable(scenario.members().get(key))
        .filter(Located.Elements.class::isInstance)
        .map(array -> ((Located.Elements) array).elements().get(index).place())
        .orElse(scenario.place());
  }
}
