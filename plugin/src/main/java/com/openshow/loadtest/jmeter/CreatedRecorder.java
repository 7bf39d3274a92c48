package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.cleanup.Created;
import java.io.IOException;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.processor.PostProcessor;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testbeans.TestBean;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.JMeterContext;
import org.jspecify.annotations.Nullable;

/**
 * The post-processor "Created Recorder": after a request that created something, writes down the
 * request that deletes it, for {@link CleanupController}. It stands behind the extractors whose
 * variables it uses.
 */
public final class CreatedRecorder extends AbstractTestElement
    implements PostProcessor, TestBean, OnEachServer {
  /** The property of the file that is appended to. */
  public static final String FILE = "file";

  /** The property of the method that deletes. */
  public static final String METHOD = "method";

  /** The property of the path that deletes, with a query if there is one. */
  public static final String PATH = "path";

  /** The property of the label that the samples of deleting have. */
  public static final String LABEL = "label";

  /** The property that says whether the request that deletes carries a token. */
  public static final String SIGNED_IN = "signedIn";

  /** The property of the account that the token is for. */
  public static final String OWNER = "owner";

  /** What an extractor writes that has found nothing. */
  public static final String MISSING = "NOT_FOUND";

  // Shared by the clones that JMeter makes for its threads.
  private transient AtomicReference<@Nullable CreatedThings> shared = new AtomicReference<>();

  private transient String file = "";
  private transient String method = "DELETE";
  private transient String path = "";
  private transient String label = "";
  private transient boolean signedIn;
  private transient String owner = "";

  @Override
  public void process() {
    JMeterContext context = getThreadContext();
    SampleResult result = context.getPreviousResult();
    CreatedThings things = shared.get();
    if (things == null || result == null || !result.isSuccessful()) {
      return;
    }
    URL url = result.getURL();
    boolean isKnown = path.startsWith("/") && !path.contains(MISSING) && !path.contains("${");
    if (url == null || !isKnown || (signedIn && owner.contains("${"))) {
      things.lost("its response has no value for " + label);
      return;
    }
    things.add(
        new Created(
            url.getProtocol() + "://" + url.getAuthority(),
            method,
            path,
            label,
            signedIn,
            owner,
            context.getThread().getThreadName()));
  }

  @Override
  public void testStarted() {
    shared.set(null);
    try {
      shared.set(CreatedThings.open(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      Refusal.say(
          this,
          List.of("the file of what is created cannot be written: " + e.getMessage()),
          "Created Recorder");
    }
  }

  @Override
  public void testEnded() {
    CreatedThings things = shared.getAndSet(null);
    if (things != null) {
      things.close();
    }
  }

  @Override
  public Object clone() {
    CreatedRecorder copy = (CreatedRecorder) super.clone();
    copy.shared = shared;
    return copy;
  }

  /** Serialisation leaves transient fields empty. */
  private Object readResolve() {
    shared = new AtomicReference<>();
    return this;
  }

  /** The file that is appended to. */
  public String getFile() {
    return file;
  }

  /** Sets the file that is appended to. */
  public void setFile(String file) {
    this.file = file;
  }

  /** The method that deletes. */
  public String getMethod() {
    return method;
  }

  /** Sets the method that deletes. */
  public void setMethod(String method) {
    this.method = method;
  }

  /** The path that deletes. */
  public String getPath() {
    return path;
  }

  /** Sets the path that deletes, with a query if there is one. */
  public void setPath(String path) {
    this.path = path;
  }

  /** The label that the samples of deleting have. */
  public String getLabel() {
    return label;
  }

  /** Sets the label that the samples of deleting have. */
  public void setLabel(String label) {
    this.label = label;
  }

  /** Whether the request that deletes carries a token. */
  public boolean isSignedIn() {
    return signedIn;
  }

  /** Sets whether the request that deletes carries a token. */
  public void setSignedIn(boolean signedIn) {
    this.signedIn = signedIn;
  }

  /** The account that the token is for. */
  public String getOwner() {
    return owner;
  }

  /** Sets the account that the token is for; empty: whoever all threads log in as. */
  public void setOwner(String owner) {
    this.owner = owner;
  }
}
