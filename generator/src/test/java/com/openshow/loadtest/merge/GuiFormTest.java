package com.openshow.loadtest.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.ScenarioFixture;
import com.openshow.loadtest.plan.Plans;
import com.openshow.loadtest.runtime.JMeterRuntime;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.gui.JMeterGUIComponent;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testbeans.gui.TestBeanGUI;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JMeter's GUI rewrites each element that somebody looks at. A plan that says the same in another
 * form would be taken for an edited one.
 */
final class GuiFormTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {ScenarioFixture.SEED, ScenarioFixture.EVERY_KEY})
  void lookingAtEveryElementAndSavingIsNoEdit(String resource) throws Exception {
    JMeterRuntime.start();
    for (Map.Entry<String, byte[]> plan : plans(resource).entrySet()) {
      Path file = Files.write(folder.resolve(plan.getKey()), plan.getValue());
      HashTree tree = SaveService.loadTree(file.toFile());
      lookAtAll(tree);
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      SaveService.saveTree(tree, saved);
      assertThat(differences(PlanXml.read(plan.getValue()), PlanXml.read(saved.toByteArray())))
          .as(plan.getKey())
          .isEmpty();
    }
  }

  private static List<String> differences(PlanNode generated, PlanNode saved) {
    List<String> differences = new ArrayList<>();
    if (!Xml.same(generated.element(), saved.element())) {
      differences.add(generated.element() + " is not " + saved.element());
    }
    assertThat(saved.children()).hasSameSizeAs(generated.children());
    for (int i = 0; i < generated.children().size(); i++) {
      differences.addAll(differences(generated.children().get(i), saved.children().get(i)));
    }
    return differences;
  }

  private static void lookAtAll(HashTree tree) throws Exception {
    for (Object item : tree.list()) {
      TestElement element = (TestElement) item;
      Class<?> gui = Class.forName(element.getPropertyAsString(TestElement.GUI_CLASS));
      JMeterGUIComponent panel =
          gui == TestBeanGUI.class
              ? new TestBeanGUI(element.getClass())
              : (JMeterGUIComponent) gui.getDeclaredConstructor().newInstance();
      panel.clearGui();
      panel.configure(element);
      panel.modifyTestElement(element);
      lookAtAll(tree.getTree(item));
    }
  }

  private static Map<String, byte[]> plans(String name) throws Exception {
    ScenarioFixture fixture = ScenarioFixture.of(name);
    return Plans.files(fixture.loadTest(), fixture.source());
  }
}
