package com.openshow.loadtest.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in {@code config/monitoring} beside the dashboard. */
final class MonitoringConfigTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path FOLDER = Path.of("../config/monitoring");
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  private static JsonNode yaml(String file) throws IOException {
    return YAML.readTree(FOLDER.resolve(file).toFile());
  }

  @Test
  void promtoolFindsTheConfigurationRight(@TempDir Path folder) throws Exception {
    assumeThat(PROMTOOL).as("promtool, of the package prometheus, is not installed").exists();
    Path output = folder.resolve("output");
    Process check =
        new ProcessBuilder(
                PROMTOOL.toString(), "check", "config", FOLDER.resolve("prometheus.yml").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).as(Files.readString(output)).isZero();
  }

  @Test
  void onlyThisMachineIsScrapedAndOftenEnough() throws Exception {
    JsonNode config = yaml("prometheus.yml");
    assertThat(config.path("scrape_configs").findValuesAsText("job_name"))
        .containsExactly("loadtest", "staging", "node", "redis");
    for (JsonNode job : config.path("scrape_configs")) {
      assertThat(job.at("/static_configs/0/targets/0").asText()).startsWith("127.0.0.1:");
      assertThat(job.path("scrape_interval").asText(config.at("/global/scrape_interval").asText()))
          .matches("[1-5]s");
    }
  }

  @Test
  void grafanaFindsPrometheusAndTheDashboard() throws Exception {
    JsonNode source = yaml("grafana/provisioning/datasources/prometheus.yml").at("/datasources/0");
    assertThat(source.path("type").asText()).isEqualTo("prometheus");
    assertThat(source.at("/jsonData/timeInterval"))
        .isEqualTo(yaml("prometheus.yml").at("/scrape_configs/0/scrape_interval"));
    String path =
        yaml("grafana/provisioning/dashboards/loadtest.yml")
            .at("/providers/0/options/path")
            .asText()
            .replace("${GF_PATHS_PROVISIONING}", FOLDER.resolve("grafana/provisioning").toString());
    assertThat(Path.of(path).resolve(GrafanaDashboard.FILE_NAME)).exists();
  }
}
