package com.openshow.loadtest.staging;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The server: its parts, put together. */
final class StagingServer implements AutoCloseable {
  private static final int MOST_THREADS = 250;
  private static final String STARTED = "started-nanos";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Faults faults = new Faults();
  private final Database database;
  private final Javalin app;
  private final @Nullable AccessLog accessLog;

  private StagingServer(Settings settings, Clock clock) throws IOException {
    settings.faults().forEach(name -> faults.on(name, Fault.standard(name)));
    accessLog =
        settings.accessLog().isPresent() ? new AccessLog(settings.accessLog().get(), clock) : null;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    bindGc();
    database = new Database(settings.database(), faults, registry);
    Schema.create(database);
    app =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.startupWatcherEnabled = false;
              config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 16);
            });
    routes(settings, clock);
  }

  @SuppressWarnings("resource") // Lives as long as the process; closing it would end the metrics.
  private void bindGc() {
    new JvmGcMetrics().bindTo(registry);
  }

  /** Starts a server; it accepts requests when this returns. */
  static StagingServer start(Settings settings, Clock clock) throws IOException {
    StagingServer server = new StagingServer(settings, clock);
    try {
      server.app.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  int port() {
    return app.port();
  }

  private void routes(Settings settings, Clock clock) {
    Tokens tokens = new Tokens(clock, settings.tokenTtl());
    PaymentProvider provider = new PaymentProvider(settings.breakerOpenWait(), faults, registry);
    AccountApi accounts = new AccountApi(database, tokens);
    DiscoveryApi discovery = new DiscoveryApi(database, registry);
    ProjectApi projects = new ProjectApi(database, tokens);
    EscrowApi escrow = new EscrowApi(database, tokens, provider);
    FaultApi faultApi = new FaultApi(faults);
    app.before(this::begin);
    app.after(this::end);
    app.exception(ApiException.class, StagingServer::answer);
    app.get("/api/v1/creators", discovery::creators);
    app.get("/api/v1/search/suggestions", discovery::suggestions);
    app.post("/api/v1/auth/signup", accounts::signup);
    app.post("/api/v1/auth/login", accounts::login);
    app.get("/api/v1/auth/me", accounts::me);
    app.get("/api/v1/projects", projects::list);
    app.post("/api/v1/projects", projects::create);
    app.get("/api/v1/projects/{id}", projects::get);
    app.post("/api/v1/payments/escrow/lock", escrow::lock);
    app.post("/api/v1/payments/escrow/release", escrow::release);
    app.get("/faults", faultApi::list);
    app.put("/faults/{name}", faultApi::on);
    app.delete("/faults/{name}", faultApi::off);
    app.delete("/faults", faultApi::allOff);
    app.get("/health", context -> context.json(Map.of("status", "UP")));
    app.get(
        "/metrics",
        context -> context.contentType("text/plain; version=0.0.4").result(registry.scrape()));
  }

  private void begin(Context context) {
    context.attribute(STARTED, System.nanoTime());
    Pause.millis(faults.delayMillis(context.path()));
    faults
        .error(context.path())
        .ifPresent(
            status -> {
              throw new ApiException(status, "a fault is on");
            });
  }

  private void end(Context context) {
    Long started = context.attribute(STARTED);
    if (started == null) {
      return;
    }
    long nanos = System.nanoTime() - started;
    Timer.builder("http.server.requests")
        .tag("method", context.method().name())
        .tag("uri", context.matchedPath().isEmpty() ? "none" : context.endpointHandlerPath())
        .tag("status", Integer.toString(context.statusCode()))
        .publishPercentileHistogram()
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (accessLog != null) {
      accessLog.add(context, TimeUnit.NANOSECONDS.toMicros(nanos));
    }
  }

  private static void answer(ApiException problem, Context context) {
    if (problem.status() == 503) {
      context.header("Retry-After", "5");
    }
    context.status(problem.status()).json(Map.of("error", String.valueOf(problem.getMessage())));
  }

  @Override
  public void close() {
    app.stop();
    database.close();
    if (accessLog != null) {
      try {
        accessLog.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
