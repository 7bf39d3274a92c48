package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import javax.swing.JLabel;
import org.apache.jmeter.control.gui.AbstractControllerGui;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link WeightedMixController}: it has nothing to set but its name. */
public final class WeightedMixControllerGui extends AbstractControllerGui {
  /** Called by JMeter. */
  public WeightedMixControllerGui() {
    setLayout(new BorderLayout(0, 5));
    setBorder(makeBorder());
    add(makeTitlePanel(), BorderLayout.NORTH);
    JLabel help =
        new JLabel(
            "<html>Runs exactly one of its children at each iteration of a thread, so that over all"
                + " threads of the group each child gets its share.<br>The weight stands on each"
                + " child: a Weighted Throughput Controller. Any other child has weight 1.</html>");
    help.setVerticalAlignment(JLabel.TOP);
    add(help, BorderLayout.CENTER);
  }

  @Override
  public String getStaticLabel() {
    return "Weighted Mix Controller";
  }

  @Override
  public String getLabelResource() {
    return getClass().getSimpleName();
  }

  @Override
  public TestElement createTestElement() {
    TestElement element = new WeightedMixController();
    modifyTestElement(element);
    return element;
  }

  @Override
  public void modifyTestElement(TestElement element) {
    configureTestElement(element);
  }
}
