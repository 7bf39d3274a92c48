package com.openshow.loadtest.jmeter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jmeter.testelement.AbstractTestElement;

/** A row of a table in a panel, as it stands in the plan: texts, expressions allowed. */
abstract class RowElement extends AbstractTestElement {
  /** Sets the cells; what is usual need not be said. */
  final void set(Map<? extends Column, String> cells) {
    // An unusual value alone is written: a plan stays readable.
    cells.forEach((column, text) -> setProperty(column.property(), text, column.usual()));
  }

  final String cell(Column column) {
    return getPropertyAsString(column.property(), column.usual());
  }

  /** The cells in the order of the columns. */
  final List<String> row(Column[] columns) {
    return Arrays.stream(columns).map(this::cell).toList();
  }

  /**
   * The constant that a cell names.
   *
   * @param evaluate gives the value of an expression
   * @throws IllegalArgumentException when there is none of that name
   */
  final <E extends Enum<E>> E choice(Class<E> type, Column column, UnaryOperator<String> evaluate) {
    String text = evaluate.apply(cell(column)).strip();
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> lower(value).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    column.title()
                        + " must be one of "
                        + String.join(", ", column.choices())
                        + ", but was \""
                        + text
                        + "\""));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static double number(String what, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " must be a number, but was \"" + text + "\"", e);
    }
  }
}
