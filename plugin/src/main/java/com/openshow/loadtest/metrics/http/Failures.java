package com.openshow.loadtest.metrics.http;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what exceptions of the network mean, and what to do. */
final class Failures {
  private static final int MOST_CAUSES = 20;
  private static final long MEBIBYTE = 1024 * 1024;

  private Failures() {}

  static FetchException of(Throwable failure) {
    if (find(failure, FetchException.class).isPresent()) {
      return find(failure, FetchException.class).get();
    }
    return named(failure).causedBy(failure);
  }

  private static FetchException named(Throwable failure) {
    if (has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class)) {
      return FetchException.lasting(
          "its host name is not known here (DNS)", "correct the host of the URL, or the DNS");
    }
    if (has(failure, HttpConnectTimeoutException.class)) {
      return FetchException.passing(
          "no connection came about in time",
          "see whether host and port are right, and whether a firewall is in between");
    }
    if (has(failure, HttpTimeoutException.class)) {
      return FetchException.passing(
          "there was no answer in time", "see how the server fares, or raise the timeout");
    }
    Optional<SSLException> tls = find(failure, SSLException.class);
    if (tls.isPresent()) {
      return tls(failure, tls.get());
    }
    if (has(failure, ConnectException.class)) {
      return FetchException.passing(
          "the connection was refused (" + reason(failure) + ")",
          "see whether the server runs, and whether host and port are right");
    }
    if (has(failure, ProtocolException.class)) {
      return FetchException.lasting(
          "what it answered is not HTTP (" + reason(failure) + ")",
          "correct the URL: another service, or https, may have that port");
    }
    return FetchException.passing(
        "the connection broke before the answer was whole (" + reason(failure) + ")",
        "see in the server's log, and in that of a proxy, what became of the request");
  }

  private static FetchException tls(Throwable failure, SSLException tls) {
    String message = Objects.requireNonNullElse(tls.getMessage(), "");
    String lower = message.toLowerCase(Locale.ROOT);
    String what = "https failed (" + Foreign.text(message) + ")";
    if (has(failure, CertificateExpiredException.class)
        || has(failure, CertificateNotYetValidException.class)) {
      return FetchException.lasting(
          what, "the server's certificate is not valid today: renew it, or correct the clock here");
    }
    if (lower.contains("path building failed") || lower.contains("path validation failed")) {
      return FetchException.lasting(
          what,
          "the server's certificate is signed by nobody who is trusted here: give the PEM file of"
              + " its authority as tls ca");
    }
    if (lower.contains("no name matching") || lower.contains("subject alternative")) {
      return FetchException.lasting(
          what, "the server's certificate is for another host: use the name it is for");
    }
    if (lower.contains("unrecognized ssl message") || lower.contains("plaintext connection")) {
      return FetchException.lasting(what, "the server does not speak https there: use http://");
    }
    if (lower.contains("fatal alert")) {
      return FetchException.lasting(
          what,
          "the server refused: it may want a client certificate, or another one (tls certificate"
              + " and key)");
    }
    return FetchException.passing(what, "see in the server's log why");
  }

  static FetchException tooSlow(long received, Deadline deadline) {
    return FetchException.lasting(
        "the answer was not whole within "
            + seconds(deadline)
            + (received == 0 ? "" : ", after " + received + " bytes"),
        "see how the server fares, or raise the timeout");
  }

  static FetchException noAnswer(Deadline deadline) {
    return FetchException.lasting(
        "there was no answer within " + seconds(deadline),
        "see how the server fares, or raise the timeout");
  }

  /** To the tenth: of a part of a deadline, some milliseconds had passed before it began. */
  private static String seconds(Deadline deadline) {
    return Foreign.seconds(
        Duration.ofMillis(Math.round(deadline.length().toMillis() / 100.0) * 100));
  }

  static FetchException tooLarge(long limit) {
    return FetchException.lasting(
        "the answer is larger than "
            + (limit % MEBIBYTE == 0 ? limit / MEBIBYTE + " MiB" : limit + " bytes"),
        "ask for less: fewer series, such as with sum by (...), or a longer step");
  }

  private static String reason(Throwable failure) {
    Throwable last = failure;
    String message = "";
    for (int i = 0; i < MOST_CAUSES && last != null; i++) {
      message = last.getMessage() == null ? message : last.getMessage();
      last = last.getCause();
    }
    return message.isEmpty() ? failure.getClass().getSimpleName() : Foreign.text(message);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return find(failure, type).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    @Nullable Throwable cause = failure;
    for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** A pause a server asks for, in words. */
  static String pause(Duration pause) {
    return " (wants to be left alone for " + Foreign.seconds(pause) + ")";
  }
}
