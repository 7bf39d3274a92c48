package com.openshow.loadtest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows of the house. */
final class HouseRulesTest {
  private static final String BASE = "com.openshow.loadtest.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.openshow.loadtest");

  @Test
  void theRulesReallyLookAtClasses() {
    assertThat(CLASSES.size()).isGreaterThan(30);
  }

  @Test
  void onlyTheJmeterRoomKnowsJmeterAndSwing() {
    noClasses()
        .that(resideOutsideOfPackages(BASE + "jmeter.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache.jmeter..", "org.apache.jorphan..", "javax.swing.."))
        .check(CLASSES);
  }

  @Test
  void theInnerRoomsKnowOnlyWhatTheHouseSays() {
    onlyKnows("slo.measure", "slo.measure", "org.HdrHistogram..");
    onlyKnows("slo.confidence", "slo.confidence", "org.apache.commons.statistics..");
    onlyKnows("slo", "slo", "slo.measure", "slo.confidence");
    onlyKnows("hlog", "hlog", "slo.measure", "org.HdrHistogram..");
    onlyKnows(
        "expose",
        "expose",
        "slo",
        "slo.measure",
        "io.prometheus..",
        "com.sun.net.httpserver..",
        "org.slf4j..");
    onlyKnows("data", "data");
    onlyKnows("feed", "feed", "de.siegmar.fastcsv..");
    onlyKnows("filler", "filler", "net.datafaker..");
    onlyKnows("cleanup", "cleanup", "com.fasterxml.jackson..", "org.apache.commons.io..");
    onlyKnows("mix", "mix");
    onlyKnows("schedule", "schedule");
    onlyKnows("fault", "fault");
    onlyKnows("metrics.http", "metrics.http", "javax.net.ssl..", "javax.crypto..");
    onlyKnows(
        "metrics.prometheus",
        "metrics.prometheus",
        "metrics",
        "metrics.http",
        "com.fasterxml.jackson..");
    onlyKnows(
        "metrics", "metrics", "slo", "slo.measure", "slo.confidence", "com.fasterxml.jackson..");
    onlyKnows("metrics.series", "metrics.series", "metrics", "com.google.re2j..");
    onlyKnows("metrics.exposition", "metrics.exposition", "metrics.series", "metrics");
    onlyKnows("metrics.promql", "metrics.promql", "metrics.series", "metrics", "com.google.re2j..");
    onlyKnows("metrics.preset", "metrics.preset", "metrics", "slo");
    onlyKnows(
        "metrics.scrape",
        "metrics.scrape",
        "metrics",
        "metrics.http",
        "metrics.exposition",
        "metrics.series",
        "metrics.promql",
        "org.slf4j..");
    onlyKnows(
        "metrics.source",
        "metrics.source",
        "metrics",
        "metrics.http",
        "metrics.prometheus",
        "metrics.scrape");
    onlyKnows("metrics.run", "metrics.run", "metrics", "metrics.archive", "slo", "org.slf4j..");
    onlyKnows("metrics.archive", "metrics.archive", "metrics", "slo", "com.fasterxml.jackson..");
    onlyKnows(
        "report",
        "report",
        "report.html",
        "metrics",
        "metrics.archive",
        "slo",
        "slo.measure",
        "slo.confidence",
        "com.fasterxml.jackson..");
    onlyKnows(
        "report.html",
        "report.html",
        "metrics",
        "slo",
        "slo.measure",
        "slo.confidence",
        "com.fasterxml.jackson..");
  }

  private static void onlyKnows(String room, String... others) {
    String[] known = new String[others.length + 3];
    for (int i = 0; i < others.length; i++) {
      known[i] = others[i].contains("..") ? others[i] : BASE + others[i];
    }
    known[others.length] = "java..";
    known[others.length + 1] = "javax.xml..";
    known[others.length + 2] = "org.jspecify..";
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage(BASE + room)
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(known));
    rule.check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("com.openshow.loadtest.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheJmeterRoomPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        CLASSES.that(resideOutsideOfPackages(BASE + "jmeter")));
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }
}
