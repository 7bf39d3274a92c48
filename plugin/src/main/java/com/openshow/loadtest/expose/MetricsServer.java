package com.openshow.loadtest.expose;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers {@code GET /metrics}. Two threads at the most, and nothing waits for them. */
public final class MetricsServer implements AutoCloseable {
  /** The path of the metrics. */
  public static final String PATH = "/metrics";

  private static final int THREADS = 2;
  private static final int WAITING = 16;
  private static final int BACKLOG = 16;
  private static final int SECONDS = 10;

  /** What is to be shown. */
  public interface Source {
    /** How the run stands; asked for each answer, by two threads at the most. */
    RunState state();

    /** An answer with this state went out whole. */
    void answered(RunState state);
  }

  private final HttpServer server;
  private final ThreadPoolExecutor workers;

  static {
    // The JDK's server reads them once, and would wait for ever for who asks or reads slowly.
    for (String limit : new String[] {"maxReqTime", "maxRspTime"}) {
      String property = "sun.net.httpserver." + limit;
      if (System.getProperty(property) == null) {
        System.setProperty(property, Integer.toString(SECONDS));
      }
    }
  }

  private MetricsServer(HttpServer server, ThreadPoolExecutor workers) {
    this.server = server;
    this.workers = workers;
  }

  /**
   * Begins to listen.
   *
   * @param host the name or address of the interface
   * @param port 0 for any that is free
   * @throws IOException when it cannot listen there, such as where the port is taken
   */
  public static MetricsServer start(String host, int port, RunMetrics metrics, Source source)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException("nobody knows the host \"" + host + "\"");
    }
    HttpServer server = HttpServer.create(address, BACKLOG);
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> daemon(work, "slo-metrics-" + number.incrementAndGet()));
    workers.allowCoreThreadTimeOut(true);
    server.setExecutor(workers);
    server.createContext("/", new MetricsHandler(metrics, source));
    startAsDaemon(server);
    return new MetricsServer(server, workers);
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Its dispatcher is a daemon if who starts it is one; any other would keep the JVM alive. */
  private static void startAsDaemon(HttpServer server) {
    Thread starter = daemon(server::start, "slo-metrics-start");
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where the metrics are. */
  public String url() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return "http://"
        + (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host)
        + ":"
        + address.getPort()
        + PATH;
  }

  /** Ends it, and with it the answers on their way. */
  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
