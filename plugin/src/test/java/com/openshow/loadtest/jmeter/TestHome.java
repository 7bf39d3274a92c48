package com.openshow.loadtest.jmeter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.apache.jmeter.util.JMeterUtils;

/** As much of a JMeter home as it takes to load and save plans. */
final class TestHome {
  private TestHome() {}

  static void open(Path folder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String name : List.of("jmeter", "saveservice", "upgrade")) {
      String file = name + ".properties";
      try (InputStream in = JMeterUtils.class.getResourceAsStream("/bin/" + file)) {
        Files.copy(Objects.requireNonNull(in, file), bin.resolve(file));
      }
    }
    JMeterUtils.setJMeterHome(folder.toString());
    JMeterUtils.loadJMeterProperties(bin.resolve("jmeter.properties").toString());
    JMeterUtils.setLocale(Locale.ENGLISH);
    Properties search = JMeterUtils.getJMeterProperties();
    // Functions are looked for in this module's classes only, and not in a whole home.
    search.setProperty("search_paths", "");
  }
}
