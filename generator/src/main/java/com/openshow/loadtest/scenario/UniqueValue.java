package com.openshow.loadtest.scenario;

import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueEmail;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueProject;
import com.openshow.loadtest.data.UniqueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A value that nobody has had before, drawn for each request that has it.
 *
 * @param type what it looks like
 * @param options what was said of it, by the option's name
 * @param variable the variable that gets the value itself, instead of that of its type
 * @param origin the key that asks for it
 */
public record UniqueValue(
    UniqueType type, Map<String, String> options, Optional<String> variable, String origin) {
  /** The key of a request that asks for a value. */
  public static final String DATA_TYPE = "data_type";

  /** What {@code data_type} calls an e-mail address. */
  public static final String EMAIL = "unique_email";

  /** The key of a request in whose body values stand. */
  public static final String BODY = "body";

  private static final String PREFIX = "unique_";

  public UniqueValue {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(origin, "origin");
    options = new TreeMap<>(options);
  }

  /** What {@code data_type} calls a kind, such as {@code unique_email}. */
  public static String label(UniqueKind kind) {
    return PREFIX + kind.key();
  }

  /** The {@link #label} of every kind. */
  public static List<String> labels() {
    return UniqueKind.all().stream().map(UniqueValue::label).toList();
  }

  /** The kind of this {@link #label}; empty when there is none. */
  public static Optional<UniqueKind> kind(String label) {
    return UniqueKind.all().stream().filter(kind -> label(kind).equals(label)).findFirst();
  }

  /**
   * A value without options.
   *
   * @throws UniqueDataException when its kind needs some
   */
  public static UniqueValue plain(UniqueKind kind) {
    return new UniqueValue(kind.read(Map.of()), Map.of(), Optional.empty(), DATA_TYPE);
  }

  /** An e-mail address. */
  public static UniqueValue email() {
    return new UniqueValue(
        UniqueKind.read("email", Map.of()), Map.of(), Optional.empty(), DATA_TYPE);
  }

  /** The name of its type in plans. */
  public String key() {
    return type.kind().key();
  }

  /** The variables that it writes, the value's own first. */
  public List<String> variables() {
    List<String> names = new ArrayList<>(type.variables());
    variable.ifPresent(name -> names.set(0, name));
    return names;
  }

  /** The JSON of a request that says no more of its body; empty where nobody can know. */
  public Optional<Template> body() {
    String own = "{" + variables().get(0) + "}";
    if (type instanceof UniqueEmail) {
      return Optional.of(
          Template.of(
              "{\"email\": \"%s\", \"password\": \"Lt1!%s\", \"name\": \"Load Test\"}"
                  .formatted(own, own)));
    }
    if (type instanceof UniqueProject) {
      return Optional.of(
          Template.of(
              """
              {"title": "%s", "description": "{project_description}", "tags": ["{project_tag}"]}"""
                  .formatted(own)));
    }
    return Optional.empty();
  }
}
