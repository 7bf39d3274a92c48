package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testbeans.gui.TestBeanGUI;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of unique data, by what people touch: text fields and lists. */
final class UniqueFormsTest {
  @TempDir private static Path home;

  @BeforeAll
  static void openHome() throws Exception {
    TestHome.open(home);
  }

  static Stream<Class<? extends TestElement>> elements() {
    return UniqueElementsTest.elements();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void whatIsTypedIsSavedAndShownAgainThoughExamplesWereDrawnMeanwhile(
      Class<? extends TestElement> type) throws Exception {
    TestBeanGUI form = new TestBeanGUI(type);
    TestElement element = form.createTestElement();
    form.configure(element);
    Map<String, Component> fields = fields(form);
    assertThat(fields).hasSizeGreaterThanOrEqualTo(5);
    for (Map.Entry<String, Component> field : fields.entrySet()) {
      edit(field.getValue());
      // As when the field is left.
      assertThat(UniquePreview.examples(form, element)).isNotEmpty();
    }
    Map<String, String> typed = values(fields);
    form.modifyTestElement(element);

    TestBeanGUI again = new TestBeanGUI(type);
    again.configure(reloaded(element));

    assertThat(values(fields(again))).isEqualTo(typed);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void examplesAreOfWhatTheFieldsSayAndTheElementIsLeftAlone(Class<? extends TestElement> type) {
    TestBeanGUI form = new TestBeanGUI(type);
    TestElement element = form.createTestElement();
    form.configure(element);
    JTextComponent variable =
        (JTextComponent) Objects.requireNonNull(fields(form).get("Name of the variable:"));
    variable.setText("mine");

    assertThat(UniquePreview.examples(form, element)).startsWith("${mine}");
    assertThat(element.getPropertyAsString("variable")).isEmpty();
  }

  private static void edit(Component field) {
    if (field instanceof JTextComponent text) {
      text.setText("typed " + text.hashCode());
      return;
    }
    JComboBox<?> list = (JComboBox<?>) field;
    Object before = list.getSelectedItem();
    // Its other entries are JMeter's own, such as "Edit".
    Object other =
        IntStream.range(0, list.getItemCount())
            .mapToObj(list::getItemAt)
            .filter(item -> item instanceof String && !item.equals(before))
            .findFirst()
            .orElseThrow();
    list.setSelectedItem(other);
  }

  private static Map<String, String> values(Map<String, Component> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach(
        (name, field) ->
            values.put(
                name,
                field instanceof JTextComponent text
                    ? text.getText()
                    : String.valueOf(((JComboBox<?>) field).getSelectedItem())));
    return values;
  }

  /** Text fields and lists by their labels. */
  private static Map<String, Component> fields(Container form) {
    Map<String, Component> fields = new LinkedHashMap<>();
    for (Component component : all(form)) {
      if (component instanceof JLabel label
          && (label.getLabelFor() instanceof JTextComponent
              || label.getLabelFor() instanceof JComboBox)) {
        fields.put(label.getText(), label.getLabelFor());
      }
    }
    return fields;
  }

  private static List<Component> all(Container container) {
    List<Component> all = new ArrayList<>();
    for (Component child : container.getComponents()) {
      all.add(child);
      if (child instanceof Container inner) {
        all.addAll(all(inner));
      }
    }
    return all;
  }

  private static TestElement reloaded(TestElement element) throws Exception {
    ListedHashTree tree = new ListedHashTree();
    tree.add(element);
    Path file = home.resolve("forms.jmx");
    try (OutputStream out = Files.newOutputStream(file)) {
      SaveService.saveTree(tree, out);
    }
    return (TestElement) SaveService.loadTree(file.toFile()).getArray()[0];
  }
}
