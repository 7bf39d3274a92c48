package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueData;
import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueSettings;
import com.openshow.loadtest.data.UniqueSource;
import com.openshow.loadtest.data.UniqueType;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.beans.PropertyEditorSupport;
import java.util.List;
import java.util.ResourceBundle;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.apache.jmeter.gui.ClearGui;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.testbeans.TestBeanHelper;
import org.apache.jmeter.testbeans.gui.TestBeanGUI;
import org.apache.jmeter.testelement.TestElement;
import org.jspecify.annotations.Nullable;

/**
 * The place for examples in the form of an element that writes unique data: five values of what the
 * form says, or what is wrong with it. It never has a value, so that none is saved.
 */
public final class UniquePreview extends PropertyEditorSupport implements ClearGui {
  private static final int EXAMPLES = 5;

  private final JTextArea text = new JTextArea(EXAMPLES + 1, 60);
  private final JPanel panel = new Panel();

  /** Called by JMeter. */
  public UniquePreview() {
    text.setEditable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, text.getFont().getSize()));
    text.setName("examples");
    JButton others = new JButton("Five others");
    others.addActionListener(event -> refresh());
    JButton help = new JButton("Help");
    help.addActionListener(event -> help());
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 4));
    buttons.add(others);
    buttons.add(help);
    panel.add(text, BorderLayout.CENTER);
    panel.add(buttons, BorderLayout.SOUTH);
  }

  @Override
  public boolean supportsCustomEditor() {
    return true;
  }

  @Override
  public Component getCustomEditor() {
    return panel;
  }

  @Override
  public @Nullable Object getValue() {
    return null;
  }

  /** Another element is shown, or this one anew. */
  @Override
  public void setValue(@Nullable Object value) {
    // The other fields of the form are filled after this one.
    SwingUtilities.invokeLater(this::refresh);
  }

  @Override
  public void clearGui() {
    text.setText("");
  }

  private void refresh() {
    GuiPackage gui = GuiPackage.getInstance();
    Container form = SwingUtilities.getAncestorOfClass(TestBeanGUI.class, panel);
    if (gui == null || !panel.isShowing() || !(form instanceof TestBeanGUI fields)) {
      return;
    }
    TestElement shown = gui.getCurrentElement();
    if (shown instanceof UniqueElement) {
      text.setText(examples(fields, shown));
      text.setCaretPosition(0);
    }
  }

  /** Examples of what the fields say now, of which the element that they show knows nothing yet. */
  static String examples(TestBeanGUI fields, TestElement shown) {
    // A copy: JMeter itself takes over what the fields say only once, when the element is left.
    TestElement element = (TestElement) shown.clone();
    fields.modifyTestElement(element);
    TestBeanHelper.prepare(element);
    return examples(((UniqueElement) element).spec());
  }

  /** Five values of a run that is nobody's, or what is wrong. */
  static String examples(UniqueSpec spec) {
    StringBuilder lines = new StringBuilder();
    try {
      UniqueType type = spec.type();
      List<String> names = spec.names(type);
      lines.append("${").append(String.join("}, ${", names)).append("}:\n");
      UniqueSource source = UniqueData.start(UniqueSettings.FRESH).source(type);
      for (int i = 0; i < EXAMPLES; i++) {
        lines.append(source.next()).append('\n');
      }
    } catch (UniqueDataException e) {
      e.problems().forEach(problem -> lines.append(problem).append('\n'));
    }
    return lines.toString().stripTrailing();
  }

  private void help() {
    JLabel html =
        new JLabel(ResourceBundle.getBundle(getClass().getName() + "Resources").getString("help"));
    JOptionPane.showMessageDialog(panel, html, "Unique data", JOptionPane.PLAIN_MESSAGE);
  }

  /** Refreshes when another field of the form was left. */
  private final class Panel extends JPanel implements PropertyChangeListener {
    private static final long serialVersionUID = 1;
    private static final String FOCUS = "permanentFocusOwner";

    Panel() {
      super(new BorderLayout());
      setBorder(BorderFactory.createEmptyBorder(4, 4, 4, 4));
    }

    @Override
    public void addNotify() {
      super.addNotify();
      KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener(FOCUS, this);
    }

    @Override
    public void removeNotify() {
      KeyboardFocusManager.getCurrentKeyboardFocusManager()
          .removePropertyChangeListener(FOCUS, this);
      super.removeNotify();
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
      if (event.getOldValue() instanceof Component left
          && getParent() != null
          && SwingUtilities.isDescendingFrom(left, form())) {
        SwingUtilities.invokeLater(UniquePreview.this::refresh);
      }
    }

    private Component form() {
      Component group = getParent();
      return group.getParent() == null ? group : group.getParent();
    }
  }
}
