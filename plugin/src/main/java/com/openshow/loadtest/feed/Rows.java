package com.openshow.loadtest.feed;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.IndexedCsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file by their number, for any number of threads. In memory are where each page of
 * rows begins, at most {@value #MOST_PAGES} numbers, and the few pages that were read last: so a
 * file may be much greater than the memory.
 */
final class Rows implements Closeable {
  private static final int MOST_PAGES = 100_000;
  private static final int SMALLEST_PAGE = 64;
  private static final int ROWS_KEPT = 8_192;
  private static final int FEWEST_PAGES_KEPT = 4;

  private final IndexedCsvReader<CsvRecord> reader;
  private final int pageSize;
  private final int header;
  private final AtomicReferenceArray<@Nullable Page> kept;

  private record Page(int number, List<CsvRecord> records) {}

  /**
   * Opens a file.
   *
   * @param content what {@link FeedContent#check} has found in it
   */
  Rows(Path file, FeedFormat format, FeedContent content) throws IOException {
    pageSize = Math.max(SMALLEST_PAGE, Math.toIntExact(content.rows() / MOST_PAGES + 1));
    header = format.hasHeader() ? 1 : 0;
    kept = new AtomicReferenceArray<>(Math.max(FEWEST_PAGES_KEPT, ROWS_KEPT / pageSize));
    reader =
        IndexedCsvReader.builder()
            .fieldSeparator(format.delimiter())
            .allowUnclosedQuote(false)
            .maxBufferSize(FeedContent.MAX_FIELD_CHARS)
            .pageSize(pageSize)
            .ofCsvRecord(file);
    long found = reader.getIndex().recordCount() - header;
    if (found != content.rows()) {
      reader.close();
      throw new IOException(
          file + " was changed: it had " + content.rows() + " rows and now has " + found);
    }
  }

  /**
   * A row.
   *
   * @param number counted from 0, without the header
   * @throws IOException when the file cannot be read any more
   */
  List<String> get(long number) throws IOException {
    long record = number + header;
    int page = Math.toIntExact(record / pageSize);
    return page(page).records().get((int) (record % pageSize)).getFields();
  }

  private Page page(int number) throws IOException {
    int slot = number % kept.length();
    Page last = kept.get(slot);
    if (last == null || last.number() != number) {
      last = new Page(number, reader.readPage(number));
      kept.set(slot, last);
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
