package com.openshow.loadtest.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What switches faults: requests and commands. */
final class ActionTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir private Path folder;

  private static HttpAction http(URI url, Duration timeout, Integer... statuses) {
    return new HttpAction(
        "PUT",
        url,
        Map.of("Authorization", "Bearer SECRET"),
        "{\"a\": 1}",
        Set.of(statuses),
        timeout);
  }

  private static CommandAction shell(String script, Duration timeout) {
    return new CommandAction(List.of("sh", "-c", script), timeout);
  }

  @Test
  void aRequestIsSentAsItIsDescribed() throws Exception {
    try (GivenServer server = new GivenServer()) {
      HttpAction action = http(server.url("/faults/x?token=SECRET"), LONG);
      assertThat(action.perform())
          .isEqualTo("PUT " + server.url("/faults/x") + "?... was answered with status 200");
      assertThat(server.requests())
          .containsExactly("PUT /faults/x?token=SECRET Bearer SECRET application/json {\"a\": 1}");
    }
  }

  @Test
  void anUnexpectedStatusIsAFailureThatTellsTheAnswerAndNoSecret() throws Exception {
    try (GivenServer server = new GivenServer(500, 404, 302)) {
      assertThatThrownBy(http(server.url("/x"), LONG)::perform)
          .isInstanceOf(FailedActionException.class)
          .hasMessage(
              "PUT "
                  + server.url("/x")
                  + " was answered with status 500, expected 200 to 299: it is so");
      assertThat(http(server.url("/x"), LONG, 404, 204).perform()).endsWith("status 404");
      // A redirection would do something else than was asked for.
      assertThatThrownBy(http(server.url("/x"), LONG)::perform).hasMessageContaining("status 302");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() throws Exception {
    URI closed;
    try (GivenServer server = new GivenServer()) {
      assertThatThrownBy(http(server.url("/hang"), SHORT)::perform)
          .isInstanceOf(FailedActionException.class)
          .hasMessageEndingWith("was not answered within 300 ms");
      closed = server.url("/x");
    }
    assertThatThrownBy(http(closed, LONG)::perform)
        .isInstanceOf(FailedActionException.class)
        .hasMessageContaining("failed: ConnectException");
  }

  @Test
  void whatCannotBeSentIsRefusedBeforehandWithoutTellingIt() {
    URI url = URI.create("http://127.0.0.1:1/x");
    assertThatThrownBy(
            () -> new HttpAction("PUT", url, Map.of("X-Key", "SEC\nRET"), "", Set.of(), LONG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the value of the header X-Key")
        .hasMessageNotContaining("SEC");
    assertThatThrownBy(() -> new HttpAction("PUT", url, Map.of("Host", "x"), "", Set.of(), LONG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Host");
    for (String other : List.of("ftp://host/", "/faults/x", "http:///x")) {
      assertThatThrownBy(() -> http(URI.create(other), LONG))
          .hasMessageContaining("url must be http(s)://host");
    }
    assertThatThrownBy(() -> http(url, Duration.ZERO)).hasMessageContaining("timeout must be");
    assertThatThrownBy(() -> http(url, Duration.ofHours(1))).hasMessageContaining("at most 600 s");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandRunsWithoutAShellAndItsOutputIsOneClippedLine() throws Exception {
    CommandAction plain = new CommandAction(List.of("echo", "$HOME; exit 3", "b"), LONG);
    assertThat(plain.perform())
        .isEqualTo("echo '$HOME; exit 3' b ended with exit code 0: $HOME; exit 3 b");
    assertThat(shell("i=0; while [ $i -lt 9999 ]; do echo 12345; i=$((i+1)); done", LONG).perform())
        .hasSizeLessThan(1_200)
        .endsWith("...");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandThatFailsTellsWhy() {
    assertThatThrownBy(shell("echo so not >&2; exit 3", LONG)::perform)
        .isInstanceOf(FailedActionException.class)
        .hasMessageEndingWith(" ended with exit code 3: so not");
    assertThatThrownBy(new CommandAction(List.of("/no/such/program"), LONG)::perform)
        .isInstanceOf(FailedActionException.class)
        .hasMessageContaining("cannot be run");
    assertThatThrownBy(() -> new CommandAction(List.of(), LONG))
        .hasMessage("a command must begin with the name of a program");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandThatTakesTooLongIsKilledWithItsChildren() throws Exception {
    Path pid = folder.resolve("pid");
    CommandAction action =
        shell("sleep 600 & echo $! > " + pid + ".new; mv " + pid + ".new " + pid + "; wait", LONG);
    Thread waiting = new Thread(() -> assertThatThrownBy(action::perform).isNotNull());
    waiting.start();
    while (!Files.exists(pid)) {
      Thread.onSpinWait();
    }
    waiting.interrupt();
    waiting.join();
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
            .orElse(ProcessHandle.current());
    if (child.pid() != ProcessHandle.current().pid()) {
      child.onExit().join();
    }
    assertThatThrownBy(shell("sleep 600", SHORT)::perform)
        .hasMessage("sh -c 'sleep 600' did not end within 300 ms, and was killed");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatACommandLeavesRunningIsLeftAloneAndNotWaitedFor() throws Exception {
    Path pid = folder.resolve("pid");
    assertThat(shell("sleep 600 & echo $! > " + pid, LONG).perform()).endsWith("exit code 0");
    ProcessHandle left =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    assertThat(left.isAlive()).isTrue();
    left.destroyForcibly();
  }
}
