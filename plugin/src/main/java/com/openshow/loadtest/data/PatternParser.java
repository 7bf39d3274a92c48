package com.openshow.loadtest.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the text of a {@link UniquePattern} into its pieces. */
final class PatternParser {
  private static final int LONGEST_ID = 40;
  private static final String KNOWN =
      "{seq:8}, {id:13}, {uuid}, {ulid}, {run}, {injector}, {yyyy}, {MM}, {dd}, {HH}, {mm}, {ss}";

  private final String pattern;
  private final List<String> problems = new ArrayList<>();
  // What the run is called is known only when it begins.
  private final List<Function<UniqueData, List<Part>>> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int length;
  private boolean isCounting;
  private boolean isAlwaysUnique;

  PatternParser(String pattern) {
    this.pattern = pattern;
    parse();
  }

  List<String> problems() {
    return problems;
  }

  /** How many characters a value has in a run without a name. */
  int length() {
    return length;
  }

  boolean isAlwaysTheSame() {
    return !isCounting && !isAlwaysUnique;
  }

  boolean isAlwaysUnique() {
    return isAlwaysUnique;
  }

  List<Part> parts(UniqueData run) {
    return pieces.stream().flatMap(piece -> piece.apply(run).stream()).toList();
  }

  private void parse() {
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      boolean isDoubled = at + 1 < pattern.length() && pattern.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && isDoubled) {
        literal.append(c);
        at += 2;
      } else if (c == '{') {
        at = placeholder(at);
      } else {
        literal(c, at);
        at++;
      }
    }
    endLiteral();
  }

  private void literal(char c, int at) {
    if (c == '}') {
      problem(at, "a } without its {; write }} for the character");
    } else if (c == '"' || c == '\\' || Character.isISOControl(c)) {
      problem(at, "quotes, backslashes and control characters would break a JSON body");
    } else if (c > 0xFF) {
      problem(at, "characters go up to U+00FF, but this is U+" + String.format("%04X", (int) c));
    } else {
      literal.append(c);
    }
  }

  private void endLiteral() {
    String text = literal.toString();
    literal.setLength(0);
    if (!text.isEmpty()) {
      add(text.length(), List.of(Literal.of(text)));
    }
  }

  private void add(int width, List<Part> parts) {
    length += width;
    pieces.add(run -> parts);
  }

  private int placeholder(int at) {
    int end = pattern.indexOf('}', at);
    if (end < 0) {
      problem(at, "a { without its }; write {{ for the character");
      return pattern.length();
    }
    endLiteral();
    String[] words = pattern.substring(at + 1, end).split(":", 2);
    String name = words[0];
    Optional<String> width = words.length > 1 ? Optional.of(words[1]) : Optional.empty();
    Optional<DateField> date = DateField.of(name);
    if (name.equals("seq")) {
      sequence(at, width.orElse(""));
    } else if (name.equals("id")) {
      id(at, width.orElse(Integer.toString(IdText.DIGITS)));
    } else if (width.isPresent()) {
      problem(at, "only {seq:8} and {id:13} have a number of digits");
    } else if (name.equals("uuid")) {
      unique(36, UniqueId.Format.UUID.parts());
    } else if (name.equals("ulid")) {
      unique(26, UniqueId.Format.ULID.parts());
    } else if (name.equals("injector")) {
      add(IdText.DIGITS, List.of(IdText.injector()));
    } else if (name.equals("run")) {
      length += UniqueData.TIME_DIGITS;
      pieces.add(run -> List.of(Literal.of(run.run())));
    } else if (date.isPresent()) {
      add(date.get().letters().length(), List.of(date.get()));
    } else {
      problem(at, "unknown placeholder {" + name + "}; known are " + KNOWN);
    }
    return end + 1;
  }

  private void unique(int width, List<Part> parts) {
    isAlwaysUnique = true;
    add(width, parts);
  }

  private void sequence(int at, String digits) {
    if (isCounting) {
      problem(at, "{seq} may stand once");
      return;
    }
    isCounting = true;
    int width = width(at, "seq", digits, 1, SequenceDigits.WIDEST);
    add(width, List.of(new SequenceDigits(pattern, width)));
  }

  private void id(int at, String digits) {
    int width = width(at, "id", digits, IdText.DIGITS, LONGEST_ID);
    unique(width, List.of(new IdDigits("id" + width, Radix.BASE36, width, false)));
  }

  private int width(int at, String name, String digits, int least, int most) {
    int width;
    try {
      width = Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      width = 0;
    }
    if (width < least || width > most) {
      problem(
          at,
          "{"
              + name
              + ":digits} needs "
              + least
              + " to "
              + most
              + " digits"
              + (least > 1 ? " to stay unique over runs and injectors" : "")
              + ", but was \""
              + digits
              + "\"");
      return least;
    }
    return width;
  }

  private void problem(int at, String what) {
    problems.add("\"" + pattern + "\", character " + (at + 1) + ": " + what);
  }
}
