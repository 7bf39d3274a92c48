package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.CleanupController;
import com.openshow.loadtest.jmeter.CreatedRecorder;
import com.openshow.loadtest.jmeter.LoadTestProperties;
import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.control.gui.LoopControlPanel;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.StringProperty;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.PostThreadGroup;
import org.apache.jmeter.threads.gui.PostThreadGroupGui;

/** The thread group that deletes what the others have created, after them. */
final class CleanupGroup {
  /** The variable that holds the name of the file of what was created. */
  static final String FILE_VARIABLE = "created_file";

  private static final String FILE = "${" + FILE_VARIABLE + "}";

  private final Auth auth;
  private final SignIn signIn;

  CleanupGroup(Auth auth, Dialect dialect) {
    this.auth = auth;
    this.signIn = new SignIn(auth, dialect);
  }

  /** Whether there is anything to delete. */
  static boolean isNeeded(List<Scenario> scenarios) {
    return cleanups(scenarios).findAny().isPresent();
  }

  /** The requests that delete. */
  private static Stream<Cleanup> cleanups(List<Scenario> scenarios) {
    return scenarios.stream()
        .flatMap(scenario -> Stream.concat(scenario.setup().stream(), scenario.requests().stream()))
        .flatMap(request -> request.cleanup().stream());
  }

  /** The name of the file of what was created, as an expression. */
  static String file(String planName) {
    String folder =
        Overridable.property(
            LoadTestProperties.REPORT_DIR,
            Overridable.property(LoadTestProperties.REPORT_ROOT, "loadtest-report")
                + "/"
                + planName);
    return Overridable.property(
        LoadTestProperties.CREATED_FILE,
        folder + "/created-" + Overridable.property(LoadTestProperties.INJECTOR, "1") + ".jsonl");
  }

  /** What writes down that a request has created something; it stands behind its extractors. */
  Node recorder(Cleanup cleanup, String path, String pointer) {
    boolean isSignedIn = auth.appliesTo(cleanup);
    CreatedRecorder recorder = new CreatedRecorder();
    recorder.setProperty(CreatedRecorder.FILE, FILE);
    recorder.setProperty(CreatedRecorder.METHOD, cleanup.method().name());
    recorder.setProperty(CreatedRecorder.PATH, path);
    recorder.setProperty(CreatedRecorder.LABEL, cleanup.label());
    recorder.setProperty(CreatedRecorder.SIGNED_IN, isSignedIn);
    recorder.setProperty(
        CreatedRecorder.OWNER,
        isSignedIn ? SignIn.ownerVariable(auth).map(name -> "${" + name + "}").orElse("") : "");
    return Node.ofBean(
        recorder, "To be deleted: " + cleanup.label(), "From " + pointer + "/cleanup");
  }

  /** The group. */
  Node node(List<Scenario> scenarios) {
    List<Node> children = new ArrayList<>();
    children.add(
        Requests.target(
            new Dialect.Target(part("protocol"), part("host"), part("port")),
            "Where it was created",
            "From /scenarios: the cleanup of their requests."));
    List<Cleanup> all = cleanups(scenarios).toList();
    if (all.stream().anyMatch(auth::appliesTo)) {
      children.add(
          controller(true)
              .with(
                  signIn.again(),
                  delete()
                      .with(
                          Requests.headers(
                              "Headers",
                              "From /auth: the token of whoever created it, or the given one.",
                              signIn.authorization()))));
    }
    if (!all.stream().allMatch(auth::appliesTo)) {
      children.add(controller(false).with(delete()));
    }
    return Node.of(
            group(),
            "tearDown Clean-up",
            "Deletes what the scenarios have created, also when the test was stopped. From the"
                + " cleanup of requests. From /scenarios. -Jcleanup.threads=0 leaves it for later.",
            PostThreadGroupGui.class)
        .with(children);
  }

  private static String part(String name) {
    return "${__urlPart(${cleanup.target}," + name + ")}";
  }

  private Node controller(boolean isSignedIn) {
    CleanupController controller = new CleanupController();
    controller.setProperty(CleanupController.FILE, FILE);
    controller.setProperty(CleanupController.SIGNED_IN, isSignedIn);
    boolean hasUsersFile = isSignedIn && auth.type() == Auth.Type.USERS_FILE;
    controller.setProperty(
        CleanupController.OWNER_VARIABLE, isSignedIn ? SignIn.ownerVariable(auth).orElse("") : "");
    controller.setProperty(
        CleanupController.USERS_FILE, hasUsersFile ? SignIn.usersFile(auth) : "");
    controller.setProperty(
        CleanupController.PASSWORD_VARIABLE, hasUsersFile ? SignIn.PASSWORD_VARIABLE : "");
    return Node.ofBean(
        controller,
        isSignedIn ? "What needs a token" : "What needs no token",
        "Once for each thing that was created. From /scenarios.");
  }

  private static Node delete() {
    return Requests.request(
        "${cleanup.label}",
        "From /scenarios: the cleanup of a request.",
        "${cleanup.method}",
        "${cleanup.path}",
        Requests.table());
  }

  private static PostThreadGroup group() {
    LoopController once = new LoopController();
    once.setProperty(LoopController.LOOPS, "1");
    once.setProperty(TestElement.GUI_CLASS, LoopControlPanel.class.getName());
    once.setProperty(TestElement.TEST_CLASS, LoopController.class.getName());
    once.setName("Once");
    PostThreadGroup group = new PostThreadGroup();
    group.setSamplerController(once);
    group.setProperty(
        AbstractThreadGroup.NUM_THREADS, Overridable.property("cleanup.threads", "4"));
    group.setRampUp(0);
    group.setIsSameUserOnNextIteration(true);
    group.setProperty(
        new StringProperty(
            AbstractThreadGroup.ON_SAMPLE_ERROR, AbstractThreadGroup.ON_SAMPLE_ERROR_CONTINUE));
    return group;
  }
}
