package com.openshow.loadtest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.expose.MetricNames;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the generator's rooms: {@code cli -> plan, imports -> scenario}, never back. */
final class GeneratorHouseRulesTest {
  private static final String BASE = "com.openshow.loadtest.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages(
              BASE + "scenario",
              BASE + "plan",
              BASE + "k6",
              BASE + "grafana",
              BASE + "json",
              BASE + "openslo",
              BASE + "merge",
              BASE + "imports",
              BASE + "cli",
              BASE + "proof",
              BASE + "results",
              BASE + "runtime");

  @Test
  void theRulesReallyLookAtClasses() {
    assertThat(CLASSES.size()).isGreaterThan(40);
  }

  @Test
  void scenariosAreRecordsOfTheJdkTheirObjectivesAndFeeds() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "scenario")
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages(
                BASE + "scenario",
                BASE + "slo",
                // What a fault may be called.
                BASE + "slo.measure",
                BASE + "feed",
                BASE + "filler",
                BASE + "metrics",
                BASE + "metrics.source",
                BASE + "data",
                "java..",
                "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void onlyPlansAndTheRuntimeKnowJmeter() {
    noClasses()
        .that(resideOutsideOfPackages(BASE + "plan", BASE + "runtime", BASE + "jmeter.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.jmeter..", "org.apache.jorphan.."))
        .check(CLASSES);
  }

  @Test
  void importsKnowScenariosAndNothingElseOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "imports")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(BASE.substring(0, BASE.length() - 1) + "..")
                .and(resideOutsideOfPackages(BASE + "imports", BASE + "json", BASE + "scenario..")))
        .check(CLASSES);
  }

  @Test
  void onlyImportsKnowTheFormatsOfOthers() {
    noClasses()
        .that(resideOutsideOfPackages(BASE + "imports"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.swagger..", "de.sstoehr.."))
        .check(CLASSES);
  }

  @Test
  void scriptsForK6AreMadeOfScenariosAlone() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "k6")
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages(
                BASE + "k6",
                BASE + "scenario",
                BASE + "slo",
                BASE + "feed",
                BASE + "filler",
                BASE + "data",
                "java..",
                "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void dashboardsAreMadeOfScenariosAndTheNamesOfTheMetrics() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "grafana")
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages(
                BASE + "grafana",
                BASE + "json",
                BASE + "scenario",
                BASE + "metrics",
                BASE + "slo..",
                BASE + "expose",
                "com.fasterxml.jackson..",
                "java..",
                "org.jspecify.."))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(BASE + "grafana")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(BASE + "expose").and(not(equivalentTo(MetricNames.class))))
        .check(CLASSES);
  }

  @Test
  void theProofKnowsTheDataAndNothingElseOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "proof")
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages(BASE + "proof", BASE + "data", "java..", "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void documentsOfOpenSloAreMadeOfScenariosAlone() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "openslo")
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages(
                BASE + "openslo", BASE + "scenario", BASE + "slo..", "java..", "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCyclesAndNobodyKnowsTheCommandLine() {
    slices().matching("com.openshow.loadtest.(**)").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that(resideOutsideOfPackages(BASE + "cli"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(BASE + "cli"))
        .check(CLASSES);
  }

  @Test
  void onlyMainTouchesTheStandardStreams() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        CLASSES.that(resideOutsideOfPackages(BASE + "cli")));
  }
}
