package com.openshow.loadtest.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A run as one HTML file: it loads nothing, runs no script but its own, and is the same for the
 * same run in every locale.
 */
public final class HtmlReport {
  /** The name of the file, beside the other reports. */
  public static final String FILE_NAME = "report.html";

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  /** In this order: each uses those before it. */
  private static final List<String> SCRIPTS =
      List.of("chart.js", "page.js", "objectives.js", "requests.js", "backend.js", "report.js");

  private HtmlReport() {}

  /** The text of the file, to be written as UTF-8. */
  public static String render(RunData run) {
    String style = resource("uPlot.min.css") + resource("report.css");
    // One function around all, so that none of its names hides one of the browser's.
    String script =
        resource("uPlot.iife.min.js")
            + SCRIPTS.stream()
                .map(HtmlReport::resource)
                .collect(Collectors.joining("\n", "(() => {\n", "})();\n"));
    return fill(
        resource("report.html"),
        Map.of(
            "title", escape(run.judgement().verdict() + ": " + run.plan()),
            "verdict", run.judgement().verdict().name(),
            "class", run.judgement().verdict().name().toLowerCase(Locale.ROOT),
            "licence", resource("uPlot-LICENSE").strip(),
            "styleHash", hash(style),
            "scriptHash", hash(script),
            "style", style,
            "script", script,
            "data", ReportJson.render(run)));
  }

  /** One pass: what is filled in is not looked at again. */
  private static String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)))));
  }

  /** Half a surrogate pair, which no encoding can write, becomes the replacement character. */
  private static String escape(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "\ufffd")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** By its hash the browser knows our script from one that a label brings. */
  private static String hash(String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream content = HtmlReport.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(content, () -> "the plugin's jar lacks " + name).readAllBytes(),
          UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of the plugin's jar", e);
    }
  }
}
