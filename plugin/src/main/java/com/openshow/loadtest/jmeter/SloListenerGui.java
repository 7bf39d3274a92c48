package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.LiveView;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.Box;
import javax.swing.JLabel;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.visualizers.gui.AbstractListenerGui;
import org.jspecify.annotations.Nullable;

/** The panel of {@link SloListener}: the objectives to edit, and the verdict as it stands. */
public final class SloListenerGui extends AbstractListenerGui {
  private final JTextField reportFolder = new JTextField(30);
  private final JTextField warmUp = new JTextField(30);
  private final JTextField rising = new JTextField(30);
  private final RowsTable<ObjectiveElement> objectives =
      new RowsTable<>("Objectives", 8, ObjectiveColumn.values(), ObjectiveElement::new);
  private final RowsTable<SourceElement> sources =
      new RowsTable<>("Sources of metrics", 2, SourceColumn.values(), SourceElement::new);
  private final RowsTable<BackendElement> backend =
      new RowsTable<>("Objectives of the backend", 4, BackendColumn.values(), BackendElement::new);
  private final VerdictHeadline headline = new VerdictHeadline();
  private final VerdictPanel verdict = new VerdictPanel();
  private final JTabbedPane tabs = new JTabbedPane();
  private volatile @Nullable SloListener shown;

  // The run whose verdict was brought to the front; from there on the person decides.
  private @Nullable SloRun brought;
  private @Nullable LiveVerdict live;

  /** Called by JMeter. */
  public SloListenerGui() {
    setLayout(new BorderLayout(0, 5));
    setBorder(makeBorder());
    Box north = Box.createVerticalBox();
    north.add(makeTitlePanel());
    north.add(Form.line("Report folder:", reportFolder, new JLabel()));
    north.add(Form.line("Warm-up:", warmUp, new JLabel("s, left out of the verdict")));
    north.add(Form.line("Rising until a breach:", rising, new JLabel("thread groups, by commas")));
    north.add(headline);
    add(north, BorderLayout.NORTH);
    tabs.addTab("Objectives", objectives);
    JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, sources, backend);
    both.setResizeWeight(0.3);
    tabs.addTab("Backend", both);
    tabs.addTab("Verdict", verdict);
    add(tabs, BorderLayout.CENTER);
  }

  @Override
  public void addNotify() {
    super.addNotify();
    stop();
    live = new LiveVerdict(this::run, this::show);
  }

  @Override
  public void removeNotify() {
    stop();
    super.removeNotify();
  }

  private void show(SloRun run, LiveView view, List<VerdictRow> rows) {
    headline.show(view);
    verdict.show(view, rows);
    if (run != brought) {
      brought = run;
      tabs.setSelectedComponent(verdict);
    }
  }

  private void showNothing() {
    headline.clear();
    verdict.clear();
  }

  private void stop() {
    LiveVerdict old = live;
    if (old != null) {
      old.end();
      live = null;
    }
  }

  private @Nullable SloRun run() {
    SloListener listener = shown;
    return listener == null ? null : listener.latestRun();
  }

  @Override
  public String getStaticLabel() {
    return "SLO Assertion Listener";
  }

  @Override
  public String getLabelResource() {
    return getClass().getSimpleName();
  }

  @Override
  public TestElement createTestElement() {
    TestElement element = new SloListener();
    modifyTestElement(element);
    return element;
  }

  @Override
  public void configure(TestElement element) {
    super.configure(element);
    SloListener listener = (SloListener) element;
    SloRun before = run();
    shown = listener;
    if (run() != before) {
      showNothing();
    }
    reportFolder.setText(listener.getReportFolder());
    warmUp.setText(listener.getWarmUpSeconds());
    rising.setText(listener.getRisingScenarios());
    objectives.show(listener.getObjectives());
    sources.show(listener.getSources());
    backend.show(listener.getBackendObjectives());
  }

  @Override
  public void modifyTestElement(TestElement element) {
    configureTestElement(element);
    SloListener listener = (SloListener) element;
    listener.setReportFolder(reportFolder.getText().trim());
    listener.setWarmUpSeconds(warmUp.getText().trim());
    listener.setRisingScenarios(rising.getText().trim());
    listener.setObjectives(objectives.rows());
    listener.setSources(sources.rows());
    listener.setBackendObjectives(backend.rows());
  }

  @Override
  public void clearGui() {
    super.clearGui();
    shown = null;
    reportFolder.setText(SloListener.DEFAULT_REPORT_FOLDER);
    warmUp.setText("0");
    rising.setText("");
    objectives.show(List.of());
    sources.show(List.of());
    backend.show(List.of());
    showNothing();
  }
}
