package com.openshow.loadtest.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MetricsServerTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String PROTOBUF =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

  private final HttpClient client = HttpClient.newHttpClient();
  private final RunRecorder recorder = SampleRun.recorder();
  private final RunMetrics metrics = new RunMetrics(SampleRun.OBJECTIVES, 200, warning -> {});
  private final CountDownLatch answered = new CountDownLatch(1);
  private final AtomicBoolean broken = new AtomicBoolean();
  private MetricsServer server;

  private final MetricsServer.Source source =
      new MetricsServer.Source() {
        @Override
        public RunState state() {
          if (broken.get()) {
            throw new IllegalStateException("password=secret");
          }
          return SampleRun.state(recorder, false);
        }

        @Override
        public void answered(RunState state) {
          answered.countDown();
        }
      };

  @BeforeEach
  void start() throws IOException {
    server = MetricsServer.start(LOOPBACK, 0, metrics, source);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void whoAsksPlainlyGetsText() throws Exception {
    HttpResponse<byte[]> response = ask("GET", "/metrics");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(text(response.body())).contains("loadtest_request_duration_seconds_bucket{");
    // The client may have it all before the server knows that it went out.
    assertThat(answered.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void whoAsksForItGetsOpenMetrics() throws Exception {
    HttpResponse<byte[]> response =
        ask("GET", "/metrics", "Accept", "application/openmetrics-text;version=1.0.0");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/openmetrics-text; version=1.0.0");
    assertThat(text(response.body())).endsWith("# EOF\n");
  }

  @Test
  void whoWantsNativeHistogramsGetsProtocolBuffers() throws Exception {
    HttpResponse<byte[]> response = ask("GET", "/metrics", "Accept", PROTOBUF);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/vnd.google.protobuf");
    assertThat(text(response.body())).contains("loadtest_request_duration_seconds");
  }

  @Test
  void whoCanUnpackGetsItPacked() throws Exception {
    HttpResponse<byte[]> response = ask("GET", "/metrics", "Accept-Encoding", "gzip, deflate");
    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    assertThat(text(unpacked)).contains("loadtest_verdict 1.0\n");
  }

  @Test
  void everythingElseIsRefusedAndIsNoScrape() throws Exception {
    assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/metrics/more").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
    HttpResponse<byte[]> head = ask("HEAD", "/metrics");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(answered.getCount()).isEqualTo(1);
  }

  @Test
  void whatGoesWrongIsNotShownAndTheNextAnswerIsRightAgain() throws Exception {
    broken.set(true);
    HttpResponse<byte[]> response = ask("GET", "/metrics");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(text(response.body())).doesNotContain("secret");
    assertThat(answered.getCount()).isEqualTo(1);
    broken.set(false);
    assertThat(ask("GET", "/metrics").statusCode()).isEqualTo(200);
  }

  @Test
  void manyAtOnceAreAnsweredByTwoThreadsThatKeepNobodyAlive() throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> asked = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      asked.add(
          client.sendAsync(
              HttpRequest.newBuilder(URI.create(server.url())).build(),
              HttpResponse.BodyHandlers.ofByteArray()));
    }
    for (CompletableFuture<HttpResponse<byte[]>> each : asked) {
      assertThat(each.get().statusCode()).isEqualTo(200);
    }
    List<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(
                thread ->
                    thread.getName().startsWith("slo-metrics-")
                        || thread.getName().equals("HTTP-Dispatcher"))
            .toList();
    assertThat(ours).isNotEmpty().allMatch(Thread::isDaemon);
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    int port = URI.create(server.url()).getPort();
    assertThatThrownBy(() -> MetricsServer.start(LOOPBACK, port, metrics, source))
        .isInstanceOf(BindException.class);
  }

  @Test
  void aHostThatNobodyKnowsIsSaid() {
    assertThatThrownBy(() -> MetricsServer.start("no such host", 0, metrics, source))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("nobody knows the host \"no such host\"");
  }

  @Test
  void onceItIsClosedNobodyListens() {
    server.close();
    assertThatThrownBy(() -> ask("GET", "/metrics")).isInstanceOf(ConnectException.class);
  }

  private HttpResponse<byte[]> ask(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url()).resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
