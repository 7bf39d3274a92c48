package com.openshow.loadtest.proof;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What one JVM has to draw.
 *
 * @param partitions where its values go
 * @param name of its files, which no other JVM has
 * @param type of the values
 * @param options of the type
 * @param jvm which of the JVMs of a run it is, from 1
 * @param jvms how many there are
 * @param threads how many threads it has
 * @param valuesEach how many values each of them draws
 * @param clockBackMillis by how much its clock is set back
 */
public record ProofTask(
    Partitions partitions,
    String name,
    String type,
    Map<String, String> options,
    int jvm,
    int jvms,
    int threads,
    long valuesEach,
    long clockBackMillis) {
  private static final String OPTION = "option.";

  public ProofTask {
    options = new TreeMap<>(options);
  }

  /** Writes it for the JVM. */
  public void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("folder", partitions.folder().toString());
    properties.setProperty("partitions", Integer.toString(partitions.count()));
    properties.setProperty("name", name);
    properties.setProperty("type", type);
    options.forEach((key, text) -> properties.setProperty(OPTION + key, text));
    properties.setProperty("jvm", Integer.toString(jvm));
    properties.setProperty("jvms", Integer.toString(jvms));
    properties.setProperty("threads", Integer.toString(threads));
    properties.setProperty("valuesEach", Long.toString(valuesEach));
    properties.setProperty("clockBackMillis", Long.toString(clockBackMillis));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }

  static ProofTask read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> options = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(OPTION)) {
        options.put(key.substring(OPTION.length()), properties.getProperty(key));
      }
    }
    return new ProofTask(
        new Partitions(
            Path.of(properties.getProperty("folder")),
            Integer.parseInt(properties.getProperty("partitions"))),
        properties.getProperty("name"),
        properties.getProperty("type"),
        options,
        Integer.parseInt(properties.getProperty("jvm")),
        Integer.parseInt(properties.getProperty("jvms")),
        Integer.parseInt(properties.getProperty("threads")),
        Long.parseLong(properties.getProperty("valuesEach")),
        Long.parseLong(properties.getProperty("clockBackMillis")));
  }
}
