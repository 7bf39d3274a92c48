package com.openshow.loadtest.metrics.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, as it comes. The JDK's own stream waits for the next byte without an end,
 * so a server that trickles would hold its reader for ever; this one knows the deadline of the
 * whole, and how much a body may have. No more than one portion waits while another is read, so
 * memory does not grow with the body.
 */
final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<InputStream> {
  /** What comes from the server. */
  private sealed interface Event permits Bytes, End {}

  private record Bytes(List<ByteBuffer> buffers) implements Event {}

  private record End(@Nullable Throwable failure) implements Event {}

  private final Deadline deadline;
  private final long limit;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
  private final Queue<ByteBuffer> current = new ArrayDeque<>();
  private volatile boolean closed;
  private long received;
  private boolean ended;

  /**
   * @param limit the most bytes it may have
   */
  BodyStream(Deadline deadline, long limit) {
    this.deadline = deadline;
    this.limit = limit;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    if (!subscription.compareAndSet(null, given) || closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    events.add(new Bytes(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new End(failure));
  }

  @Override
  public void onComplete() {
    events.add(new End(null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    ByteBuffer buffer = filled();
    if (buffer == null) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  /** A buffer with something in it; null at the end. */
  private @Nullable ByteBuffer filled() throws IOException {
    while (true) {
      ByteBuffer head = current.peek();
      if (head != null && head.hasRemaining()) {
        return head;
      }
      if (head != null) {
        current.remove();
      } else if (ended || !fetch()) {
        return null;
      }
    }
  }

  private boolean fetch() throws IOException {
    Event event = next();
    if (event instanceof Bytes bytes) {
      for (ByteBuffer buffer : bytes.buffers()) {
        received += buffer.remaining();
      }
      if (received > limit) {
        throw Failures.tooLarge(limit);
      }
      current.addAll(bytes.buffers());
      Flow.Subscription source = subscription.get();
      if (source != null) {
        source.request(1);
      }
      return true;
    }
    ended = true;
    Throwable failure = ((End) event).failure();
    if (failure != null) {
      throw Failures.of(failure);
    }
    return false;
  }

  private Event next() throws IOException {
    try {
      Event event = events.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw Failures.tooSlow(received, deadline);
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  /** Lets go of the connection, which is closed unless all of the body was read. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription source = subscription.get();
    if (source != null && !ended) {
      source.cancel();
    }
  }
}
