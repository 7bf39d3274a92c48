package com.openshow.loadtest.jmeter;

/** The names of the JMeter properties (-Jname=value) that this plugin and its plans read. */
public final class LoadTestProperties {
  /** The folder of one run's reports. */
  public static final String REPORT_DIR = "report.dir";

  /**
   * The folder in which each plan makes a report folder with its own name; for those who run
   * several plans with the same properties.
   */
  public static final String REPORT_ROOT = "report.root";

  /**
   * Whether {@code jmeter -n} ends with the verdict's exit code; {@code true} by default. Whoever
   * runs several plans and judges them together at the end says {@code false}.
   */
  public static final String EXIT_CODE = "slo.exit_code";

  /**
   * How many seconds there are from one line about the verdict so far to the next in {@code jmeter
   * -n}; 30 by default. 0 says nothing during the run, and draws no table on a terminal either.
   */
  public static final String LIVE_INTERVAL = "slo.live_interval";

  /** The verdict.json of an earlier run, with which objectives are compared that speak of one. */
  public static final String BASELINE = "slo.baseline";

  /** How many seconds go by between two portions of the histogram log; 0 for no log. */
  public static final String HISTOGRAM_LOG = "slo.histogram_log_seconds";

  /** The port at which a test shows its metrics; 0 for any, none by default. */
  public static final String METRICS_PORT = "slo.metrics_port";

  /** The interface of that port; the loopback by default. */
  public static final String METRICS_HOST = "slo.metrics_host";

  /** How many seconds the end of a test waits to be scraped for the last time. */
  public static final String METRICS_LAST_SCRAPE = "slo.metrics_last_scrape";

  /** How many requests have series of their own in the metrics. */
  public static final String METRICS_LABELS = "slo.metrics_labels";

  /** The file of what a test has created and not yet deleted. */
  public static final String CREATED_FILE = "created.file";

  /** The folder that files of backend sources are relative to; that of the plan by default. */
  public static final String BACKEND_FILES = "backend.files";

  /** Whether faults may run commands on this machine; {@code false} by default. */
  public static final String ALLOW_COMMANDS = "faults.allow_commands";

  /** The folder in which a fault stands as long as it is on, for runs that are killed. */
  public static final String FAULTS_JOURNAL = "faults.journal";

  /** How many injectors share the load of the plan; 1 by default. */
  public static final String INJECTORS = "injectors";

  /** Which of them this one is, counted from 1. */
  public static final String INJECTOR = "injector";

  /** The name of the run in unique data, which is fresh by default. */
  public static final String UNIQUE_RUN = "unique.run";

  /** Whether unique data are the same in every run of the name; {@code false} by default. */
  public static final String UNIQUE_REPEAT = "unique.repeat";

  /** The first number of every sequence in unique data; 1 by default. */
  public static final String UNIQUE_FIRST = "unique.first";

  /** What all that is random starts from, where a plan does not say it; fresh by default. */
  public static final String SEED = "seed";

  private LoadTestProperties() {}
}
