package com.openshow.loadtest.metrics.promql;

import java.util.List;

/**
 * Reads expressions of PromQL. What is read is known: whatever Prometheus has beyond that is
 * refused here, before a load starts, and never answered otherwise than Prometheus would.
 */
public final class PromQl {
  private PromQl() {}

  /**
   * Reads an expression with an instant vector or a scalar for a value.
   *
   * @throws PromQlException says where it is wrong, what was expected, and what is known
   */
  public static Query parse(String text) throws PromQlException {
    Parser.Parsed parsed = Parser.parse(text);
    if (parsed.node() instanceof VectorNode vector) {
      return new Query(vector, parsed.selectors());
    }
    if (parsed.node() instanceof ScalarNode scalar) {
      return new Query(moment -> List.of(Element.of(scalar.at(moment))), parsed.selectors());
    }
    throw PromQlException.at(
        text,
        0,
        "expected an instant vector or a scalar for a value, but it has "
            + parsed.node().type()
            + (parsed.node() instanceof RangeNode
                ? "; a function makes one number of it, such as rate(...) or avg_over_time(...)"
                : ""));
  }

  /**
   * Reads a selector of series, such as <code>up{job="api"}</code>, and nothing more.
   *
   * @throws PromQlException says where it is wrong, and what was expected
   */
  public static Selector parseSelector(String text) throws PromQlException {
    if (Parser.parse(text).node() instanceof SelectorNode node) {
      return node.selector();
    }
    throw PromQlException.at(
        text, 0, "expected a selector, such as up{job=\"api\"}, and nothing around it");
  }
}
