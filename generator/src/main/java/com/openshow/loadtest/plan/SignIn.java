package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.DataType;
import com.openshow.loadtest.slo.measure.SampleKey;
import org.apache.jmeter.control.IfController;
import org.apache.jmeter.control.OnceOnlyController;
import org.apache.jmeter.control.gui.IfControllerPanel;
import org.apache.jmeter.control.gui.OnceOnlyControllerGui;
import org.apache.jmeter.extractor.json.jsonpath.JSONPostProcessor;
import org.apache.jmeter.extractor.json.jsonpath.gui.JSONPostProcessorGui;
import org.apache.jmeter.protocol.http.control.Header;

/**
 * How a virtual user gets its JWT: it signs up and logs in once at its start, unless a token is
 * given as the property {@value #TOKEN_PROPERTY}, which is never written into a plan.
 */
final class SignIn {
  static final String TOKEN_PROPERTY = "auth.token";

  private static final String TOKEN_VARIABLE = "auth_token";

  private SignIn() {}

  static Node onceAtStart() {
    IfController unlessGiven = new IfController();
    unlessGiven.setCondition("${__jexl3(!${__isPropDefined(" + TOKEN_PROPERTY + ")},)}");
    unlessGiven.setUseExpression(true);
    unlessGiven.setEvaluateAll(false);
    return Node.of(
            new OnceOnlyController(),
            "Sign up and log in, once per virtual user",
            "Some endpoints need a JWT. Samples whose label starts with \""
                + SampleKey.SETUP_PREFIX.trim()
                + "\" are left out of the verdict.",
            OnceOnlyControllerGui.class)
        .with(
            Node.of(
                    unlessGiven,
                    "Unless a token is given",
                    "Skipped when the property " + TOKEN_PROPERTY + " is set.",
                    IfControllerPanel.class)
                .with(
                    UniqueData.sampler(DataType.UNIQUE_EMAIL, "Who signs up."),
                    Requests.request(
                        SampleKey.SETUP_PREFIX + "POST /api/v1/auth/signup",
                        "Makes this virtual user's account.",
                        "POST",
                        "/api/v1/auth/signup",
                        Requests.body(DataType.UNIQUE_EMAIL)),
                    Requests.request(
                            SampleKey.SETUP_PREFIX + "POST /api/v1/auth/login",
                            "Gets this virtual user's token.",
                            "POST",
                            "/api/v1/auth/login",
                            """
                            {"email": "${email}", "password": "Lt1!${email}"}""")
                        .with(tokenExtractor())));
  }

  private static Node tokenExtractor() {
    JSONPostProcessor extractor = new JSONPostProcessor();
    extractor.setRefNames(TOKEN_VARIABLE);
    extractor.setJsonPathExpressions("$.token");
    extractor.setMatchNumbers("1");
    extractor.setDefaultValues("no-token-because-login-failed");
    return Node.of(
        extractor,
        "Token to ${" + TOKEN_VARIABLE + "}",
        "From the body of the login's response.",
        JSONPostProcessorGui.class);
  }

  static Node authorization() {
    return Requests.headers(
        "Authorization",
        "The given token, or this virtual user's own.",
        new Header(
            "Authorization",
            "Bearer " + Overridable.property(TOKEN_PROPERTY, "${" + TOKEN_VARIABLE + "}")));
  }
}
