package com.openshow.loadtest.fault;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads a body to its end, and keeps its beginning: an answer may be of any length. */
final class ClippedBody implements HttpResponse.BodySubscriber<Clip> {
  private final Clip clip = new Clip();
  private final CompletableFuture<Clip> whole = new CompletableFuture<>();

  @Override
  public CompletionStage<Clip> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] some = new byte[buffer.remaining()];
      buffer.get(some);
      clip.add(some, some.length);
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(clip);
  }
}
