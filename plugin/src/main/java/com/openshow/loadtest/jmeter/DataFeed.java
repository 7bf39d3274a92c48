package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.feed.Feed;
import com.openshow.loadtest.feed.FeedException;
import com.openshow.loadtest.feed.FeedFormat;
import com.openshow.loadtest.feed.FeedMode;
import com.openshow.loadtest.feed.FieldForms;
import com.openshow.loadtest.report.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.config.ConfigElement;
import org.apache.jmeter.engine.event.LoopIterationEvent;
import org.apache.jmeter.engine.event.LoopIterationListener;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.testbeans.TestBean;
import org.apache.jmeter.testbeans.TestBeanHelper;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jorphan.util.JMeterStopTestException;
import org.apache.jorphan.util.JMeterStopThreadException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The config element "Data Feed": writes a row of a CSV file into variables, a new one at each
 * iteration of the thread group or controller it stands in. Each injector takes its own rows of the
 * file. The file is looked at from its beginning to its end before the test starts.
 *
 * <p>Of a column {@code name}, {@code ${name}} is the value as it is, {@code ${name.json}} as it
 * stands inside a JSON string, and {@code ${name.segment}} as it stands in a path.
 */
public final class DataFeed extends AbstractTestElement
    // Not a ConfigTestElement: JMeter would fill empty properties of samplers with those of this.
    implements ConfigElement, TestBean, LoopIterationListener, OnEachServer {
  /** The property of the file, relative to the plan. */
  public static final String FILE = "file";

  /** The property of what stands between two fields; {@code \t} is a tab. */
  public static final String DELIMITER = "delimiter";

  /** The property that says whether the first line has the names of the columns. */
  public static final String HEADER = "header";

  /** The property of the columns' names, with commas between them; empty: as the header says. */
  public static final String COLUMNS = "columns";

  /** The property that holds the {@link FeedMode#label}. */
  public static final String MODE = "mode";

  /** The property that says whether a thread keeps its first row. */
  public static final String KEEP_ROW = "keepRow";

  /** The property of the seed of random rows; empty for a fresh one. */
  public static final String SEED = "seed";

  private static final Logger LOG = LoggerFactory.getLogger(DataFeed.class);

  // Shared by the clones that JMeter makes for its threads.
  private transient AtomicReference<@Nullable OpenFeed> shared = new AtomicReference<>();
  private transient boolean hasRow;

  private transient String file = "";
  private transient String delimiter = ",";
  private transient boolean header = true;
  private transient String columns = "";
  private transient String mode = FeedMode.SEQUENTIAL.label();
  private transient boolean keepRow;
  private transient String seed = "";

  @Override
  public void testStarted() {
    hasRow = false;
    shared.set(null);
    List<String> problems = new ArrayList<>();
    Optional<OpenFeed.Key> key = key(problems);
    if (key.isPresent()) {
      try {
        OpenFeed feed = OpenFeed.open(key.get());
        shared.set(feed);
        LOG.info("\"{}\": {}", getName(), feed);
        return;
      } catch (FeedException e) {
        e.problems().forEach(problem -> problems.add(key.get().file() + ":" + problem));
      } catch (IOException e) {
        problems.add("the file cannot be read: " + FileProblem.reason(e));
      } catch (NumberFormatException e) {
        problems.add("the seed must be a whole number, but was \"" + seed + "\"");
      }
    }
    Refusal.say(this, problems, "Data Feed");
  }

  private Optional<OpenFeed.Key> key(List<String> problems) {
    try {
      if (file.isBlank()) {
        throw new IllegalArgumentException("a file must be given");
      }
      FeedMode known =
          FeedMode.of(mode)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the mode must be one of "
                              + String.join(", ", FeedMode.labels())
                              + ", but was \""
                              + mode
                              + "\""));
      List<String> names =
          columns.isBlank()
              ? List.of()
              : Arrays.stream(columns.split(",", -1)).map(String::strip).toList();
      String separator = delimiter.equals("\\t") ? "\t" : delimiter;
      // No field would be refused with the right message.
      FeedFormat format =
          new FeedFormat(separator.length() == 1 ? separator.charAt(0) : '\0', header, names);
      Path path = FileServer.getFileServer().getResolvedFile(file.strip()).toPath();
      Injectors injectors = Injectors.current();
      return Optional.of(
          new OpenFeed.Key(
              path.toAbsolutePath().normalize(),
              format,
              known,
              new Feed.Part(injectors.count(), injectors.number()),
              seed.strip()));
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  @Override
  public void iterationStart(LoopIterationEvent event) {
    TestBeanHelper.prepare(this);
    if (hasRow && keepRow) {
      return;
    }
    OpenFeed feed = shared.get();
    if (feed == null) {
      throw new JMeterStopTestException("\"" + getName() + "\" has no rows");
    }
    try {
      List<String> row =
          feed.next().orElseThrow(() -> new JMeterStopThreadException("no row of " + feed));
      put(feed.columns(), row);
      hasRow = true;
    } catch (IOException e) {
      LOG.error("\"{}\": the file cannot be read any more. The test stops.", getName(), e);
      throw new JMeterStopTestException("\"" + getName() + "\" cannot be read any more", e);
    }
  }

  private void put(List<String> names, List<String> row) {
    JMeterVariables variables = getThreadContext().getVariables();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String value = row.get(i);
      variables.put(name, value);
      variables.put(name + FieldForms.JSON_SUFFIX, FieldForms.json(value));
      variables.put(name + FieldForms.SEGMENT_SUFFIX, FieldForms.segment(value));
    }
  }

  @Override
  public void addConfigElement(ConfigElement config) {
    // Nothing is taken from others.
  }

  @Override
  public boolean expectsModification() {
    return false;
  }

  @Override
  public void testEnded() {
    OpenFeed feed = shared.getAndSet(null);
    if (feed != null) {
      feed.close();
    }
  }

  @Override
  public Object clone() {
    DataFeed copy = (DataFeed) super.clone();
    copy.shared = shared;
    copy.hasRow = false;
    return copy;
  }

  /** Serialisation leaves transient fields empty. */
  private Object readResolve() {
    shared = new AtomicReference<>();
    return this;
  }

  /** The file. */
  public String getFile() {
    return file;
  }

  /** Sets the file, relative to the plan. */
  public void setFile(String file) {
    this.file = file;
  }

  /** What stands between two fields. */
  public String getDelimiter() {
    return delimiter;
  }

  /** Sets what stands between two fields. */
  public void setDelimiter(String delimiter) {
    this.delimiter = delimiter;
  }

  /** Whether the first line has the names of the columns. */
  public boolean isHeader() {
    return header;
  }

  /** Sets whether the first line has the names of the columns. */
  public void setHeader(boolean header) {
    this.header = header;
  }

  /** The columns' names; empty: as the header says. */
  public String getColumns() {
    return columns;
  }

  /** Sets the columns' names, with commas between them. */
  public void setColumns(String columns) {
    this.columns = columns;
  }

  /** The {@link FeedMode#label}. */
  public String getMode() {
    return mode;
  }

  /** Sets the {@link FeedMode#label}. */
  public void setMode(String mode) {
    this.mode = mode;
  }

  /** Whether a thread keeps its first row. */
  public boolean isKeepRow() {
    return keepRow;
  }

  /** Sets whether a thread keeps its first row. */
  public void setKeepRow(boolean keepRow) {
    this.keepRow = keepRow;
  }

  /** The seed of random rows. */
  public String getSeed() {
    return seed;
  }

  /** Sets the seed of random rows; empty for a fresh one, which is logged. */
  public void setSeed(String seed) {
    this.seed = seed;
  }
}
