package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.HostileServer;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Prometheus that behaves: the value of every query at a time is the time itself, in seconds; of
 * a raw one there is a sample every second; its clock can be wrong.
 */
class FakePrometheus implements HostileServer.Deed {
  private final AtomicLong aheadMillis = new AtomicLong();

  /** Sets its clock so far ahead. */
  void setAhead(long millis) {
    aheadMillis.set(millis);
  }

  @Override
  public void answer(HostileServer.Request request, OutputStream out) throws Exception {
    Map<String, String> parameters = request.parameters();
    String query = parameters.getOrDefault("query", "");
    if (query.equals("time()")) {
      clock(out);
    } else if (query.startsWith("count by")) {
      success(out, "vector", "[]");
    } else {
      series(request, out);
    }
  }

  /** Tells its clock. */
  void clock(OutputStream out) throws Exception {
    String now = Numbers.seconds(System.currentTimeMillis() + aheadMillis.get());
    success(out, "scalar", "[" + now + ",\"" + now + "\"]");
  }

  /** Answers a query of series. */
  void series(HostileServer.Request request, OutputStream out) throws Exception {
    Map<String, String> parameters = request.parameters();
    long step = 1000;
    long from;
    long to;
    if (request.path().contains("query_range")) {
      from = millis(parameters, "start");
      to = millis(parameters, "end");
      step = millis(parameters, "step");
    } else {
      to = millis(parameters, "time");
      String query = Objects.requireNonNull(parameters.get("query"));
      String range = query.substring(query.indexOf('[') + 1, query.indexOf("ms]"));
      from = Math.floorDiv(to - Long.parseLong(range) + 1000, 1000L) * 1000;
    }
    StringBuilder values = new StringBuilder();
    for (long at = from; at <= to; at += step) {
      values
          .append(values.isEmpty() ? "[" : ",[")
          .append(Numbers.seconds(at))
          .append(",\"")
          .append(Numbers.seconds(at))
          .append("\"]");
    }
    success(out, "matrix", "[{\"metric\":{},\"values\":[" + values + "]}]");
  }

  private static long millis(Map<String, String> parameters, String name) {
    return new BigDecimal(parameters.getOrDefault(name, "")).movePointRight(3).longValueExact();
  }

  static void success(OutputStream out, String type, String result) throws Exception {
    HostileServer.answer(out, 200, "application/json", ConformanceRow.success(type, result, ""));
  }
}
