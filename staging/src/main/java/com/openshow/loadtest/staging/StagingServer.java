package com.openshow.loadtest.staging;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
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
  private static final int MOST_THREADS = 200;
  private static final String STARTED = "started-nanos";
  private static final String ROUTE = "route";
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS = "application/openmetrics-text";

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
    ProcessMetrics.bindTo(registry);
    bindGc();
    database = new Database(settings.database(), faults, registry);
    Schema.create(database);
    app =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.startupWatcherEnabled = false;
              config.jetty.threadPool = threads();
            });
    routes(settings, clock);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 16);
    // Reserved threads take turns in reading from the sockets; on one busy core the turns cost a
    // tail of 30 ms. Without them one thread reads and the others answer.
    threads.setReservedThreads(0);
    return threads;
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
    PaymentProvider provider =
        new PaymentProvider(
            settings.breakerOpenWait(), settings.breakerHalfOpenCalls(), faults, registry);
    AccountApi accounts = new AccountApi(database, tokens);
    DiscoveryApi discovery = new DiscoveryApi(database, registry);
    ProjectApi projects = new ProjectApi(database, tokens);
    EscrowApi escrow = new EscrowApi(database, tokens, provider);
    FaultApi faultApi = new FaultApi(faults);
    app.before(context -> context.attribute(STARTED, System.nanoTime()));
    app.after(this::end);
    app.exception(ApiException.class, StagingServer::answer);
    app.exception(
        HttpResponseException.class,
        (problem, context) ->
            answer(new ApiException(problem.getStatus(), text(problem)), context));
    app.exception(
        Exception.class,
        (problem, context) -> {
          System.err.println(
              "staging: " + context.method() + " " + context.path() + " failed: " + problem);
          answer(new ApiException(500, "an error of the stand-in itself"), context);
        });
    get("/api/v1/creators", discovery::creators);
    get("/api/v1/search/suggestions", discovery::suggestions);
    post("/api/v1/auth/signup", accounts::signup);
    post("/api/v1/auth/login", accounts::login);
    get("/api/v1/auth/me", accounts::me);
    get("/api/v1/projects", projects::list);
    post("/api/v1/projects", projects::create);
    get("/api/v1/projects/{id}", projects::get);
    route(HandlerType.DELETE, "/api/v1/projects/{id}", projects::delete);
    post("/api/v1/payments/escrow/lock", escrow::lock);
    post("/api/v1/payments/escrow/release", escrow::release);
    control(HandlerType.GET, "/faults", faultApi::list);
    control(HandlerType.PUT, "/faults/{name}", faultApi::on);
    control(HandlerType.DELETE, "/faults/{name}", faultApi::off);
    control(HandlerType.DELETE, "/faults", faultApi::allOff);
    control(HandlerType.GET, "/health", context -> context.json(Map.of("status", "UP")));
    control(HandlerType.GET, "/metrics", this::metrics);
  }

  /** OpenMetrics when the header Accept asks for it, else the text format of Prometheus. */
  private void metrics(Context context) {
    String accept = context.header("Accept");
    String type =
        accept != null && accept.contains(OPEN_METRICS)
            ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
            : PROMETHEUS_TEXT;
    context.contentType(type).result(registry.scrape(type));
  }

  private void get(String path, Handler handler) {
    route(HandlerType.GET, path, handler);
  }

  private void post(String path, Handler handler) {
    route(HandlerType.POST, path, handler);
  }

  /** A route that the faults reach. */
  private void route(HandlerType method, String path, Handler handler) {
    app.addHttpHandler(
        method,
        path,
        context -> {
          context.attribute(ROUTE, path);
          disturb(context);
          handler.handle(context);
        });
  }

  /** A route that no fault reaches, so that faults can be switched off and watched. */
  private void control(HandlerType method, String path, Handler handler) {
    app.addHttpHandler(
        method,
        path,
        context -> {
          context.attribute(ROUTE, path);
          handler.handle(context);
        });
  }

  private void disturb(Context context) {
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
    String route = context.attribute(ROUTE);
    Timer.builder("http.server.requests")
        .tag("method", context.method().name())
        .tag("uri", route == null ? "none" : route)
        .tag("status", Integer.toString(context.statusCode()))
        .publishPercentileHistogram()
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (accessLog != null) {
      accessLog.add(context, TimeUnit.NANOSECONDS.toMicros(nanos));
    }
  }

  private static String text(Exception problem) {
    return String.valueOf(problem.getMessage());
  }

  private static void answer(ApiException problem, Context context) {
    problem.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", seconds));
    context.status(problem.status()).json(Map.of("error", text(problem)));
  }

  @Override
  public void close() {
    faults.allOff();
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
