package com.openshow.loadtest.metrics.scrape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import com.openshow.loadtest.metrics.http.SecretLookup;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ScrapeSourceTest {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final AtomicInteger scrapes = new AtomicInteger();
  private CountDownLatch awaited = new CountDownLatch(0);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** What the page says at its n-th scrape, counted from 1; nothing is a status of 503. */
  @FunctionalInterface
  private interface Content {
    String at(int scrape);
  }

  /** Scrapes the page so many times. */
  private TimeRange scrape(ScrapeSource source, int times) throws InterruptedException {
    Instant from = Instant.now();
    source.begin();
    assertThat(awaited.await(20, TimeUnit.SECONDS)).as("%d scrapes", times).isTrue();
    source.close();
    return new TimeRange(from.minusSeconds(1), Instant.now());
  }

  /** Of the server, and of other pages. */
  private ScrapeSource source(int times, Content content, String... others) throws Exception {
    awaited = new CountDownLatch(times + 1);
    server.createContext(
        "/metrics",
        exchange -> {
          String text = content.at(scrapes.incrementAndGet());
          byte[] body = text.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(
              text.isEmpty() ? 503 : 200, body.length == 0 ? -1 : body.length);
          if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(body);
            }
          }
          exchange.close();
          awaited.countDown();
        });
    return ScrapeSource.open(
        new ScrapeSettings(
            "api",
            Stream.concat(
                    Stream.of("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics"),
                    Stream.of(others))
                .map(HttpUrl::parse)
                .toList(),
            INTERVAL,
            HttpSettings.USUAL.with(Duration.ofSeconds(5))),
        new SecretLookup(name -> null, name -> null));
  }

  private static Reading.Values values(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Values.class);
    return (Reading.Values) reading;
  }

  @Test
  void whatWasScrapedCanBeAskedForAsSamplesAndByPromQl() throws Exception {
    ScrapeSource source = source(8, n -> "# TYPE c counter\nc{job=\"own\"} " + 10 * n + "\ng 7\n");
    TimeRange range = scrape(source, 8);

    assertThat(source.obstacle()).isEmpty();
    Reading.Values raw = values(source.raw("c", range));
    assertThat(raw.series()).hasSize(1);
    Series series = raw.series().get(0);
    assertThat(series.labels())
        .containsEntry("job", "api")
        .containsEntry("exported_job", "own")
        .containsEntry("instance", "127.0.0.1:" + server.getAddress().getPort());
    assertThat(series.points()).extracting(Point::value).startsWith(10.0, 20.0, 30.0);
    assertThat(raw.doubts()).isEmpty();
    Reading.Values product = values(source.read("g * 6", range));
    assertThat(product.series().get(0).points()).extracting(Point::value).containsOnly(42.0);
    assertThat(product.step()).isEqualTo(INTERVAL);
    assertThat(values(source.read("up", range)).series().get(0).points())
        .extracting(Point::value)
        .containsOnly(1.0);
  }

  private static byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(text);
    }
    return bytes.toByteArray();
  }

  /** The values of a source whose one page is these bytes, said to be packed. */
  private Reading.Values ofPacked(byte[] body) throws Exception {
    ScrapeSource source = source(3, n -> "");
    server.removeContext("/metrics");
    server.createContext(
        "/metrics",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
          awaited.countDown();
        });
    return values(source.read("g", scrape(source, 3)));
  }

  @Test
  void aPageMayComePacked() throws Exception {
    Reading.Values values = ofPacked(packed("g 7\n".getBytes(UTF_8)));

    assertThat(values.series().get(0).points()).extracting(Point::value).containsOnly(7.0);
    assertThat(values.doubts()).isEmpty();
  }

  @Test
  void aPackedPageThatEndsInItsMiddleOrIsTooLargeUnpackedIsAFailure() throws Exception {
    byte[] whole = packed("g 7\n".getBytes(UTF_8));
    assertThat(ofPacked(Arrays.copyOf(whole, whole.length - 9)).doubts())
        .singleElement()
        .asString()
        .contains("the answer could not be read");
    server.removeContext("/metrics");
    assertThat(ofPacked(packed(new byte[17 << 20])).doubts())
        .singleElement()
        .asString()
        .contains("the page has more than 16 MiB");
  }

  @Test
  void aPageThatIsGoneAtTheEndIsADoubtAndItsSeriesEnd() throws Exception {
    ScrapeSource source = source(6, n -> n < 4 ? "g 7\n" : "");
    TimeRange range = scrape(source, 6);

    Reading.Values gone = values(source.raw("g", range));
    assertThat(gone.series().get(0).points()).hasSize(3);
    assertThat(gone.doubts()).hasSize(1);
    assertThat(gone.doubts().get(0)).contains("could not be scraped").contains("status 503");
    List<Point> points = values(source.read("g", range)).series().get(0).points();
    assertThat(points.get(points.size() - 1).millis()).isLessThan(range.to().toEpochMilli() - 50);
  }

  @Test
  void aPageThatIsGoneIsADoubtOnlyOfWhatItMaySay() throws Exception {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      // It answers everything with 404.
      other.start();
      String gone = "127.0.0.1:" + other.getAddress().getPort();
      ScrapeSource source = source(6, n -> n < 4 ? "g 7\n" : "", "http://" + gone + "/metrics");
      source.begin();
      assertThat(source.obstacle())
          .hasValueSatisfying(why -> assertThat(why).contains(gone, "status 404"));
      TimeRange range = scrape(source, 6);

      assertThat(values(source.read("g", range)).doubts()).hasSize(2);
      assertThat(values(source.read("g{instance!=\"" + gone + "\"}", range)).doubts())
          .singleElement()
          .asString()
          .contains("status 503");
      assertThat(values(source.read("h", range)).doubts())
          .singleElement()
          .asString()
          .contains(gone, "status 404");
      assertThat(values(source.read("up", range)).doubts()).isEmpty();
      assertThat(values(source.read("vector(1)", range)).doubts()).isEmpty();
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aQueryThatCannotBeReadIsUnavailableAndSaysWhere() throws Exception {
    try (ScrapeSource source = source(1, n -> "g 7\n")) {
      Reading reading = source.read("rate(g[5s]", new TimeRange(Instant.EPOCH, Instant.EPOCH));

      assertThat(reading).isInstanceOf(Reading.Unavailable.class);
      assertThat(((Reading.Unavailable) reading).reason())
          .startsWith("the query cannot be read: at its end");
    }
  }

  @Test
  void afterFailuresAPageIsLeftAloneForLongerButNeverForEver() {
    BackOff backOff = new BackOff(Duration.ofSeconds(1));
    backOff.failed();
    assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(1));
    backOff.failed();
    assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(2));
    for (int i = 0; i < 1_000; i++) {
      backOff.failed();
      assertThat(backOff.next()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
    }
    backOff.succeeded();
    assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(1));
    BackOff slow = new BackOff(Duration.ofDays(1));
    for (int i = 0; i < 100; i++) {
      slow.failed();
      assertThat(slow.next()).isEqualTo(Duration.ofDays(1));
    }
  }
}
