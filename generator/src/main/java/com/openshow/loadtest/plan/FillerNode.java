package com.openshow.loadtest.plan;

import com.openshow.loadtest.filler.Filler;
import com.openshow.loadtest.scenario.FillerValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Draws the realistic texts of a request. */
final class FillerNode {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private FillerNode() {}

  /**
   * What sets their variables before each request it stands below.
   *
   * @param expression what gives the text
   */
  static Node of(
      List<FillerValue> fillers, Function<FillerValue, String> expression, String comment) {
    Map<String, String> values = new LinkedHashMap<>();
    fillers.forEach(filler -> values.put(filler.variable(), expression.apply(filler)));
    return UserParametersNode.beforeEachRequest("Filler", comment, values);
  }

  /** The plugin's function, which also writes the text's forms for JSON and paths. */
  static String function(FillerValue value) {
    Filler filler = value.filler();
    String locale = filler.locale().equals(Filler.DEFAULT_LOCALE) ? "" : filler.locale();
    String length =
        filler.maxLength() == Filler.DEFAULT_LENGTH ? "" : String.valueOf(filler.maxLength());
    return "${__filler("
        + argument(filler.expression())
        + ","
        + locale
        + ","
        + length
        + ","
        + value.variable()
        + ")}";
  }

  private static String argument(String text) {
    return text.replace("\\", "\\\\").replace(",", "\\,");
  }

  /** All that stock JMeter has. */
  static String letters(FillerValue value) {
    return "${__RandomString(" + value.letters() + "," + LETTERS + ")}";
  }
}
