package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.SignInController;
import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.UniqueValue;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.control.OnceOnlyController;
import org.apache.jmeter.control.gui.OnceOnlyControllerGui;
import org.apache.jmeter.protocol.http.control.Header;

/**
 * How a virtual user gets its JWT, once at its start and again when it runs out, unless a token is
 * given from outside. No secret is written into a plan.
 */
final class SignIn {
  static final String TOKEN_PROPERTY = "auth.token";

  // A request may make accounts too; this virtual user logs in again as who it is.
  private static final String PREFIX = "auth_";

  /** The variable of the password of an account from a file. */
  static final String PASSWORD_VARIABLE = "user_password";

  private final Auth auth;
  private final Dialect dialect;

  SignIn(Auth auth, Dialect dialect) {
    this.auth = auth;
    this.dialect = dialect;
  }

  Auth auth() {
    return auth;
  }

  /** The variable that holds the account of a virtual user; empty where all have the same. */
  static Optional<String> ownerVariable(Auth auth) {
    return switch (auth.type()) {
      case SIGN_UP -> Optional.of(PREFIX + "email");
      case USERS_FILE -> Optional.of("user_email");
      case LOGIN, TOKEN -> Optional.empty();
    };
  }

  /** The file of accounts, as an expression. */
  static String usersFile(Auth auth) {
    return Overridable.property("auth.users_file", auth.usersFile().orElse(""));
  }

  /** What signs in whoever has an account already. */
  Node again() {
    return dialect.signIn(auth, false, List.of(), logIn());
  }

  /** Whether the request carries the token. */
  boolean appliesTo(Request request) {
    return auth.appliesTo(request);
  }

  /**
   * What signs in.
   *
   * @param isLast whether the requests of the scenario follow at once
   */
  Node node(boolean isLast) {
    return dialect.signIn(auth, isLast, once(), logIn());
  }

  /** What people should know of the controller that signs in. */
  static String comment(Auth auth) {
    return "From /auth. Skipped when a token is given as the property "
        + TOKEN_PROPERTY
        + auth.tokenEnv().map(name -> " or the environment variable " + name).orElse("")
        + ". Samples whose label starts with \""
        + SampleKey.SETUP_PREFIX.trim()
        + "\" are left out of the verdict.";
  }

  private List<Node> once() {
    return switch (auth.type()) {
      case SIGN_UP ->
          List.of(
              Node.of(
                      new OnceOnlyController(),
                      "Sign up, once per virtual user",
                      "From /auth/signup_path: makes this virtual user's account.",
                      OnceOnlyControllerGui.class)
                  .with(signUp()));
      case USERS_FILE -> List.of(account());
      case LOGIN, TOKEN -> List.of();
    };
  }

  private List<Node> logIn() {
    return switch (auth.type()) {
      case SIGN_UP -> List.of(logIn("${auth_email}", "Lt1!${auth_email}"));
      case LOGIN ->
          List.of(
              logIn(
                  dialect.secret("auth.email", "LOADTEST_EMAIL"),
                  dialect.secret("auth.password", "LOADTEST_PASSWORD")));
      case USERS_FILE -> List.of(logIn("${user_email}", "${" + PASSWORD_VARIABLE + "}"));
      case TOKEN -> List.of();
    };
  }

  private List<Node> signUp() {
    Dialect.Preparation data =
        dialect.uniqueData(UniqueValue.email(), PREFIX, "From /auth: who signs up.");
    List<Node> nodes = new ArrayList<>(data.before());
    nodes.add(
        post(
                auth.signupPath(),
                "{\"email\": \"${auth_email}\", \"password\": \"Lt1!${auth_email}\","
                    + " \"name\": \"Load Test\"}")
            .with(data.below()));
    return nodes;
  }

  /** A line of the file for each virtual user, which it keeps. */
  private Node account() {
    CSVDataSet file = new CSVDataSet();
    file.setProperty("filename", usersFile(auth));
    file.setProperty("fileEncoding", "UTF-8");
    file.setProperty("variableNames", "user_email," + PASSWORD_VARIABLE);
    file.setProperty("ignoreFirstLine", true);
    file.setProperty("delimiter", ",");
    file.setProperty("quotedData", true);
    file.setProperty("recycle", true);
    file.setProperty("stopThread", false);
    file.setProperty("shareMode", "shareMode.all");
    return Feeds.oncePerUser(
        "Take an account, once per virtual user",
        Node.ofBean(
            file,
            "Accounts",
            "From /auth/users_file. Columns email and password, with a header. A property overrides."),
        "From /auth/users_file");
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
        .with(
            Requests.headers(
                "Headers", "From /auth: the body is JSON.", type.toArray(Header[]::new)));
  }

  Header authorization() {
    return new Header("Authorization", "Bearer " + dialect.token(auth));
  }
}
