package com.openshow.loadtest.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import de.sstoehr.harreader.model.HarCookie;
import de.sstoehr.harreader.model.HarEntry;
import de.sstoehr.harreader.model.HarHeader;
import de.sstoehr.harreader.model.HarPostData;
import de.sstoehr.harreader.model.HarQueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secrets of a recording: they may turn up again where nobody would look for them. */
final class RecordedSecrets {
  // Shorter cookies (a language, a path, a date) are not worth losing requests for.
  private static final int LEAST_COOKIE = 16;

  private RecordedSecrets() {}

  static void learn(HarEntry entry, Secrets secrets) {
    learnHeaders(entry.getRequest().getHeaders(), secrets);
    learnHeaders(entry.getResponse().getHeaders(), secrets);
    learnCookies(entry.getRequest().getCookies(), secrets);
    learnCookies(entry.getResponse().getCookies(), secrets);
    for (HarQueryParam param : listed(entry.getRequest().getQueryString())) {
      learn(param.getName(), param.getValue(), secrets);
    }
    HarPostData data = entry.getRequest().getPostData();
    if (data == null) {
      return;
    }
    listed(data.getParams()).forEach(p -> learn(p.getName(), p.getValue(), secrets));
    json(data.getText()).ifPresent(body -> learn(body, false, secrets));
  }

  /** A body that is JSON. */
  static Optional<JsonNode> json(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ForeignTree.tree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void learn(JsonNode node, boolean isSecret, Secrets secrets) {
    if (isSecret && node.isValueNode()) {
      secrets.know(node.asText());
    }
    node.properties()
        .forEach(m -> learn(m.getValue(), isSecret || Secrets.isName(m.getKey()), secrets));
    if (node.isArray()) {
      node.forEach(element -> learn(element, isSecret, secrets));
    }
  }

  private static void learnHeaders(@Nullable List<HarHeader> headers, Secrets secrets) {
    for (HarHeader header : listed(headers)) {
      String value = header.getValue();
      if (header.getName() == null || value == null || !Secrets.isName(header.getName())) {
        continue;
      }
      if (header.getName().toLowerCase(Locale.ROOT).contains("cookie")) {
        learnCookieText(value, secrets);
      } else {
        // "Bearer abc": the scheme is no part of the secret.
        secrets.know(value.replaceFirst("^\\w+\\s+", ""));
      }
    }
  }

  private static void learnCookies(@Nullable List<HarCookie> cookies, Secrets secrets) {
    for (HarCookie cookie : listed(cookies)) {
      if (cookie.getValue() != null && cookie.getValue().length() >= LEAST_COOKIE) {
        secrets.know(cookie.getValue());
      }
    }
  }

  private static void learnCookieText(String text, Secrets secrets) {
    for (String pair : text.split("[;\\n]", -1)) {
      String value = pair.substring(pair.indexOf('=') + 1).strip();
      if (value.length() >= LEAST_COOKIE) {
        secrets.know(value);
      }
    }
  }

  private static void learn(@Nullable String name, @Nullable String value, Secrets secrets) {
    if (name != null && value != null && Secrets.isName(name)) {
      secrets.know(value);
    }
  }

  private static <T> List<T> listed(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }
}
