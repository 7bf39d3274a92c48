package com.openshow.loadtest.slo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which requests of a scenario. */
public sealed interface Requests {
  /** All of them. */
  record All() implements Requests {
    @Override
    public String text() {
      return "";
    }

    @Override
    public String describe() {
      return "all requests";
    }
  }

  /**
   * Those of one label.
   *
   * @param label not empty
   */
  record Labelled(String label) implements Requests {
    public Labelled {
      if (label.isEmpty()) {
        throw new IllegalArgumentException("label must not be empty");
      }
    }

    @Override
    public String text() {
      return label.startsWith("\\") || Tagged.FORM.matcher(label).matches() ? "\\" + label : label;
    }

    @Override
    public String describe() {
      return label;
    }
  }

  /**
   * Those of a tag.
   *
   * @param tag its name, for people
   * @param labels which labels have it, at least one
   */
  record Tagged(String tag, Set<String> labels) implements Requests {
    private static final Pattern FORM = Pattern.compile("tag ([^:]+): (.+)", Pattern.DOTALL);

    public Tagged {
      Objects.requireNonNull(tag, "tag");
      labels = new TreeSet<>(labels);
      if (labels.isEmpty()) {
        throw new IllegalArgumentException("labels must not be empty");
      }
    }

    private static Requests parse(Matcher form) {
      List<String> labels = new ArrayList<>();
      for (String part : form.group(2).split(" (?<!\\\\)\\| ", -1)) {
        labels.add(part.strip().replaceAll("\\\\([\\\\|])", "$1"));
      }
      return new Tagged(form.group(1), Set.copyOf(labels));
    }

    @Override
    public String text() {
      return labels.stream()
          .map(label -> label.replaceAll("[\\\\|]", "\\\\$0"))
          .collect(Collectors.joining(" | ", "tag " + tag + ": ", ""));
    }

    @Override
    public String describe() {
      return "tag " + tag;
    }
  }

  /**
   * As it stands in a plan: empty, a label, or a tag with its labels ({@code tag search: GET /a |
   * GET /b}). A backslash before a label that looks like a tag makes it a label.
   */
  String text();

  /** For a person. */
  String describe();

  /** Reads what {@link #text} writes. */
  static Requests parse(String text) {
    if (text.isEmpty()) {
      return new All();
    }
    Matcher tag = Tagged.FORM.matcher(text);
    if (tag.matches()) {
      return Tagged.parse(tag);
    }
    return new Labelled(text.length() > 1 && text.startsWith("\\") ? text.substring(1) : text);
  }

  /** The labels that must occur; none for all requests. */
  default Collection<String> labels() {
    if (this instanceof Labelled one) {
      return List.of(one.label());
    }
    return this instanceof Tagged some ? some.labels() : List.of();
  }
}
