package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.feed.Feed;
import com.openshow.loadtest.feed.FeedException;
import com.openshow.loadtest.feed.FeedFormat;
import com.openshow.loadtest.feed.FeedMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A feed that this JVM's test takes rows of. Elements that say the same have the same one: so of a
 * file whose rows are to be taken once, two thread groups never get the same row.
 */
final class OpenFeed {
  private static final Logger LOG = LoggerFactory.getLogger(OpenFeed.class);
  private static final Map<Key, OpenFeed> OPEN = new HashMap<>();

  private final Key key;
  private final Feed feed;
  private final long seed;
  private final AtomicBoolean isEndTold = new AtomicBoolean();

  /**
   * What an element says of its feed.
   *
   * @param file a whole path
   * @param seed a whole number; empty: any
   */
  record Key(Path file, FeedFormat format, FeedMode mode, Feed.Part part, String seed) {}

  private OpenFeed(Key key, Feed feed, long seed) {
    this.key = key;
    this.feed = feed;
    this.seed = seed;
  }

  /**
   * Opens it, if no other element of this test has.
   *
   * @throws IllegalArgumentException when the seed is no whole number
   */
  static OpenFeed open(Key key) throws FeedException, IOException {
    synchronized (OPEN) {
      OpenFeed known = OPEN.get(key);
      if (known == null) {
        long seed =
            key.seed().isEmpty()
                ? ThreadLocalRandom.current().nextLong()
                : Long.parseLong(key.seed());
        known =
            new OpenFeed(
                key, Feed.open(key.file(), key.format(), key.mode(), key.part(), seed), seed);
        OPEN.put(key, known);
      }
      return known;
    }
  }

  List<String> columns() {
    return feed.columns();
  }

  /** The next row; empty after the last one, which is told the first time. */
  Optional<List<String>> next() throws IOException {
    Optional<List<String>> row = feed.next();
    if (row.isEmpty() && isEndTold.compareAndSet(false, true)) {
      Warning.say("all " + feed.rows() + " rows of " + this + " are taken; who needs one stops");
    }
    return row;
  }

  /** No element of this test needs it any more. */
  void close() {
    synchronized (OPEN) {
      OPEN.remove(key);
    }
    try {
      feed.close();
    } catch (IOException e) {
      LOG.warn("{} could not be closed", this, e);
    }
  }

  @Override
  public String toString() {
    return key.file()
        + ", "
        + key.mode().label()
        + (key.mode() == FeedMode.RANDOM ? " with seed " + seed : "")
        + ", injector "
        + key.part().injector()
        + " of "
        + key.part().injectors();
  }
}
