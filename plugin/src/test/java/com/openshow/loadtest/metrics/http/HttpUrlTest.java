package com.openshow.loadtest.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpUrlTest {
  @Test
  void resourcesLieBelowItsPathAndKeepItsQuery() {
    HttpUrl url = HttpUrl.parse("https://thanos.example:10902/select/0/prometheus/?dedup=true");

    assertThat(url.resolve("/api/v1/query", Parameters.NONE.with("query", "a b&c")))
        .hasToString(
            "https://thanos.example:10902/select/0/prometheus/api/v1/query"
                + "?dedup=true&query=a+b%26c");
    assertThat(HttpUrl.parse("http://h").resolve("", Parameters.NONE)).hasToString("http://h");
  }

  @Test
  void aMessageHasItWithoutTheQueryInWhichTokensStand() {
    HttpUrl url = HttpUrl.parse("http://[::1]:9090/p?token=s3cr3t");

    assertThat(url).hasToString("http://[::1]:9090/p");
    assertThat(url.text("/x")).isEqualTo("http://[::1]:9090/p/x");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://s3cr3t, must begin with http:// or https://",
    "s3cr3t, must begin with http:// or https://",
    "http://user:s3cr3t@h, must not hold a user or a password",
    "http://s3cr3t@h:9090/, must not hold a user or a password",
    "http://a b s3cr3t, is no URL (Illegal character in authority",
    "http:///s3cr3t, must name a host",
    "http://under_score, must name a host",
    "http://h:0, must be 1 to 65535",
    "http://h:65536, must be 1 to 65535",
    "http://h/#s3cr3t, must not have a fragment",
  })
  void whatIsNoUrlIsRefusedWithoutRepeatingIt(String text, String expected) {
    assertThatThrownBy(() -> HttpUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected)
        .message()
        .doesNotContain("s3cr3t");
  }
}
