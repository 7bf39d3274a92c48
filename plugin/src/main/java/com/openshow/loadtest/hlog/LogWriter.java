package com.openshow.loadtest.hlog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.openshow.loadtest.slo.measure.Increment;
import com.openshow.loadtest.slo.measure.RecorderSettings;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes a histogram log. Each call adds one portion, which is in the hands of the operating system
 * when the call returns, so that it outlives this process; a portion that does not fit on the disk
 * is taken back. One thread at a time.
 */
public final class LogWriter implements Closeable {
  /** The name of the file, beside the reports. */
  public static final String FILE_NAME = "histograms.hlog";

  private final FileChannel file;

  private LogWriter(FileChannel file) {
    this.file = file;
  }

  /**
   * Begins a log, in place of one that is there.
   *
   * @param settings of the recorder whose increments follow
   * @param now the time that HdrHistogram's tools count from
   */
  public static LogWriter create(Path path, RecorderSettings settings, Instant now)
      throws IOException {
    LogWriter log =
        new LogWriter(
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING));
    try {
      log.append(
          lines -> {
            lines.outputComment("[" + Marks.FORMAT + "]");
            lines.outputLogFormatVersion();
            lines.outputStartTime(now.toEpochMilli());
            lines.outputComment(
                Marks.comment(Marks.WARM_UP, Marks.seconds(Instant.EPOCH.plus(settings.warmUp()))));
            settings
                .rising()
                .forEach(
                    scenario ->
                        lines.outputComment(Marks.comment(Marks.RISING, Marks.encode(scenario))));
            lines.outputLegend();
          });
    } catch (IOException e) {
      log.file.close();
      throw e;
    }
    return log;
  }

  /** Adds what was counted. */
  public void write(Increment increment) throws IOException {
    append(lines -> new Portion(lines).write(increment));
  }

  /**
   * Adds that the run is over.
   *
   * @param interruption why it did not go to its end; empty when it did
   */
  public void end(Optional<String> interruption) throws IOException {
    append(
        lines ->
            lines.outputComment(
                Marks.comment(Marks.END, interruption.map(Marks::encode).orElse(Marks.COMPLETE))));
  }

  private void append(Consumer<HistogramLogWriter> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Into memory first: HdrHistogram's writer says nothing of a disk that is full.
    HistogramLogWriter lines = new HistogramLogWriter(new PrintStream(bytes, false, US_ASCII));
    content.accept(lines);
    lines.close();
    long length = file.position();
    ByteBuffer portion = ByteBuffer.wrap(bytes.toByteArray());
    try {
      while (portion.hasRemaining()) {
        file.write(portion);
      }
    } catch (IOException e) {
      file.truncate(length);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
