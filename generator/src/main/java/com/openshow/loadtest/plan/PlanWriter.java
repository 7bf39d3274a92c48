package com.openshow.loadtest.plan;

import com.openshow.loadtest.runtime.JMeterRuntime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jmeter.save.SaveService;
import org.apache.jorphan.collections.HashTree;

/** Writes a tree as JMeter itself would, with a comment that says where it came from. */
final class PlanWriter {
  static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private PlanWriter() {}

  static byte[] write(HashTree tree, Source source) {
    JMeterRuntime.start();
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try {
      SaveService.saveTree(tree, saved);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    String xml = saved.toString(StandardCharsets.UTF_8);
    if (!xml.startsWith(DECLARATION)) {
      throw new IllegalStateException("JMeter began a plan with " + xml.lines().findFirst());
    }
    String body = xml.substring(DECLARATION.length());
    return (DECLARATION + Header.of(source, body) + body).getBytes(StandardCharsets.UTF_8);
  }
}
