package com.openshow.loadtest.jmeter;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.services.FileServer;
import org.apache.jorphan.collections.HashTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plan of the test that runs: JMeter does not tell a listener what stands around it. */
final class RunningPlan {
  private static final Logger LOG = LoggerFactory.getLogger(RunningPlan.class);

  private RunningPlan() {}

  /** The plan as the GUI shows it, or as its file has it; empty when there is neither. */
  static Optional<HashTree> tree() {
    GuiPackage gui = GuiPackage.getInstance();
    if (gui != null) {
      return Optional.of(gui.getTreeModel().getTestPlan());
    }
    String script = FileServer.getFileServer().getScriptName();
    File file = script == null ? null : new File(FileServer.getFileServer().getBaseDir(), script);
    if (file == null || !file.isFile()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SaveService.loadTree(file));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read again, so nobody knows its labels", file, e);
      return Optional.empty();
    }
  }
}
