package com.openshow.loadtest.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives out the rows of a file, for any number of threads. Row i, counted from 0, belongs to
 * injector i mod n: so injectors share one file, or have the same copy of it, and none takes a row
 * of another.
 */
public final class Feed implements Closeable {
  // Of SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators",
  // OOPSLA 2014.
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final Rows rows;
  private final FeedContent content;
  private final FeedMode mode;
  private final Part part;
  private final long own;
  private final long seed;
  private final AtomicLong taken = new AtomicLong();

  /**
   * Which rows are this injector's.
   *
   * @param injectors how many injectors there are, at least 1
   * @param injector which of them this one is, from 1
   */
  public record Part(int injectors, int injector) {
    public Part {
      if (!(injectors >= 1 && injector >= 1 && injector <= injectors)) {
        throw new IllegalArgumentException(
            "injector must be 1 to " + injectors + ", but was " + injector);
      }
    }

    long of(long rows) {
      return rows / injectors + (injector <= rows % injectors ? 1 : 0);
    }

    long row(long own) {
      return own * injectors + injector - 1;
    }
  }

  private Feed(Rows rows, FeedContent content, FeedMode mode, Part part, long seed) {
    this.rows = rows;
    this.content = content;
    this.mode = mode;
    this.part = part;
    this.own = part.of(content.rows());
    this.seed = seed;
  }

  /**
   * Looks at the whole file, and opens it.
   *
   * @param seed of {@link FeedMode#RANDOM}: with the same one, the n-th row that is taken is the
   *     same, whichever thread takes it
   * @throws FeedException when the file cannot be a feed, with all its problems
   * @throws IOException when it cannot be read
   */
  public static Feed open(Path file, FeedFormat format, FeedMode mode, Part part, long seed)
      throws FeedException, IOException {
    FeedContent content;
    try (InputStream input = Files.newInputStream(file)) {
      content = FeedContent.check(input, format);
    }
    if (part.of(content.rows()) == 0) {
      throw new FeedException(
          List.of(
              new FeedProblem(
                  1,
                  "there are "
                      + content.rows()
                      + " rows, and none of them for injector "
                      + part.injector()
                      + " of "
                      + part.injectors())));
    }
    return new Feed(new Rows(file, format, content), content, mode, part, seed);
  }

  /** The names of the columns. */
  public List<String> columns() {
    return content.columns();
  }

  /** How many rows are this injector's. */
  public long rows() {
    return own;
  }

  /**
   * The next row, with a field for each column; empty when each has been taken that is to be taken
   * once.
   *
   * @throws IOException when the file cannot be read any more
   */
  public Optional<List<String>> next() throws IOException {
    long turn = taken.getAndIncrement();
    return switch (mode) {
      case SEQUENTIAL -> Optional.of(rows.get(part.row(turn % own)));
      case RANDOM -> Optional.of(rows.get(part.row(random(turn))));
      case UNIQUE_OR_STOP -> turn < own ? Optional.of(rows.get(part.row(turn))) : Optional.empty();
    };
  }

  private long random(long turn) {
    long z = seed + (turn + 1) * GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    // Not quite even: a row is more likely than another by rows / 2^64.
    return Long.remainderUnsigned(z ^ (z >>> 31), own);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
