package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.apache.jmeter.control.gui.AbstractControllerGui;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link SignInController}. */
public final class SignInControllerGui extends AbstractControllerGui {
  private final JTextField token = new JTextField(30);

  /** Called by JMeter. */
  public SignInControllerGui() {
    setLayout(new BorderLayout(0, 5));
    setBorder(makeBorder());
    add(makeTitlePanel(), BorderLayout.NORTH);
    JPanel body = new JPanel(new BorderLayout());
    body.add(
        Form.line("Token from outside:", token, new JLabel("empty: sign in")), BorderLayout.NORTH);
    add(body, BorderLayout.CENTER);
  }

  @Override
  public String getStaticLabel() {
    return "Sign-in Controller";
  }

  @Override
  public String getLabelResource() {
    return getClass().getSimpleName();
  }

  @Override
  public TestElement createTestElement() {
    TestElement element = new SignInController();
    modifyTestElement(element);
    return element;
  }

  @Override
  public void configure(TestElement element) {
    super.configure(element);
    token.setText(((SignInController) element).getGivenToken());
  }

  @Override
  public void modifyTestElement(TestElement element) {
    configureTestElement(element);
    ((SignInController) element).setGivenToken(token.getText().trim());
  }

  @Override
  public void clearGui() {
    super.clearGui();
    token.setText("");
  }
}
