package com.openshow.loadtest.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which data makes every request of an endpoint different. */
public enum DataType {
  /** An e-mail address nobody has signed up with. */
  UNIQUE_EMAIL,
  /** A project whose title its owner has not used. */
  UNIQUE_PROJECT;

  /** The name in a scenario file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The {@link #label} of every type. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(DataType::label).toList();
  }

  /** The type with this {@link #label}; empty when there is none. */
  public static Optional<DataType> of(String label) {
    return Arrays.stream(values()).filter(type -> type.label().equals(label)).findFirst();
  }

  /** The variables in which its values stand. */
  public List<String> variables() {
    return switch (this) {
      case UNIQUE_EMAIL -> List.of("email");
      case UNIQUE_PROJECT -> List.of("project_title", "project_description", "project_tag");
    };
  }

  /** The JSON that a request without a body of its own carries. */
  public Template body() {
    return Template.of(
        switch (this) {
          case UNIQUE_EMAIL ->
              """
              {"email": "{email}", "password": "Lt1!{email}", "name": "Load Test"}""";
          case UNIQUE_PROJECT ->
              """
              {"title": "{project_title}", "description": "{project_description}", \
              "tags": ["{project_tag}"]}""";
        });
  }
}
