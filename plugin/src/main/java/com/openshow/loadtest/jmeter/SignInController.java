package com.openshow.loadtest.jmeter;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.jspecify.annotations.Nullable;

/**
 * Runs its children when the thread needs a new token: at its first iteration, after a response
 * with status 401 that nobody expected, and shortly before its JWT expires. Never, when a token is
 * given from outside.
 */
public final class SignInController extends GenericController {
  /** The variable that the children write the token to. */
  public static final String TOKEN_VARIABLE = "auth_token";

  /** How long before a due time a new token is fetched, so that the request is not late. */
  private static final long LEAD_MILLIS = 1_000;

  private static final String BEFORE_REQUESTS = "SignInController.beforeRequests";
  private static final String GIVEN = "SignInController.givenToken";

  private transient @Nullable String known;
  private transient long renewMillis;
  private transient boolean entered;
  private transient boolean again;

  @Override
  public @Nullable Sampler next() {
    if (!entered) {
      if (!isTokenNeeded(System.currentTimeMillis())) {
        return nextIsNull();
      }
      entered = true;
    }
    Sampler sampler = super.next();
    if (sampler == null && isBeforeRequests() && !again) {
      // The first requests of many virtual users are due one after the other: the new token of the
      // last one may be too old by then.
      again = true;
      Schedules.beginAnnounced(JMeterContextService.getContext());
      if (isTokenNeeded(System.currentTimeMillis())) {
        sampler = super.next();
      }
    }
    if (sampler == null) {
      entered = false;
      again = false;
    }
    return sampler;
  }

  private boolean isTokenNeeded(long nowMillis) {
    if (!getGivenToken().isEmpty()) {
      return false;
    }
    JMeterContext context = JMeterContextService.getContext();
    String token = context.getVariables().get(TOKEN_VARIABLE);
    if (token == null) {
      return true;
    }
    if (!Objects.equals(token, known)) {
      known = token;
      renewMillis = JwtLifetime.renewAt(token, nowMillis);
    }
    SampleResult previous = context.getPreviousResult();
    // A 401 that its request expects is a success, and says nothing of the token.
    if (previous != null && previous.getResponseCode().equals("401") && !previous.isSuccessful()) {
      return true;
    }
    // A token that is good now may not be any more when the next request is due.
    long dueMillis = Schedules.reserve(context).orElse(nowMillis);
    // What was due before now is late, and starts at once.
    if (dueMillis == Schedules.NEVER || Math.max(dueMillis, nowMillis) < renewMillis) {
      return false;
    }
    waitUntil(dueMillis - LEAD_MILLIS, nowMillis);
    return true;
  }

  private static void waitUntil(long momentMillis, long nowMillis) {
    try {
      TimeUnit.MILLISECONDS.sleep(Math.max(0, momentMillis - nowMillis));
    } catch (InterruptedException e) {
      // The test is being stopped; JMeter's thread looks at the flag.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected @Nullable Sampler nextIsNull() {
    reInitialize();
    return null;
  }

  @Override
  public void initialize() {
    entered = false;
    again = false;
    super.initialize();
  }

  /** A token from outside, or an empty text. */
  public String getGivenToken() {
    return getPropertyAsString(GIVEN);
  }

  /** Whether the requests that are due follow at once, with nothing to prepare between. */
  boolean isBeforeRequests() {
    return getPropertyAsBoolean(BEFORE_REQUESTS);
  }

  /** Sets whether the requests that are due follow at once. */
  public void setBeforeRequests(boolean follow) {
    setProperty(BEFORE_REQUESTS, follow, false);
  }

  /** Sets the expression that gives a token from outside, or an empty text. */
  public void setGivenToken(String expression) {
    setProperty(GIVEN, expression);
  }
}
