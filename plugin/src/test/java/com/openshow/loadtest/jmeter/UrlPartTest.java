package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class UrlPartTest {
  @Test
  void aUrlHasThreeParts() throws Exception {
    assertThat(UrlPart.part("https://api.example.com", "protocol")).isEqualTo("https");
    assertThat(UrlPart.part("https://api.example.com/", "host")).isEqualTo("api.example.com");
    assertThat(UrlPart.part("https://api.example.com", "port")).isEqualTo("443");
    assertThat(UrlPart.part("http://127.0.0.1", "port")).isEqualTo("80");
    assertThat(UrlPart.part("HTTP://[::1]:8080", "protocol")).isEqualTo("http");
    assertThat(UrlPart.part("http://[::1]:8080", "host")).isEqualTo("[::1]");
    assertThat(UrlPart.part("http://[::1]:8080", "port")).isEqualTo("8080");
  }

  @Test
  void whatWouldBeIgnoredIsRefused() {
    for (String url :
        new String[] {
          "", "api.example.com", "ftp://a", "http://a/b", "http://u:p@a", "http://a?b"
        }) {
      assertThatThrownBy(() -> UrlPart.part(url, "host"))
          .as(url)
          .hasMessageContaining("URL must be http(s)://host[:port] without a path, but was");
    }
    assertThatThrownBy(() -> UrlPart.part("http://a", "path"))
        .hasMessage("__urlPart: part must be protocol, host or port, but was \"path\"");
  }
}
