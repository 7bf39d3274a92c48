package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.SignInController;
import com.openshow.loadtest.jmeter.SignInControllerGui;
import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.DataType;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.control.OnceOnlyController;
import org.apache.jmeter.control.gui.OnceOnlyControllerGui;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.sampler.TestAction;
import org.apache.jmeter.sampler.gui.TestActionGui;

/**
 * How a virtual user gets its JWT, once at its start and again when it runs out, unless a token is
 * given from outside. No secret is written into a plan.
 */
final class SignIn {
  static final String TOKEN_PROPERTY = "auth.token";

  // A request may make accounts too; this virtual user logs in again as who it is.
  private static final String PREFIX = "auth_";

  private final Auth auth;

  SignIn(Auth auth) {
    this.auth = auth;
  }

  /** Whether the request carries the token. */
  boolean appliesTo(Request request) {
    if (request.auth().isPresent() || auth.paths().isEmpty()) {
      return request.requiresToken();
    }
    String path = request.path().text();
    return auth.paths().stream()
        .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
  }

  Node node() {
    SignInController controller = new SignInController();
    controller.setGivenToken(given(""));
    return Node.of(
            controller,
            "Sign in, once per virtual user and when its token runs out",
            "From /auth. Skipped when a token is given as the property "
                + TOKEN_PROPERTY
                + auth.tokenEnv().map(name -> " or the environment variable " + name).orElse("")
                + ". Samples whose label starts with \""
                + SampleKey.SETUP_PREFIX.trim()
                + "\" are left out of the verdict.",
            SignInControllerGui.class)
        .with(requests());
  }

  private List<Node> requests() {
    return switch (auth.type()) {
      case SIGN_UP ->
          List.of(
              Node.of(
                      new OnceOnlyController(),
                      "Sign up, once per virtual user",
                      "Makes this virtual user's account.",
                      OnceOnlyControllerGui.class)
                  .with(
                      UniqueData.sampler(DataType.UNIQUE_EMAIL, PREFIX, "Who signs up."),
                      post(
                          auth.signupPath(),
                          "{\"email\": \"${auth_email}\", \"password\": \"Lt1!${auth_email}\","
                              + " \"name\": \"Load Test\"}")),
              logIn("${auth_email}", "Lt1!${auth_email}"));
      case LOGIN ->
          List.of(
              logIn(
                  "${__secret(auth.email,LOADTEST_EMAIL)}",
                  "${__secret(auth.password,LOADTEST_PASSWORD)}"));
      case USERS_FILE -> List.of(account(), logIn("${user_email}", "${user_password}"));
      case TOKEN -> List.of();
    };
  }

  /** A line of the file for each virtual user, which it keeps. */
  private Node account() {
    CSVDataSet file = new CSVDataSet();
    file.setProperty(
        "filename", Overridable.property("auth.users_file", auth.usersFile().orElse("")));
    file.setProperty("fileEncoding", "UTF-8");
    file.setProperty("variableNames", "user_email,user_password");
    file.setProperty("ignoreFirstLine", true);
    file.setProperty("delimiter", ",");
    file.setProperty("quotedData", true);
    file.setProperty("recycle", true);
    file.setProperty("stopThread", false);
    file.setProperty("shareMode", "shareMode.all");
    TestAction nothing = new TestAction();
    nothing.setAction(TestAction.PAUSE);
    nothing.setTarget(TestAction.THREAD);
    nothing.setDuration("0");
    return Node.of(
            new OnceOnlyController(),
            "Take an account, once per virtual user",
            "From /auth/users_file",
            OnceOnlyControllerGui.class)
        .with(
            Node.ofBean(
                file,
                "Accounts",
                "Columns email and password, with a header. A property overrides."),
            Node.of(nothing, "Take the next line", "Makes no request.", TestActionGui.class));
  }

  private Node logIn(String email, String password) {
    return post(
            auth.loginPath(), "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}")
        .with(
            Extractors.json(
                SignInController.TOKEN_VARIABLE,
                auth.tokenPath(),
                "Token to ${" + SignInController.TOKEN_VARIABLE + "}",
                "From /auth/token_path: the body of the login's response."));
  }

  private static Node post(String path, String json) {
    List<Header> type = new ArrayList<>();
    type.add(new Header("Content-Type", "application/json"));
    return Requests.request(
            SampleKey.SETUP_PREFIX + "POST " + path, "From /auth", "POST", path, json)
        .with(Requests.headers("Headers", "The body is JSON.", type.toArray(Header[]::new)));
  }

  Header authorization() {
    return new Header(
        "Authorization", "Bearer " + given("${" + SignInController.TOKEN_VARIABLE + "}"));
  }

  private String given(String otherwise) {
    return "${__secret("
        + TOKEN_PROPERTY
        + ","
        + auth.tokenEnv().orElse("")
        + ","
        + otherwise
        + ")}";
  }
}
