package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.Deadline;
import com.openshow.loadtest.metrics.http.FetchException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks whether the targets of a query were up all the time. A target that is gone takes its series
 * with it, and an average over those that are left can look better than before.
 */
final class TargetWatch {
  /** So far before the time it is looked, to know the state in which it begins. */
  private static final long BEFORE_MILLIS = 300_000;

  private static final int MOST_SELECTORS = 20;

  /** With more, all instances of their jobs are asked for. */
  private static final int MOST_INSTANCES = 100;

  private final RawReader raw;
  private final Api api;
  private final Limits limits;

  TargetWatch(RawReader raw, Api api, Limits limits) {
    this.raw = raw;
    this.api = api;
    this.limits = limits;
  }

  /**
   * Tells what was found.
   *
   * @param query of PromQL
   * @param series labels of the result's series
   */
  void look(String query, Collection<Map<String, String>> series, Asked asked, Deadline deadline)
      throws IOException, InterruptedException {
    Findings findings = asked.findings();
    try {
      Set<Target> targets = targets(query, series, asked.grid(), deadline);
      if (targets.isEmpty()) {
        findings.note(
            "no series of the query names its target (labels job and instance): whether one was"
                + " gone is not known");
      } else {
        judge(targets, asked, deadline);
      }
    } catch (FetchException e) {
      findings.doubt("whether its targets were up could not be seen: " + e.what());
    }
  }

  private Set<Target> targets(
      String query, Collection<Map<String, String>> series, Grid time, Deadline deadline)
      throws IOException, InterruptedException {
    Set<Target> targets = new LinkedHashSet<>();
    series.forEach(labels -> Target.of(labels).ifPresent(targets::add));
    Set<String> selectors = Selectors.in(query);
    if (!selectors.isEmpty()) {
      String range = "[" + (time.to() - time.from() + BEFORE_MILLIS) + "ms]";
      String all =
          selectors.stream()
              .limit(MOST_SELECTORS)
              // Not count_over_time: without their names, series may have the same labels.
              .map(each -> "count by (job, instance) (last_over_time(" + each + range + "))")
              .collect(Collectors.joining(" or "));
      for (Answer.Track track : api.query(all, time.to(), limits.points(), deadline).tracks()) {
        Target.of(track.labels()).ifPresent(targets::add);
      }
    }
    return targets;
  }

  private void judge(Set<Target> targets, Asked asked, Deadline deadline)
      throws IOException, InterruptedException {
    Grid time = asked.grid();
    Findings findings = asked.findings();
    Joined ups =
        raw.read(
            selector(targets),
            new Grid(time.from() - BEFORE_MILLIS, time.to(), time.step()),
            deadline);
    ups.warnings().forEach(warning -> findings.doubt("of up, the server warns: " + warning));
    Set<Target> known = new LinkedHashSet<>();
    ups.series()
        .forEach(
            (labels, samples) ->
                Target.of(labels)
                    .filter(target -> targets.stream().anyMatch(each -> each.covers(target)))
                    .ifPresent(
                        target -> {
                          known.add(target);
                          new Uptime(target, samples, asked).judge();
                        }));
    List<String> unknown =
        targets.stream()
            .filter(target -> known.stream().noneMatch(target::covers))
            .map(Target::text)
            .toList();
    if (!unknown.isEmpty()) {
      findings.note(
          "there is no series up of "
              + unknown.get(0)
              + (unknown.size() == 1 ? "" : " and " + (unknown.size() - 1) + " more")
              + ": whether it was gone is not known");
    }
  }

  /** Of {@code up} with the fewest series that have all of the targets. */
  private static String selector(Set<Target> targets) {
    Set<String> jobs = new TreeSet<>();
    Set<String> instances = new TreeSet<>();
    boolean allJobs = true;
    boolean allInstances = targets.size() <= MOST_INSTANCES;
    for (Target target : targets) {
      target.job().ifPresent(jobs::add);
      target.instance().ifPresent(instances::add);
      allJobs &= target.job().isPresent();
      allInstances &= target.instance().isPresent();
    }
    return "up{"
        + (allJobs ? matcher(Target.JOB, jobs) : "")
        + (allJobs && allInstances ? "," : "")
        + (allInstances ? matcher(Target.INSTANCE, instances) : "")
        + "}";
  }

  private static String matcher(String label, Set<String> values) {
    return label
        + "=~\""
        + values.stream().map(TargetWatch::quoted).collect(Collectors.joining("|"))
        + '"';
  }

  /** Literally in a regular expression of RE2, in a text of PromQL. */
  private static String quoted(String value) {
    return value
        .replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0")
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n");
  }
}
