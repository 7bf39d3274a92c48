package com.openshow.loadtest.benchmarks.listener;

import com.openshow.loadtest.jmeter.ObjectiveElement;
import com.openshow.loadtest.jmeter.SloListener;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import java.nio.file.Path;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.reporters.Summariser;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.visualizers.StatVisualizer;
import org.apache.jmeter.visualizers.backend.BackendListener;

/** The listeners that are compared. */
public enum Kind {
  /** The yardstick. */
  NO_OP {
    @Override
    SampleListener create(Path folder) {
      return new NoListener();
    }
  },

  /** Ours, with an objective for each of the labels. */
  SLO {
    @Override
    SampleListener create(Path folder) {
      return slo(folder);
    }
  },

  /** The same, with its metrics scraped each second. */
  SLO_SCRAPED {
    @Override
    SampleListener create(Path folder) {
      return new ScrapedListener(slo(folder));
    }
  },

  /** What {@code jmeter -n} prints every 30 s. */
  SUMMARISER {
    @Override
    SampleListener create(Path folder) {
      return new Summariser("summary");
    }
  },

  /** The Aggregate Report's own panel, which nobody looks at. */
  AGGREGATE_REPORT {
    @Override
    SampleListener create(Path folder) {
      ResultCollector collector = new ResultCollector();
      collector.setListener(new StatVisualizer());
      return collector;
    }
  },

  /** The Backend Listener with its default queue, and a client that sends nothing. */
  BACKEND_LISTENER {
    @Override
    SampleListener create(Path folder) {
      BackendListener listener = new BackendListener();
      listener.setName("backend");
      listener.setClassname(NoClient.class.getName());
      listener.setQueueSize(BackendListener.DEFAULT_QUEUE_SIZE);
      return listener;
    }
  },

  /** The results file of {@code jmeter -l}. */
  CSV_WRITER {
    @Override
    SampleListener create(Path folder) {
      ResultCollector collector = new ResultCollector();
      collector.setFilename(folder.resolve("results.jtl").toString());
      return collector;
    }
  };

  /** A listener that has not been started. */
  abstract SampleListener create(Path folder);

  private static SloListener slo(Path folder) {
    SloListener listener = new SloListener();
    listener.setName("SLO assertions");
    listener.setReportFolder(folder.resolve("report").toString());
    listener.setObjectives(
        ListenerBenchmark.LABELS.stream()
            .map(label -> new Scope(ListenerBenchmark.GROUP, label))
            .map(scope -> new Objective(scope, new LatencyPercentile(95), 500))
            .map(p95 -> ObjectiveElement.of(p95, "500"))
            .toList());
    return listener;
  }
}
