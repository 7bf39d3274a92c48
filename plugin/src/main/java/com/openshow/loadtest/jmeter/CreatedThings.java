package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.cleanup.Created;
import com.openshow.loadtest.cleanup.CreatedFile;
import com.openshow.loadtest.report.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jmeter.JMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this JVM's test creates, and what becomes of it. Elements that name the same file have the
 * same one, which the last of them closes.
 */
final class CreatedThings {
  private static final Logger LOG = LoggerFactory.getLogger(CreatedThings.class);
  private static final Map<Path, CreatedThings> OPEN = new HashMap<>();
  private static final int MOST_SHOWN = 3;

  private final Path wanted;
  private final CreatedFile file;
  private final Thread interruption = new Thread(this::tell, "cleanup-interruption");
  private final Map<Path, Map<String, String>> passwords = new HashMap<>();
  private final List<String> failures = new ArrayList<>();
  private int elements;
  private long deleted;
  private long gone;
  private long failed;
  private long lost;

  private CreatedThings(Path wanted, CreatedFile file) {
    this.wanted = wanted;
    this.file = file;
  }

  /**
   * Begins with a file, at the start of a test. Where it cannot be written, one of those for
   * temporary files takes its place.
   *
   * @throws IOException when neither can be
   */
  static CreatedThings open(Path path) throws IOException {
    Path wanted = path.toAbsolutePath().normalize();
    synchronized (OPEN) {
      CreatedThings things = OPEN.get(wanted);
      if (things == null) {
        things = new CreatedThings(wanted, file(wanted));
        OPEN.put(wanted, things);
        Runtime.getRuntime().addShutdownHook(things.interruption);
        if (things.file.pending() > 0) {
          LOG.info("{} tells of {} things of earlier runs", wanted, things.file.pending());
        }
      }
      things.elements++;
      return things;
    }
  }

  private static CreatedFile file(Path wanted) throws IOException {
    try {
      return CreatedFile.open(wanted);
    } catch (IOException e) {
      Path instead = Files.createTempFile("loadtest-created-", ".jsonl");
      Warning.say(
          "the file of what is created cannot be written ("
              + FileProblem.reason(e)
              + "); instead: "
              + instead);
      return CreatedFile.open(instead);
    }
  }

  /** Something was created. */
  void add(Created created) {
    try {
      file.add(created);
    } catch (IOException e) {
      lost("it could not be written down: " + FileProblem.reason(e));
    }
  }

  /** Something was created, and nobody knows how to delete it. */
  synchronized void lost(String why) {
    lost++;
    if (lost == 1) {
      LOG.warn("Something was created that cannot be cleaned up: {}", why);
    }
  }

  /** What is to be deleted, the last one first. The caller closes it. */
  CreatedFile.Backwards backwards(Predicate<Created> wantedOnes) throws IOException {
    return file.backwards(wantedOnes);
  }

  /**
   * The password of somebody who created something; empty when there is none.
   *
   * @param usersFile the accounts, read once
   */
  String password(Path usersFile, String owner) throws IOException {
    synchronized (passwords) {
      Map<String, String> known = passwords.get(usersFile);
      if (known == null) {
        known = Passwords.ofOwners(this, usersFile);
        passwords.put(usersFile, known);
      }
      return known.getOrDefault(owner, "");
    }
  }

  /**
   * Something is not there any more.
   *
   * @param before whether it was gone before
   */
  void deleted(CreatedFile.Entry entry, boolean before) {
    try {
      file.deleted(entry);
    } catch (IOException e) {
      LOG.warn("{} cannot be written", file.path(), e);
    }
    synchronized (this) {
      deleted++;
      gone += before ? 1 : 0;
    }
  }

  /** Something is still there. */
  synchronized void failed(CreatedFile.Entry entry, String answer) {
    failed++;
    if (failures.size() < MOST_SHOWN) {
      Created created = entry.created();
      failures.add(created.method() + " " + created.path() + ": " + answer);
    }
  }

  /** An element needs it no more. */
  void close() {
    synchronized (OPEN) {
      elements--;
      if (elements > 0) {
        return;
      }
      OPEN.remove(wanted);
    }
    try {
      Runtime.getRuntime().removeShutdownHook(interruption);
    } catch (IllegalStateException e) {
      LOG.debug("The JVM is stopping; its hook tells what is left", e);
      return;
    }
    tell();
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("{} could not be closed", file.path(), e);
    }
  }

  private synchronized void tell() {
    if (deleted > 0) {
      String text =
          "Clean-up: "
              + deleted
              + " deleted"
              + (gone > 0 ? ", " + gone + " of them had been before" : "");
      LOG.info("{}", text);
      if (JMeter.isNonGUI()) {
        System.out.println(text);
      }
    }
    int left = file.pending();
    if (left > 0) {
      Warning.say(
          left
              + " things that were created are left"
              + (failed > 0
                  ? ", "
                      + failed
                      + " that could not be deleted ("
                      + String.join("; ", failures)
                      + ")"
                  : "")
              + "; they stand in "
              + file.path()
              + ", and \"loadtest cleanup SCENARIOS --created FILE\" deletes them");
    }
    if (lost > 0) {
      Warning.say(lost + " things were created that cannot be cleaned up; jmeter.log says why");
    }
  }
}
