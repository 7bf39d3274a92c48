package com.openshow.loadtest.proof;

import com.openshow.loadtest.data.UniqueData;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueSettings;
import com.openshow.loadtest.data.UniqueSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** One of the JVMs: draws values with all its threads and puts them into their partitions. */
public final class ProofWorker {
  /** The end of the names of the files in which workers tell who they were. */
  static final String TOLD = ".told";

  private ProofWorker() {}

  /**
   * Called by Java.
   *
   * @param args the file of the {@link ProofTask}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    run(ProofTask.read(Path.of(args[0])));
  }

  static void run(ProofTask task) throws IOException, InterruptedException {
    // Set back as this JVM's clock would be, and no other.
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(-task.clockBackMillis()));
    UniqueData data =
        UniqueData.start(
            new UniqueSettings(
                Optional.empty(),
                false,
                Optional.of(new UniqueSettings.Injector(task.jvm(), task.jvms())),
                1),
            clock,
            new SecureRandom(),
            () -> Thread.currentThread().getName());
    UniqueSource source = data.source(UniqueKind.read(task.type(), task.options()));
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    try (PartitionWriter writer = new PartitionWriter(task.partitions(), task.name())) {
      for (int i = 0; i < task.threads(); i++) {
        Thread thread = new Thread(() -> draw(source, task.valuesEach(), writer), "proof-" + i);
        thread.setUncaughtExceptionHandler(
            (failed, e) -> {
              synchronized (failures) {
                failures.add(e);
              }
            });
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a thread failed", failures.get(0));
    }
    tell(task, data.run());
  }

  private static void draw(UniqueSource source, long values, PartitionWriter writer) {
    try {
      for (long i = 0; i < values; i++) {
        writer.add(source.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(ProofTask task, String run) throws IOException {
    Properties told = new Properties();
    told.setProperty("host", host());
    told.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    told.setProperty("run", run);
    try (Writer writer =
        Files.newBufferedWriter(task.partitions().folder().resolve(task.name() + TOLD))) {
      told.store(writer, null);
    }
  }

  /** What the system is called, also where no name service knows it. */
  private static String host() throws IOException {
    Path name = Path.of("/proc/sys/kernel/hostname");
    return Files.isReadable(name)
        ? Files.readString(name).strip()
        : InetAddress.getLocalHost().getHostName();
  }
}
