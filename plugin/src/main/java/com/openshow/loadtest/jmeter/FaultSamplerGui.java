package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import javax.swing.Box;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import org.apache.jmeter.samplers.gui.AbstractSamplerGui;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link FaultSampler}: when it is on, and what switches it on and off. */
public final class FaultSamplerGui extends AbstractSamplerGui {
  private final JTextField at = new JTextField(20);
  private final JTextField length = new JTextField(20);
  private final ActionPanel start = new ActionPanel();
  private final ActionPanel stop = new ActionPanel();

  /** Called by JMeter. */
  public FaultSamplerGui() {
    setLayout(new BorderLayout(0, 5));
    setBorder(makeBorder());
    at.setToolTipText("Counted from the start of the thread group; an expression is as good.");
    length.setToolTipText(
        "From the moment it is on; shorter when the test is stopped or its load ends before.");
    Box north = Box.createVerticalBox();
    north.add(makeTitlePanel());
    north.add(Form.line("Begins after:", at, new JLabel("s")));
    north.add(Form.line("Lasts for:", length, new JLabel("s")));
    add(north, BorderLayout.NORTH);
    JTabbedPane tabs = new JTabbedPane();
    tabs.addTab("Switches it on", null, start, "What is done when the fault begins");
    tabs.addTab(
        "Switches it off",
        null,
        stop,
        "What is done when the fault ends, however the test ends; tried three times, and also when"
            + " the fault could not be switched on");
    JPanel body = new JPanel(new BorderLayout());
    body.add(tabs, BorderLayout.CENTER);
    add(body, BorderLayout.CENTER);
  }

  @Override
  public String getStaticLabel() {
    return "Fault";
  }

  @Override
  public String getLabelResource() {
    return getClass().getSimpleName();
  }

  @Override
  public TestElement createTestElement() {
    TestElement element = new FaultSampler();
    modifyTestElement(element);
    return element;
  }

  @Override
  public void configure(TestElement element) {
    super.configure(element);
    FaultSampler fault = (FaultSampler) element;
    at.setText(fault.getAtSeconds());
    length.setText(fault.getForSeconds());
    start.show(fault.getStart());
    stop.show(fault.getStop());
  }

  @Override
  public void modifyTestElement(TestElement element) {
    configureTestElement(element);
    FaultSampler fault = (FaultSampler) element;
    fault.setAtSeconds(at.getText().trim());
    fault.setForSeconds(length.getText().trim());
    fault.setStart(start.action());
    fault.setStop(stop.action());
  }

  @Override
  public void clearGui() {
    super.clearGui();
    at.setText("");
    length.setText("");
    start.show(ActionText.empty("PUT"));
    stop.show(ActionText.empty("DELETE"));
  }
}
