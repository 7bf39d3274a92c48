package com.openshow.loadtest.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class LiveAreaTest {
  private final Screen screen = new Screen(10);
  private final LiveArea area = new LiveArea(screen.stream());
  private final PrintStream others = area.above(screen.stream(), UTF_8);

  @Test
  void linesAreDrawnOverThoseBefore() {
    others.println("Starting");
    area.draw(List.of("one", "two", "three"));
    area.draw(List.of("1", "2"));

    assertThat(screen.text()).isEqualTo("Starting\n1\n2\n_");
  }

  @Test
  void whatOthersPrintScrollsByAboveThem() {
    area.draw(List.of("table"));
    others.println("summary");
    assertThat(screen.text()).isEqualTo("summary\n_");
    area.restore();
    assertThat(screen.text()).isEqualTo("summary\ntable\n_");
    others.print("no end");
    area.draw(List.of("table 2"));

    assertThat(screen.text()).isEqualTo("summary\nno end\ntable 2\n_");
  }

  @Test
  void aLineAsWideAsTheTerminalOrWiderStaysOneLine() {
    area.draw(List.of("0123456789", "0123456789ABC"));
    area.draw(List.of("0123456789", "0123456789ABC"));

    assertThat(screen.text()).isEqualTo("0123456789\n012345678C\n_");
  }

  @Test
  void atTheEndNothingIsLeftAndNothingComes() {
    others.println("Starting");
    area.draw(List.of("one", "two"));
    area.close();
    area.draw(List.of("late"));
    area.restore();
    others.println("Verdict");

    assertThat(screen.text()).isEqualTo("Starting\nVerdict\n_");
  }

  @Test
  void aTerminalThatTakesNothingDoesNotHoldUpTheEnd() throws InterruptedException {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    LiveArea stuck =
        new LiveArea(
            new PrintStream(
                new OutputStream() {
                  @Override
                  public void write(int b) {
                    writing.countDown();
                    try {
                      never.await();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }
                },
                true,
                UTF_8));
    Thread drawing = new Thread(() -> stuck.draw(List.of("table")));
    drawing.start();
    writing.await();
    stuck.close();

    assertThat(drawing.isAlive()).isTrue();
    never.countDown();
    drawing.join();
  }
}
