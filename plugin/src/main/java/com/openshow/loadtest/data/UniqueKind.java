package com.openshow.loadtest.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a type of unique data is called, what it writes, and which options it has. */
public final class UniqueKind {
  private final String key;
  private final List<String> variables;
  private final List<UniqueOption> options;
  private final Function<UniqueOptions, UniqueType> reader;

  UniqueKind(
      String key,
      List<String> variables,
      List<UniqueOption> options,
      Function<UniqueOptions, UniqueType> reader) {
    this.key = key;
    this.variables = List.copyOf(variables);
    this.options = List.copyOf(options);
    this.reader = reader;
  }

  /** Every kind there is. */
  public static List<UniqueKind> all() {
    // Not a constant: kinds are constants of the types, which would then need each other.
    return List.of(
        UniqueEmail.KIND,
        UniqueProject.KIND,
        UniqueUsername.KIND,
        UniqueId.KIND,
        UniquePhone.KIND,
        UniquePattern.KIND);
  }

  /** The {@link #key} of every kind. */
  public static List<String> keys() {
    return all().stream().map(UniqueKind::key).toList();
  }

  /** The kind of this {@link #key}; empty when there is none. */
  public static Optional<UniqueKind> of(String key) {
    return all().stream().filter(kind -> kind.key.equals(key)).findFirst();
  }

  /**
   * The type of a key and of options by their {@link UniqueOption#key}; an empty text is as good as
   * no option.
   *
   * @throws UniqueDataException with every problem
   */
  public static UniqueType read(String key, Map<String, String> options) {
    return of(key)
        .orElseThrow(
            () ->
                new UniqueDataException(
                    "unknown type of unique data \"" + key + "\"; expected one of " + keys()))
        .read(options);
  }

  /** The name in plans and scenario files, such as {@code email}. */
  public String key() {
    return key;
  }

  /** The names of the variables that a value fills, that of the value itself first. */
  public List<String> variables() {
    return variables;
  }

  /** What can be said of it. */
  public List<UniqueOption> options() {
    return options;
  }

  /**
   * The type of options by their {@link UniqueOption#key}; an empty text is as good as no option.
   *
   * @throws UniqueDataException with every problem
   */
  public UniqueType read(Map<String, String> texts) {
    List<String> problems = new ArrayList<>();
    Map<UniqueOption, String> given = new EnumMap<>(UniqueOption.class);
    texts.forEach(
        (name, text) -> {
          Optional<UniqueOption> option = UniqueOption.of(name).filter(options::contains);
          if (text.isBlank()) {
            return;
          }
          option.ifPresentOrElse(
              known -> given.put(known, text.strip()),
              () -> problems.add(key + " has no option \"" + name + "\"; it has " + optionKeys()));
        });
    UniqueOptions read = new UniqueOptions(given, problems);
    try {
      UniqueType type = reader.apply(read);
      if (problems.isEmpty()) {
        return type;
      }
    } catch (UniqueDataException e) {
      problems.addAll(e.problems());
    }
    throw new UniqueDataException(problems);
  }

  private List<String> optionKeys() {
    return options.stream().map(UniqueOption::key).toList();
  }

  @Override
  public String toString() {
    return key;
  }
}
