package com.openshow.loadtest.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "up | up",
        "up{job=\"a\"} | up{job=\"a\"}",
        "{__name__=\"up\"} | {__name__=\"up\"}",
        "{\"http.requests\", job=\"a\"} | {\"http.requests\", job=\"a\"}",
        "avg(rate(cpu{mode!=\"idle\"}[5m])) | cpu{mode!=\"idle\"}",
        "avg by (job, zone) (cpu) | cpu",
        "avg(cpu) by (job) | cpu",
        "SUM BY(job)(cpu) | cpu",
        "sum without (cpu) (load) | load",
        "a / on (instance) group_left (node) b | a;b",
        "a and b or c unless d | a;b;c;d",
        "a > bool 5 | a",
        "1 - avg(rate(cpu[1m:10s] offset 5m)) * 1e3 | cpu",
        "cpu @ 1609746000.5 + cpu @ start() | cpu",
        "histogram_quantile(0.95, sum by (le) (rate(x_bucket[5m]))) | x_bucket",
        "label_replace(up, \"a\", \"$1\", \"b\", \"(c)\") | up",
        "up{path=\"}a{\\\"\"} | up{path=\"}a{\\\"\"}",
        "up{path='b{'} * x{y=`\\`} | up{path='b{'};x{y=`\\`}",
        "\"text with up\" | ''",
        "time() - 5 | ''",
        "inf + NaN | ''",
        "job:cpu:rate5m | job:cpu:rate5m",
        "count_values(\"v\", up) | up",
        "topk(5, up) | up",
        "_a1 + _:b | _a1;_:b",
        "-up | up",
        "avg_over_time(up[1h])[5m:1m] | up",
        "cpu{a=\"1\"} + cpu{a=\"2\"} + cpu{a=\"1\"} | cpu{a=\"1\"};cpu{a=\"2\"}",
      })
  void selectorsAreFoundAndNothingElse(String expression, String expected) {
    assertThat(String.join(";", Selectors.in(expression)))
        .isEqualTo(expected.equals("''") ? "" : expected);
  }

  @Test
  void commentsArePassedOver() {
    assertThat(Selectors.in("up # and down")).containsExactly("up");
    assertThat(Selectors.in("sum # why\n by (x) # so\n (up)")).containsExactly("up");
    assertThat(Selectors.in("up{ # }\n a=\"#\"} + b")).containsExactly("up{ # }\n a=\"#\"}", "b");
  }

  @Test
  void whatIsNoExpressionEndsSomehow() {
    long seed = 20_260_302;
    Random random = new Random(seed);
    String characters = "ab1{}[]()\"'`\\#\n ,=~:@-+é";
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(characters.charAt(random.nextInt(characters.length())));
      }
      Set<String> found = Selectors.in(text.toString());
      assertThat(found)
          .as("seed %s, round %s", seed, round)
          .allMatch(selector -> text.toString().contains(selector));
    }
  }
}
