package com.openshow.loadtest.metrics.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/** A server of one's own that says and does whatever a test wants, byte by byte. */
public final class HostileServer implements AutoCloseable {
  /** What it was asked. */
  public record Request(String method, String path, Map<String, String> headers, String body) {
    /** The parameters of the path's query and of the body. */
    public Map<String, String> parameters() {
      Map<String, String> parameters = new TreeMap<>();
      int query = path.indexOf('?') + 1;
      for (String pair : (query == 0 ? body : path.substring(query) + '&' + body).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
      return parameters;
    }

    /** One of them; empty when it is not there. */
    public String parameter(String name) {
      return parameters().getOrDefault(name, "");
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  /** What it does with a request. */
  public interface Deed {
    /** Answers, or not; the connection is closed after it. */
    void answer(Request request, OutputStream out) throws Exception;
  }

  private final ServerSocket socket;
  private final Deed deed;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong sent = new AtomicLong();

  private HostileServer(ServerSocket socket, Deed deed) {
    this.socket = socket;
    this.deed = deed;
    daemon(this::accept);
  }

  /** Starts one. */
  public static HostileServer start(Deed deed) throws IOException {
    return start(ServerSocketFactory.getDefault(), deed);
  }

  /** Starts one that, say, speaks TLS. */
  static HostileServer start(ServerSocketFactory sockets, Deed deed) throws IOException {
    return new HostileServer(
        sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), deed);
  }

  /** One that gives every request the same answer. */
  public static HostileServer answering(int status, String type, String body) throws IOException {
    return start((request, out) -> answer(out, status, type, body));
  }

  /** Writes an answer as it should be. */
  public static void answer(OutputStream out, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    head(out, status, "Content-Type: " + type, "Content-Length: " + bytes.length);
    out.write(bytes);
  }

  /** Writes the head of an answer. */
  public static void head(OutputStream out, int status, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Lets time pass; the client's going away ends who writes in between. */
  public static void dawdle(long millis) throws InterruptedException {
    if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("nobody counts it down");
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        daemon(() -> serve(connection));
      }
    } catch (IOException e) {
      if (closed.getCount() > 0) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(new BufferedInputStream(connection.getInputStream()));
      requests.add(request);
      OutputStream out = counting(connection.getOutputStream());
      deed.answer(request, out);
      out.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // A client that goes away is what many tests are about.
      assert e.getMessage() != null || e instanceof IOException : e;
    }
  }

  private OutputStream counting(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        out.write(one);
        sent.incrementAndGet();
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        sent.addAndGet(length);
      }
    };
  }

  private static Request read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", -1);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(
        first[0], first[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("no request");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "hostile-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Its port. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Its URL, without a path. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** What it was asked so far. */
  public List<Request> requests() {
    return requests;
  }

  /** How many bytes it has got rid of. */
  public long sent() {
    return sent.get();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
