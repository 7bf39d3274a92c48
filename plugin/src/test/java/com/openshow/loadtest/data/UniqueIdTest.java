package com.openshow.loadtest.data;

import static com.openshow.loadtest.data.Runs.draw;
import static com.openshow.loadtest.data.Runs.fresh;
import static com.openshow.loadtest.data.Runs.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UniqueIdTest {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int VALUES = 100_000;

  @Test
  void aUuidIsOneOfVersion7WithItsTime() {
    List<String> texts = draw(fresh(7).source(type("id")), VALUES);
    Set<UUID> seen = new HashSet<>();
    for (String text : texts) {
      UUID uuid = UUID.fromString(text);
      assertThat(uuid).hasToString(text);
      assertThat(uuid.version()).isEqualTo(7);
      assertThat(uuid.variant()).isEqualTo(2);
      assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(Runs.NOW.toEpochMilli());
      assertThat(seen.add(uuid)).isTrue();
    }
    assertThat(texts).isSorted();
  }

  @Test
  void aUlidIsATimeAndEightyBits() {
    List<String> texts = draw(fresh(7).source(type("id", "format", "ulid")), VALUES);
    for (String text : texts) {
      assertThat(text).matches("[0-7][" + CROCKFORD + "]{25}");
      BigInteger bits = BigInteger.ZERO;
      for (int i = 0; i < text.length(); i++) {
        bits = bits.shiftLeft(5).add(BigInteger.valueOf(CROCKFORD.indexOf(text.charAt(i))));
      }
      assertThat(bits.shiftRight(80).longValueExact()).isEqualTo(Runs.NOW.toEpochMilli());
    }
    assertThat(texts).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aSequenceIsALongThatCountsUp() {
    List<String> texts = draw(fresh(7).source(type("id", "format", "sequence")), VALUES);
    long first = Long.parseLong(texts.get(0));
    assertThat(texts.get(0)).hasSize(19);
    for (int i = 0; i < VALUES; i++) {
      assertThat(Long.parseLong(texts.get(i))).isEqualTo(first + i);
    }
  }

  @Test
  void idsOfManyRunsOfEveryFormatDiffer() {
    // Two values of each of 20,000 JVMs of one instant: birthdays have their chance.
    for (UniqueId.Format format : UniqueId.Format.values()) {
      List<String> all = new ArrayList<>();
      for (int seed = 0; seed < 20_000; seed++) {
        all.addAll(draw(fresh(seed).source(new UniqueId(format)), 2));
      }
      assertThat(new HashSet<>(all)).as(format.key()).hasSize(all.size());
    }
  }

  @Test
  void timesOutsideOf48BitsAndBefore1970AreWrittenAllTheSame() {
    for (Instant time : List.of(Instant.parse("1901-01-01T00:00:00Z"), Instant.MAX)) {
      Instant clock = time.equals(Instant.MAX) ? Instant.ofEpochMilli(Long.MAX_VALUE) : time;
      UniqueData run = Runs.at(clock, 1);
      assertThat(UUID.fromString(run.source(type("id")).next()).version()).isEqualTo(7);
      assertThat(run.source(type("id", "format", "ulid")).next()).hasSize(26);
      assertThat(run.run()).hasSize(8);
    }
  }

  @Test
  void anUnknownFormatIsRefused() {
    assertThatThrownBy(() -> type("id", "format", "uuid4"))
        .hasMessage("format must be one of [uuid, ulid, sequence], but was \"uuid4\"");
  }
}
