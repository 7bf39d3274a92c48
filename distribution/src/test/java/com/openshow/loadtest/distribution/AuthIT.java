package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways to get a JWT that need something from outside, against tokens that live five seconds.
 */
final class AuthIT {
  private static final String PASSWORD = "Only-for-this-test-7f3a";
  private static final String JWT_BEGINNING = "eyJ";

  @TempDir private static Path shared;
  private static Staging staging;

  @TempDir private Path folder;
  private final List<String> commandLines = new ArrayList<>();

  @BeforeAll
  static void startStaging() throws Exception {
    staging = Staging.start(shared, "--token-ttl", "5s");
    for (String user : List.of("one", "two", "three")) {
      post(staging, "signup", user);
    }
  }

  @AfterAll
  static void stopStaging() {
    staging.close();
  }

  @Test
  void anAccountFromAPropertyFileLogsInAgainBeforeItsTokenEnds() throws Exception {
    Files.writeString(
        folder.resolve("secret.properties"),
        "auth.email=one@example.com\nauth.password=" + PASSWORD + "\n");
    Outcome generated =
        run(
            Home.command(
                folder,
                Home.PATH.resolve("bin/loadtest"),
                "generate",
                scenarios("login.yaml"),
                "--output",
                "plans"));
    assertThat(generated.exitCode()).as(generated.output()).isZero();
    int before = staging.asked().size();

    Outcome outcome =
        run(
            Home.command(
                folder,
                Home.JMETER,
                "-n",
                "-t",
                "plans/One.jmx",
                "-l",
                "report/results.jtl",
                "-q",
                "secret.properties",
                "-Jtarget.url=" + staging.target(),
                "-Jreport.dir=report"));

    Files.delete(folder.resolve("secret.properties"));
    assertAllWell(outcome, before, 3);
  }

  @Test
  void anAccountFromTheEnvironmentDoesToo() throws Exception {
    int before = staging.asked().size();
    ProcessBuilder command = loadtest(scenarios("login.yaml"), staging);
    command.environment().put("LOADTEST_EMAIL", "two@example.com");
    command.environment().put("LOADTEST_PASSWORD", PASSWORD);

    assertAllWell(run(command), before, 3);
  }

  @Test
  void eachVirtualUserHasAnAccountOfTheFileAndKeepsIt() throws Exception {
    Path scenarios = scenarios("users-file.json");
    Path accounts = Files.createDirectories(folder.resolve("accounts")).resolve("users.csv");
    Files.writeString(
        accounts,
        "email,password\none@example.com,%1$s\ntwo@example.com,%1$s\nthree@example.com,%1$s\n"
            .formatted(PASSWORD));
    int before = staging.asked().size();

    Outcome outcome = run(loadtest(scenarios, staging));

    Files.delete(accounts);
    assertAllWell(outcome, before, 3);
    List<Asked> asked = staging.asked().subList(before, staging.asked().size());
    List<String> users =
        asked.stream()
            .filter(one -> one.path().endsWith("/me"))
            .map(one -> one.port() + one.answer())
            .distinct()
            .toList();
    assertThat(users).hasSize(3);
    assertThat(String.join("", users)).contains("one@", "two@", "three@");
  }

  @Test
  void aFileOfAccountsThatIsMissingIsSaidBeforeAnyLoad() throws Exception {
    int before = staging.asked().size();

    Outcome outcome = run(loadtest(scenarios("users-file.json"), staging));

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(65);
    assertThat(outcome.output()).contains("users.csv is not a file").doesNotContain("\tat ");
    assertThat(staging.asked()).hasSize(before);
  }

  @Test
  void withoutAnAccountNothingPasses() throws Exception {
    Outcome outcome = run(loadtest(scenarios("login.yaml"), staging));

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
  }

  @Test
  void aGivenTokenIsUsedAndNobodySignsIn() throws Exception {
    Path own = Files.createDirectories(folder.resolve("staging"));
    try (Staging patient = Staging.start(own)) {
      post(patient, "signup", "one");
      String token =
          new ObjectMapper().readTree(post(patient, "login", "one")).path("token").asText();
      int before = patient.asked().size();
      ProcessBuilder command = loadtest(scenarios("token.json"), patient);
      command.environment().put("OPENSHOW_TOKEN", token);

      Outcome outcome = run(command);

      assertThat(outcome.exitCode()).as(outcome.output()).isZero();
      List<Asked> asked = patient.asked().subList(before, patient.asked().size());
      assertThat(asked).isNotEmpty().allMatch(one -> one.path().equals("/api/v1/auth/me"));
      assertNoSecret(outcome);
    }
  }

  private void assertAllWell(Outcome outcome, int before, int users) throws IOException {
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    List<Asked> asked = staging.asked().subList(before, staging.asked().size());
    assertThat(asked).hasSizeGreaterThan(50).allMatch(one -> one.status() == 200);
    // Eight seconds are more than one life of a token.
    assertThat(asked.stream().filter(one -> one.path().endsWith("/login")).count())
        .isBetween(2L * users, 4L * users);
    assertNoSecret(outcome);
  }

  private void assertNoSecret(Outcome outcome) throws IOException {
    assertThat(outcome.output()).doesNotContain(PASSWORD, JWT_BEGINNING);
    assertThat(commandLines).anyMatch(line -> line.contains("ApacheJMeter.jar"));
    assertThat(commandLines)
        .noneMatch(line -> line.contains(PASSWORD) || line.contains(JWT_BEGINNING));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        // As bytes, since not every file is text.
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(PASSWORD, JWT_BEGINNING);
      }
    }
  }

  /** Runs a command, and looks at everybody's command lines meanwhile. */
  private Outcome run(ProcessBuilder command) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process = command.redirectOutput(output.toFile()).start();
    for (int i = 0; i < 600 && !process.waitFor(100, TimeUnit.MILLISECONDS); i++) {
      ProcessHandle.allProcesses()
          .flatMap(one -> one.info().commandLine().stream())
          .forEach(commandLines::add);
    }
    assertThat(process.isAlive()).isFalse();
    return new Outcome(process.exitValue(), Files.readString(output));
  }

  private ProcessBuilder loadtest(Path scenarios, Staging target) {
    return Home.command(
        folder,
        Home.PATH.resolve("bin/loadtest"),
        "run",
        scenarios,
        "--target",
        target.target(),
        "--report",
        "report");
  }

  private Path scenarios(String name) throws IOException {
    return Home.plan("auth/" + name, folder.resolve(name));
  }

  private static String post(Staging to, String what, String user)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(to.target() + "/api/v1/auth/" + what))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"email\": \"%s@example.com\", \"password\": \"%s\", \"name\": \"n\"}"
                        .formatted(user, PASSWORD)))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
