package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.ConsoleTable;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.Timer;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.visualizers.gui.AbstractListenerGui;
import org.jspecify.annotations.Nullable;

/** The panel of {@link SloListener}: the objectives to edit, and the verdict as it stands. */
public final class SloListenerGui extends AbstractListenerGui {
  private static final int REFRESH_MILLIS = 1000;

  private final JTextField reportFolder = new JTextField(30);
  private final JTextField warmUp = new JTextField(30);
  private final JTextField rising = new JTextField(30);
  private final ObjectivesTable objectives = new ObjectivesTable();
  private final JTextArea verdict = new JTextArea();
  private final Timer refresh = new Timer(REFRESH_MILLIS, event -> showVerdict());
  private @Nullable SloListener shown;

  /** Called by JMeter. */
  public SloListenerGui() {
    setLayout(new BorderLayout(0, 5));
    setBorder(makeBorder());
    Box north = Box.createVerticalBox();
    north.add(makeTitlePanel());
    north.add(Form.line("Report folder:", reportFolder, new JLabel()));
    north.add(Form.line("Warm-up:", warmUp, new JLabel("s, left out of the verdict")));
    north.add(Form.line("Rising until a breach:", rising, new JLabel("thread groups, by commas")));
    add(north, BorderLayout.NORTH);
    verdict.setEditable(false);
    verdict.setFont(new Font(Font.MONOSPACED, Font.PLAIN, verdict.getFont().getSize()));
    JPanel verdictPanel = new JPanel(new BorderLayout());
    verdictPanel.setBorder(BorderFactory.createTitledBorder("Verdict"));
    verdictPanel.add(new JScrollPane(verdict), BorderLayout.CENTER);
    verdictPanel.setPreferredSize(new Dimension(200, 200));
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, objectives, verdictPanel);
    split.setResizeWeight(0.5);
    split.setBorder(null);
    add(split, BorderLayout.CENTER);
  }

  @Override
  public void addNotify() {
    super.addNotify();
    refresh.start();
  }

  @Override
  public void removeNotify() {
    refresh.stop();
    super.removeNotify();
  }

  private void showVerdict() {
    SloRun run = shown == null ? null : shown.latestRun();
    String text =
        run == null
            ? "Nothing has been measured yet."
            : ConsoleTable.render(run.view().judgement());
    if (!text.equals(verdict.getText())) {
      verdict.setText(text);
      verdict.setCaretPosition(0);
    }
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
    shown = listener;
    reportFolder.setText(listener.getReportFolder());
    warmUp.setText(listener.getWarmUpSeconds());
    rising.setText(listener.getRisingScenarios());
    objectives.show(listener.getObjectives().stream().map(ObjectiveElement::row).toList());
    showVerdict();
  }

  @Override
  public void modifyTestElement(TestElement element) {
    configureTestElement(element);
    SloListener listener = (SloListener) element;
    listener.setReportFolder(reportFolder.getText().trim());
    listener.setWarmUpSeconds(warmUp.getText().trim());
    listener.setRisingScenarios(rising.getText().trim());
    List<ObjectiveElement> rows = new ArrayList<>();
    for (List<String> row : objectives.rows()) {
      rows.add(new ObjectiveElement(row.get(0), row.get(1), row.get(2), row.get(3)));
    }
    listener.setObjectives(rows);
  }

  @Override
  public void clearGui() {
    super.clearGui();
    shown = null;
    reportFolder.setText(SloListener.DEFAULT_REPORT_FOLDER);
    warmUp.setText("0");
    rising.setText("");
    objectives.show(List.of());
    verdict.setText("");
  }
}
