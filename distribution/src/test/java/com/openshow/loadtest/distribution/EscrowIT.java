package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.distribution.Home.Outcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The money's way, once a second, with tokens that live five seconds. */
final class EscrowIT {
  @TempDir private Path folder;

  @Test
  void everyEscrowReleasedIsTheOneLockedForTheProjectMadeBeforeAndNoTokenRunsOut()
      throws Exception {
    List<Asked> asked;
    try (Staging staging = Staging.start(folder, "--token-ttl", "5s")) {
      Outcome outcome =
          Home.run(
              Home.command(
                  folder,
                  Home.JMETER,
                  "-n",
                  "-t",
                  Staging.ROOT.resolve("plans/S_04_Escrow_Flow.jmx"),
                  "-l",
                  "results.jtl",
                  "-Jduration=15",
                  "-Jtarget.url=" + staging.target(),
                  "-Jreport.dir=report"));
      assertThat(outcome.output()).contains("of 15 requests due were made");
      asked = staging.asked();
    }

    assertThat(Row.read(folder.resolve("results.jtl"))).isNotEmpty().allMatch(Row::ok);
    assertThat(asked).allMatch(one -> one.status() / 100 == 2);
    Set<String> released = new HashSet<>();
    // A virtual user keeps its connection, so a port of the client is a virtual user.
    Map<Integer, String> project = new HashMap<>();
    Map<Integer, String> escrow = new HashMap<>();
    int logins = 0;
    for (Asked one : asked) {
      if (one.path().endsWith("/projects")) {
        project.put(one.port(), one.answered("id").asText());
      } else if (one.path().endsWith("/lock")) {
        assertThat(one.sent("project_id").asText()).isEqualTo(project.get(one.port()));
        escrow.put(one.port(), one.answered("escrow_id").asText());
      } else if (one.path().endsWith("/release")) {
        assertThat(one.sent("escrow_id").asText()).isEqualTo(escrow.get(one.port()));
        assertThat(released.add(escrow.get(one.port()))).as(one.toString()).isTrue();
      } else if (one.path().endsWith("/login")) {
        logins++;
      }
    }
    assertThat(released).hasSizeBetween(5, 15);
    // Beside the first of each, those in time before the next request.
    assertThat(logins).isGreaterThan(project.size());
  }
}
