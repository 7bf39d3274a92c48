package com.openshow.loadtest.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A technical identifier.
 *
 * @param format what it looks like
 */
public record UniqueId(Format format) implements UniqueType {
  static final UniqueKind KIND =
      new UniqueKind(
          "id",
          List.of("unique_id"),
          List.of(UniqueOption.FORMAT),
          options -> new UniqueId(Format.of(options.text(UniqueOption.FORMAT, "uuid"))));

  /** What an identifier looks like. */
  public enum Format {
    /** A UUID of version 7 (RFC 9562): 36 characters that sort by time. */
    UUID,
    /** A ULID: 26 characters of Crockford's base 32 that sort by time. */
    ULID,
    /** A whole number of 19 digits below 2^63, which counts up from the injector's own place. */
    SEQUENCE;

    /** The pieces of such an identifier. */
    List<Part> parts() {
      return switch (this) {
        case UUID ->
            List.of(
                new TimeDigits(Radix.HEX, 8, 16),
                Literal.of("-"),
                new TimeDigits(Radix.HEX, 4, 0),
                Literal.of("-7"),
                Literal.lane("uuid-a", Radix.HEX, 3),
                Literal.of("-"),
                // The variant of RFC 9562: the two bits 10, and two more.
                Literal.choice("uuid-variant", "89ab"),
                Literal.lane("uuid-b", Radix.HEX, 3),
                Literal.of("-"),
                new IdDigits("uuid", Radix.HEX, 12, false));
        case ULID ->
            List.of(
                new TimeDigits(Radix.CROCKFORD, 10, 0),
                Literal.lane("ulid-high", Radix.CROCKFORD, 4),
                new IdDigits("ulid", Radix.CROCKFORD, 12, false));
        case SEQUENCE ->
            List.of(
                Literal.choice("sequence-high", "12345678"),
                new IdDigits("sequence", Radix.DECIMAL, 18, false));
      };
    }

    /** The name in plans and scenario files, such as {@code ulid}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The {@link #key} of every format. */
    public static List<String> keys() {
      return Arrays.stream(values()).map(Format::key).toList();
    }

    private static Format of(String key) {
      return Arrays.stream(values())
          .filter(format -> format.key().equals(key))
          .findFirst()
          .orElseThrow(
              () ->
                  new UniqueDataException(
                      "format must be one of " + keys() + ", but was \"" + key + "\""));
    }
  }

  @Override
  public UniqueKind kind() {
    return KIND;
  }

  @Override
  public Scope scope() {
    return Scope.ALWAYS;
  }

  @Override
  public UniqueSource open(UniqueData run) {
    return new TextSource(run, variables().get(0), format.parts());
  }
}
