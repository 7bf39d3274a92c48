package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.cleanup.Created;
import com.openshow.loadtest.cleanup.CreatedFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.testbeans.TestBean;
import org.apache.jmeter.testbeans.TestBeanHelper;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller "Clean-up Controller": runs its children once for each thing that {@link
 * CreatedRecorder} has written down and that is not deleted yet. What one virtual user created is
 * deleted by one thread, in reverse order.
 *
 * <p>The children find the request in {@code ${cleanup.target}}, {@code ${cleanup.method}}, {@code
 * ${cleanup.path}} and {@code ${cleanup.label}}. The last sample decides: a success, or a status
 * 404 or 410, and the thing is gone.
 */
public final class CleanupController extends GenericController implements TestBean, OnEachServer {
  /** The property of the file that tells what was created. */
  public static final String FILE = "file";

  /** The property that says which things: those that are deleted with a token, or the others. */
  public static final String SIGNED_IN = "signedIn";

  /** The property of the variable that gets the account whose token is needed. */
  public static final String OWNER_VARIABLE = "ownerVariable";

  /** The property of the CSV file of accounts, with the columns email and password. */
  public static final String USERS_FILE = "usersFile";

  /** The property of the variable that gets the account's password. */
  public static final String PASSWORD_VARIABLE = "passwordVariable";

  private static final Logger LOG = LoggerFactory.getLogger(CleanupController.class);

  // Shared by the clones that JMeter makes for its threads.
  private transient AtomicReference<@Nullable CreatedThings> shared = new AtomicReference<>();
  private transient Map<String, String> tokens = new HashMap<>();
  private transient CreatedFile.@Nullable Backwards entries;
  private transient CreatedFile.@Nullable Entry thing;
  private transient boolean isAsked;

  private transient String file = "";
  private transient boolean signedIn;
  private transient String ownerVariable = "";
  private transient String usersFile = "";
  private transient String passwordVariable = "";

  @Override
  public @Nullable Sampler next() {
    if (thing == null && !begin()) {
      return null;
    }
    Sampler sampler = super.next();
    isAsked |= sampler != null;
    return sampler;
  }

  @Override
  protected @Nullable Sampler nextIsNull() {
    reInitialize();
    if (!isAsked) {
      LOG.error("\"{}\" has no request that deletes anything", getName());
      thing = null;
      return null;
    }
    finish();
    return begin() ? next() : null;
  }

  /** Goes on to the next thing; false behind the last one. */
  private boolean begin() {
    TestBeanHelper.prepare(this);
    CreatedThings things = shared.get();
    isAsked = false;
    thing = null;
    if (things == null) {
      return false;
    }
    try {
      CreatedFile.Backwards own = entries;
      if (own == null) {
        own = things.backwards(this::isMine);
        entries = own;
      }
      Optional<CreatedFile.Entry> entry = own.next();
      if (entry.isEmpty()) {
        own.close();
        return false;
      }
      prepare(things, entry.get());
      return true;
    } catch (IOException e) {
      LOG.error("\"{}\": what is to be deleted cannot be read", getName(), e);
      return false;
    }
  }

  private boolean isMine(Created created) {
    JMeterContext context = JMeterContextService.getContext();
    int threads = Math.max(1, context.getThreadGroup().getNumThreads());
    return created.signedIn() == signedIn
        && Math.floorMod(created.user().hashCode(), threads) == context.getThreadNum() % threads;
  }

  private void prepare(CreatedThings things, CreatedFile.Entry entry) throws IOException {
    thing = entry;
    Created created = entry.created();
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    variables.put("cleanup.target", created.target());
    variables.put("cleanup.method", created.method());
    variables.put("cleanup.path", created.path());
    variables.put("cleanup.label", created.label());
    if (!ownerVariable.isEmpty()) {
      variables.put(ownerVariable, created.owner());
    }
    if (!usersFile.isEmpty()) {
      variables.put(
          passwordVariable,
          things.password(
              FileServer.getFileServer().getResolvedFile(usersFile).toPath(), created.owner()));
    }
    String token = tokens.get(created.owner());
    if (token == null) {
      variables.remove(SignInController.TOKEN_VARIABLE);
    } else {
      variables.put(SignInController.TOKEN_VARIABLE, token);
    }
  }

  private void finish() {
    CreatedThings things = shared.get();
    CreatedFile.Entry entry = thing;
    JMeterContext context = JMeterContextService.getContext();
    SampleResult result = context.getPreviousResult();
    if (things == null || entry == null || result == null) {
      return;
    }
    String code = result.getResponseCode();
    boolean isGone = code.equals("404") || code.equals("410");
    if (result.isSuccessful() || isGone) {
      things.deleted(entry, isGone);
    } else {
      things.failed(entry, code);
    }
    String token = context.getVariables().get(SignInController.TOKEN_VARIABLE);
    if (token == null || code.equals("401") || token.equals(CreatedRecorder.MISSING)) {
      tokens.remove(entry.created().owner());
    } else {
      tokens.put(entry.created().owner(), token);
    }
  }

  @Override
  public void testStarted() {
    shared.set(null);
    try {
      shared.set(CreatedThings.open(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      Refusal.say(
          this,
          List.of("the file of what was created cannot be written: " + e.getMessage()),
          "Clean-up Controller");
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
    CleanupController copy = (CleanupController) super.clone();
    copy.shared = shared;
    copy.tokens = new HashMap<>();
    copy.entries = null;
    copy.thing = null;
    return copy;
  }

  /** Serialisation leaves transient fields empty. */
  @Override
  protected Object readResolve() {
    super.readResolve();
    shared = new AtomicReference<>();
    tokens = new HashMap<>();
    return this;
  }

  /** The file that tells what was created. */
  public String getFile() {
    return file;
  }

  /** Sets the file that tells what was created. */
  public void setFile(String file) {
    this.file = file;
  }

  /** Whether it is for the things that are deleted with a token. */
  public boolean isSignedIn() {
    return signedIn;
  }

  /** Sets whether it is for the things that are deleted with a token, or for the others. */
  public void setSignedIn(boolean signedIn) {
    this.signedIn = signedIn;
  }

  /** The variable that gets the account whose token is needed. */
  public String getOwnerVariable() {
    return ownerVariable;
  }

  /** Sets the variable that gets the account whose token is needed; empty: none does. */
  public void setOwnerVariable(String ownerVariable) {
    this.ownerVariable = ownerVariable;
  }

  /** The CSV file of accounts. */
  public String getUsersFile() {
    return usersFile;
  }

  /** Sets the CSV file of accounts, relative to the plan; empty: there is none. */
  public void setUsersFile(String usersFile) {
    this.usersFile = usersFile;
  }

  /** The variable that gets the account's password. */
  public String getPasswordVariable() {
    return passwordVariable;
  }

  /** Sets the variable that gets the account's password. */
  public void setPasswordVariable(String passwordVariable) {
    this.passwordVariable = passwordVariable;
  }
}
