package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.apache.jmeter.control.gui.AbstractControllerGui;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link WeightedThroughputController}. */
public final class WeightedThroughputControllerGui extends AbstractControllerGui {
  private final JTextField weight = new JTextField(20);
  private final JLabel share = new JLabel();

  /** Called by JMeter. */
  public WeightedThroughputControllerGui() {
    setLayout(new BorderLayout(0, 5));
    setBorder(makeBorder());
    add(makeTitlePanel(), BorderLayout.NORTH);
    JPanel body = new JPanel(new BorderLayout());
    body.add(Form.line("Weight:", weight, share), BorderLayout.NORTH);
    add(body, BorderLayout.CENTER);
  }

  @Override
  public String getStaticLabel() {
    return "Weighted Throughput Controller";
  }

  @Override
  public String getLabelResource() {
    return getClass().getSimpleName();
  }

  @Override
  public TestElement createTestElement() {
    TestElement element = new WeightedThroughputController();
    modifyTestElement(element);
    return element;
  }

  @Override
  public void configure(TestElement element) {
    super.configure(element);
    weight.setText(((WeightedThroughputController) element).getWeight());
    share.setText(WeightShare.describe());
  }

  @Override
  public void modifyTestElement(TestElement element) {
    configureTestElement(element);
    ((WeightedThroughputController) element).setWeight(weight.getText().trim());
  }

  @Override
  public void clearGui() {
    super.clearGui();
    weight.setText("1");
    share.setText("");
  }
}
