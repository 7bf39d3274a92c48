package com.openshow.loadtest.imports;

import com.openshow.loadtest.scenario.HttpMethod;
import de.sstoehr.harreader.model.HarEntry;
import de.sstoehr.harreader.model.HarHeader;
import de.sstoehr.harreader.model.HarPostData;
import de.sstoehr.harreader.model.HarRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Entries of a recording as requests, and the count of those that are none for a load test. */
final class HarEntries {
  private static final Set<String> BY_BROWSER =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "connection",
          "content-length",
          "content-type",
          "dnt",
          "host",
          "if-modified-since",
          "if-none-match",
          "origin",
          "pragma",
          "priority",
          "referer",
          "te",
          "upgrade-insecure-requests",
          "user-agent");

  private final boolean all;
  private final Secrets secrets;
  private final Notes notes;
  private final TreeMap<String, Integer> leftOut = new TreeMap<>();
  private final Set<String> headers = new TreeSet<>();

  HarEntries(boolean all, Secrets secrets, Notes notes) {
    this.all = all;
    this.secrets = secrets;
    this.notes = notes;
  }

  /** Says what was left out so far. */
  void warn() {
    leftOut.forEach((why, count) -> notes.warn(Plain.requests(count) + " left out: " + why));
    if (!headers.isEmpty()) {
      notes.warn("headers left out: " + String.join(", ", headers));
    }
  }

  Optional<Recorded> recorded(HarEntry entry) {
    HarRequest request = entry.getRequest();
    Optional<HttpMethod> method =
        Optional.ofNullable(request.getMethod()).map(Enum::name).flatMap(HttpMethod::of);
    Optional<Target> target = Optional.ofNullable(request.getUrl()).flatMap(Target::of);
    if (method.isEmpty() || target.isEmpty()) {
      return leaveOut("no address or method of HTTP that can be requested");
    }
    int status = entry.getResponse().getStatus();
    if (status < 100 || status > 599) {
      return leaveOut("they got no response");
    }
    if (entry.getAdditional().containsKey("_fromCache")) {
      return leaveOut("they came from the browser's cache");
    }
    if (header(request, "Access-Control-Request-Method").isPresent()) {
      return leaveOut("browsers ask so before requests to another origin (CORS)");
    }
    if (!all && StaticAssets.isOne(entry.getResponse(), target.get().path())) {
      return leaveOut("images, fonts, styles and scripts (--all takes them)");
    }
    if (secrets.isIn(target.get().path()) || hasOpaqueSegment(target.get().path())) {
      return leaveOut("there may be a secret in the path");
    }
    noteHeaders(request);
    HarPostData data = request.getPostData();
    String mediaType = data == null || data.getMimeType() == null ? "" : data.getMimeType();
    return Optional.of(
        new Recorded(
            method.get(),
            withoutSecrets(target.get()),
            header(request, "Accept").orElse(""),
            header(request, "Authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("bearer"))
                .isPresent(),
            mediaType,
            Optional.ofNullable(data).map(HarPostData::getText).filter(text -> !text.isEmpty()),
            status,
            entry.getTime() == null || entry.getTime() < 0
                ? OptionalInt.empty()
                : OptionalInt.of(entry.getTime())));
  }

  private Optional<Recorded> leaveOut(String why) {
    leftOut.merge(why, 1, Integer::sum);
    return Optional.empty();
  }

  private boolean hasOpaqueSegment(String path) {
    for (String segment : path.split("/", -1)) {
      if (secrets.isIn(UriTexts.decode(segment))) {
        return true;
      }
    }
    return false;
  }

  private Target withoutSecrets(Target target) {
    StringBuilder query = new StringBuilder();
    for (String pair : target.query().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String name = UriTexts.decode(parts[0]);
      if (Secrets.isName(name)
          || secrets.isIn(pair)
          || secrets.isIn(UriTexts.decode(pair))
          || secrets.isIn(UriTexts.decode(parts[parts.length - 1]))) {
        notes.warn(
            "the query parameter "
                + (secrets.isIn(name) ? "" : name + " ")
                + "of "
                + target.path()
                + " may be a secret, and was left out");
      } else if (!pair.isEmpty()) {
        query.append(query.isEmpty() ? "" : "&").append(pair);
      }
    }
    return new Target(target.origin(), target.path(), query.toString());
  }

  private void noteHeaders(HarRequest request) {
    for (HarHeader header : headers(request)) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      if (!BY_BROWSER.contains(name)
          && !name.startsWith(":")
          && !name.startsWith("sec-")
          && !name.isEmpty()
          && !secrets.isIn(name)) {
        headers.add(name);
      }
    }
  }

  private static Optional<String> header(HarRequest request, String name) {
    return headers(request).stream()
        .filter(header -> header.getName().equalsIgnoreCase(name))
        .map(HarHeader::getValue)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static List<HarHeader> headers(HarRequest request) {
    return request.getHeaders() == null
        ? List.of()
        : request.getHeaders().stream()
            .filter(header -> header != null && header.getName() != null)
            .toList();
  }
}
