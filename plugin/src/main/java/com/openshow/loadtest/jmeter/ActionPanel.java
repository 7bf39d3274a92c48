package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import javax.swing.Box;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** The fields of one {@link ActionText}; those of the kind that is chosen are to be seen. */
final class ActionPanel extends JPanel {
  private static final int AREA_ROWS = 4;
  private static final int AREA_COLUMNS = 40;

  private final JComboBox<String> kind =
      new JComboBox<>(new String[] {ActionText.HTTP, ActionText.COMMAND});
  private final JTextField timeout = new JTextField(20);
  private final JTextField method = new JTextField(20);
  private final JTextField url = new JTextField(20);
  private final JTextField status = new JTextField(20);
  private final JTextArea headers = new JTextArea(AREA_ROWS, AREA_COLUMNS);
  private final JTextArea body = new JTextArea(AREA_ROWS, AREA_COLUMNS);
  private final JTextArea command = new JTextArea(2 * AREA_ROWS, AREA_COLUMNS);
  private final CardLayout cards = new CardLayout();
  private final JPanel kinds = new JPanel(cards);

  ActionPanel() {
    super(new BorderLayout(0, 5));
    kind.setToolTipText(
        "http: a request of its own, which no statistics count; command: a program of this machine,"
            + " which needs -J"
            + LoadTestProperties.ALLOW_COMMANDS
            + "=true");
    timeout.setToolTipText("After so long it is given up; a program is killed with its children.");
    method.setToolTipText("Such as PUT, POST or DELETE.");
    url.setToolTipText("With the host, such as ${target_url}/faults/replica-down.");
    status.setToolTipText("Which status tells that it was done, by commas; empty: 200 to 299.");
    headers.setToolTipText("A line each: Name: value. Secrets by ${__secret(property,VARIABLE)}.");
    body.setToolTipText("Sent as application/json unless a header says otherwise.");
    command.setToolTipText(
        "A line a word, the program first; there is no shell. Everybody on this machine can see the"
            + " words: secrets come from the environment.");
    Box top = Box.createVerticalBox();
    top.add(Form.line("By:", kind, new JLabel()));
    top.add(Form.line("Timeout:", timeout, new JLabel("s")));
    add(top, BorderLayout.NORTH);
    kinds.add(request(), ActionText.HTTP);
    kinds.add(titled("Command, a line a word", command), ActionText.COMMAND);
    kind.addActionListener(event -> showKind());
    add(kinds, BorderLayout.CENTER);
  }

  private JPanel request() {
    Box lines = Box.createVerticalBox();
    lines.add(Form.line("Method:", method, new JLabel()));
    lines.add(Form.line("URL:", url, new JLabel()));
    lines.add(Form.line("Expected status:", status, new JLabel("empty: 200 to 299")));
    lines.add(titled("Headers, a line each", headers));
    lines.add(titled("Body", body));
    JPanel request = new JPanel(new BorderLayout());
    request.add(lines, BorderLayout.NORTH);
    return request;
  }

  private static JPanel titled(String title, JTextArea area) {
    JPanel panel = new JPanel(new BorderLayout(0, 3));
    JLabel caption = new JLabel(title);
    caption.setLabelFor(area);
    panel.add(caption, BorderLayout.NORTH);
    panel.add(new JScrollPane(area), BorderLayout.CENTER);
    return panel;
  }

  private void showKind() {
    cards.show(kinds, String.valueOf(kind.getSelectedItem()));
  }

  void show(ActionText action) {
    kind.setSelectedItem(action.kind());
    timeout.setText(action.timeoutSeconds());
    method.setText(action.method());
    url.setText(action.url());
    status.setText(action.status());
    headers.setText(action.headers());
    body.setText(action.body());
    command.setText(action.command());
    showKind();
  }

  ActionText action() {
    return new ActionText(
        String.valueOf(kind.getSelectedItem()),
        method.getText().trim(),
        url.getText().trim(),
        headers.getText(),
        body.getText(),
        status.getText().trim(),
        command.getText(),
        timeout.getText().trim());
  }
}
