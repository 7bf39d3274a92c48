package com.openshow.loadtest.plan;

import com.openshow.loadtest.feed.FeedMode;
import com.openshow.loadtest.jmeter.DataFeed;
import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.Scenario;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.control.OnceOnlyController;
import org.apache.jmeter.control.gui.OnceOnlyControllerGui;
import org.apache.jmeter.sampler.TestAction;
import org.apache.jmeter.sampler.gui.TestActionGui;

/** What writes rows of files into variables. */
final class Feeds {
  private Feeds() {}

  /** The plugin's element. */
  static Node node(Feed feed, Scenario scenario, String pointer) {
    DataFeed element = new DataFeed();
    element.setProperty(DataFeed.FILE, Overridable.property(feed.property(), feed.file()));
    element.setProperty(DataFeed.DELIMITER, delimiter(feed));
    element.setProperty(DataFeed.HEADER, feed.format().hasHeader());
    element.setProperty(DataFeed.COLUMNS, String.join(",", feed.format().columns()));
    element.setProperty(DataFeed.MODE, feed.mode().label());
    element.setProperty(DataFeed.KEEP_ROW, feed.perUser());
    element.setProperty(DataFeed.SEED, Overridable.property(scenario, "seed", ""));
    return Node.ofBean(element, name(feed), comment(feed, pointer));
  }

  private static String name(Feed feed) {
    return "Feed " + feed.file();
  }

  private static String comment(Feed feed, String pointer) {
    return "A row "
        + (feed.perUser() ? "for each virtual user" : "at each iteration")
        + ": "
        + String.join(", ", feed.columns())
        + ". From "
        + pointer
        + "/feed";
  }

  private static String delimiter(Feed feed) {
    char delimiter = feed.format().delimiter();
    return delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
  }

  /** Stock JMeter's element, which takes rows in the file's order. */
  static Node stock(Feed feed, String pointer) {
    boolean isOnce = feed.mode() == FeedMode.UNIQUE_OR_STOP;
    CSVDataSet file = new CSVDataSet();
    file.setProperty("filename", Overridable.property(feed.property(), feed.file()));
    file.setProperty("fileEncoding", "UTF-8");
    file.setProperty("variableNames", String.join(",", feed.columns()));
    file.setProperty("ignoreFirstLine", feed.format().hasHeader());
    file.setProperty("delimiter", delimiter(feed));
    file.setProperty("quotedData", true);
    file.setProperty("recycle", !isOnce);
    file.setProperty("stopThread", isOnce);
    file.setProperty("shareMode", "shareMode.all");
    Node node = Node.ofBean(file, name(feed), comment(feed, pointer));
    return feed.perUser()
        ? oncePerUser("Take a row, once per virtual user", node, "From " + pointer + "/feed")
        : node;
  }

  /** A file of which each virtual user takes a row, which it keeps. */
  static Node oncePerUser(String name, Node file, String comment) {
    TestAction nothing = new TestAction();
    nothing.setAction(TestAction.PAUSE);
    nothing.setTarget(TestAction.THREAD);
    nothing.setDuration("0");
    return Node.of(new OnceOnlyController(), name, comment, OnceOnlyControllerGui.class)
        .with(
            file,
            Node.of(
                nothing,
                "Take the next line",
                comment + ". Makes no request.",
                TestActionGui.class));
  }
}
