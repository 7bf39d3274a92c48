package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.FetchException;
import com.openshow.loadtest.metrics.http.Foreign;

/** Says what is wrong with an answer of Prometheus, and what to do. */
final class Complaints {
  private static final String CORRECT_URL =
      "correct the URL: it must be that of Prometheus, or of what speaks its HTTP API, and not of a"
          + " web page or of a sign-in";

  private Complaints() {}

  /**
   * What Prometheus says is wrong.
   *
   * @param status of HTTP
   * @param type Prometheus's errorType
   * @param error in its words
   */
  static FetchException of(int status, String type, String error) {
    String code = "(" + (type.isEmpty() ? "" : Foreign.text(type) + ", ") + status + ")";
    String said = (Foreign.text(error) + " " + code).strip();
    return switch (type) {
      case "bad_data" ->
          FetchException.lasting("the query was refused: " + said, "correct the query");
      case "execution" ->
          FetchException.lasting(
              "the query could not be computed: " + said, "correct the query, or ask for less");
      case "timeout" ->
          FetchException.lasting(
              "the query took the server too long: " + said,
              "ask for less (a shorter time, fewer series, a recording rule), or raise the timeout");
      case "not_found", "not_acceptable" ->
          FetchException.lasting("the server refused: " + said, CORRECT_URL);
      case "too_large_entry" ->
          FetchException.lasting(
              "the query is larger than the server allows: " + said, "ask for less");
      default ->
          status >= 400 && status < 500 && status != 408 && status != 429
              ? FetchException.lasting("the server refused: " + said, "correct the query")
              : FetchException.passing("the server failed: " + said, "see in the server's log why");
    };
  }

  static FetchException html() {
    return FetchException.lasting("an HTML page came instead of JSON", CORRECT_URL);
  }

  static FetchException notOfPrometheus(String why) {
    return FetchException.lasting(
        "the answer is not one of Prometheus's HTTP API (" + Foreign.text(why) + ")", CORRECT_URL);
  }

  static FetchException cutOff() {
    return FetchException.passing(
        "the answer ends in its middle", "see in the logs of the server and of proxies why");
  }

  static FetchException plainHttp() {
    return FetchException.lasting("the server speaks https there", "use https://");
  }

  static FetchException tooManyPoints(int most) {
    return FetchException.lasting(
        "the answer has more than " + most + " points",
        "ask for fewer series, such as with sum by (...) or max by (...), or for a longer step");
  }

  static FetchException onlyHistograms() {
    return FetchException.lasting(
        "all series are native histograms, which have no single value",
        "make a number of them, with histogram_quantile(0.95, ...), histogram_avg(...) or"
            + " histogram_count(...)");
  }

  static FetchException wrongType(String type, String expected) {
    return FetchException.lasting(
        "the value of the query is a " + Foreign.text(type) + ", but " + expected + " was expected",
        "correct the query");
  }
}
