package com.openshow.loadtest.imports;

import com.openshow.loadtest.scenario.HttpMethod;
import java.util.regex.Pattern;

/**
 * Requests that sign somebody in or out. With made-up passwords they can only fail; how virtual
 * users sign in is said by {@code auth}.
 */
final class SignIns {
  private static final Pattern LAST =
      Pattern.compile("(?i).*/(?:log-?_?in|sign-?_?in|log-?_?out|sign-?_?out|refresh|token)/?");

  private SignIns() {}

  static boolean isOne(HttpMethod method, String path) {
    return method == HttpMethod.POST && LAST.matcher(path).matches();
  }
}
