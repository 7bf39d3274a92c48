package com.openshow.loadtest.imports;

import de.sstoehr.harreader.model.HarResponse;
import java.util.Locale;
import java.util.regex.Pattern;

/** What belongs to a page and seldom to the backend under test. */
final class StaticAssets {
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:image|font|audio|video)/.*|text/css.*|(?:text|application)/(?:x-)?javascript.*"
              + "|application/(?:x-)?font.*|application/wasm.*|application/vnd\\.ms-fontobject.*");
  private static final Pattern PATH =
      Pattern.compile(
          ".*\\.(?:png|jpe?g|gif|svg|ico|webp|avif|css|m?js|map|woff2?|ttf|otf|eot|wasm|mp4|webm)");

  private StaticAssets() {}

  /** By the type of the response; by the path, where a response without content has none. */
  static boolean isOne(HarResponse response, String path) {
    String type =
        response.getContent() == null || response.getContent().getMimeType() == null
            ? ""
            : response.getContent().getMimeType().toLowerCase(Locale.ROOT).strip();
    return (type.isEmpty() || type.equals("x-unknown"))
        ? PATH.matcher(path.toLowerCase(Locale.ROOT)).matches()
        : TYPE.matcher(type).matches();
  }
}
