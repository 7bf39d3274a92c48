package com.openshow.loadtest.metrics.preset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every preset: the one table that drives the parser, the validator, the documents and messages.
 */
public final class Presets {
  private static final List<Preset> ALL =
      Stream.of(
              MachinePresets.ALL,
              ContainerPresets.ALL,
              JvmPresets.ALL,
              MongoPresets.ALL,
              RedisPresets.ALL,
              PostgresPresets.ALL,
              BreakerPresets.ALL)
          .flatMap(List::stream)
          .toList();

  private Presets() {}

  /** All of them, those of one exporter beside each other. */
  public static List<Preset> all() {
    return ALL;
  }

  /** The one with this name; empty when there is none. */
  public static Optional<Preset> find(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /** Every {@link Preset#name}. */
  public static List<String> names() {
    return ALL.stream().map(Preset::name).toList();
  }
}
