package com.openshow.loadtest.metrics.promql;

import static com.openshow.loadtest.metrics.promql.ValueType.STRING;
import static com.openshow.loadtest.metrics.promql.ValueType.VECTOR;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.openshow.loadtest.metrics.series.Labels;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Functions that look at labels. */
final class LabelFunctions {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private LabelFunctions() {}

  static Map<String, Function> all() {
    return Map.of(
        "absent", Function.of(LabelFunctions::absent, VECTOR),
        "label_replace",
            Function.of(LabelFunctions::labelReplace, VECTOR, STRING, STRING, STRING, STRING),
        "label_join",
            Function.of(LabelFunctions::labelJoin, VECTOR, STRING, STRING, STRING).repeatingLast());
  }

  private static VectorNode absent(Arguments arguments) {
    VectorNode vector = arguments.vector(0);
    Labels labels =
        vector instanceof SelectorNode selector ? selector.selector().certain() : Labels.NONE;
    return moment -> vector.at(moment).isEmpty() ? List.of(new Element(labels, 1)) : List.of();
  }

  private static VectorNode labelReplace(Arguments arguments) {
    String target = name(arguments.string(1));
    Template replacement = Template.of(arguments.string(2));
    String source = arguments.string(3);
    Pattern pattern = pattern(arguments.string(4));
    return relabelled(
        arguments.vector(0),
        labels -> {
          Matcher matcher = pattern.matcher(labels.get(source));
          return matcher.matches() ? labels.with(target, replacement.fill(matcher)) : labels;
        });
  }

  private static VectorNode labelJoin(Arguments arguments) {
    String target = name(arguments.string(1));
    String separator = arguments.string(2);
    List<String> sources =
        IntStream.range(3, arguments.count()).mapToObj(i -> name(arguments.string(i))).toList();
    return relabelled(
        arguments.vector(0),
        labels ->
            labels.with(
                target, sources.stream().map(labels::get).collect(Collectors.joining(separator))));
  }

  private static VectorNode relabelled(VectorNode vector, UnaryOperator<Labels> change) {
    return moment ->
        Element.distinct(
            vector.at(moment).stream()
                .map(one -> new Element(change.apply(one.labels()), one.value()))
                .toList());
  }

  private static String name(String text) {
    if (!NAME.matches(text)) {
      throw new IllegalArgumentException("\"" + text + "\" is no name of a label");
    }
    return text;
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no regular expression (RE2): " + e.getDescription(), e);
    }
  }
}
