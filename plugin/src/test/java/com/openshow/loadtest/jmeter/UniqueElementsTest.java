package com.openshow.loadtest.jmeter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.measure.SampleKey;
import java.beans.BeanInfo;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jmeter.engine.event.LoopIterationEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testbeans.TestBeanHelper;
import org.apache.jmeter.testbeans.gui.GenericTestBeanCustomizer;
import org.apache.jmeter.testbeans.gui.TestBeanGUI;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UniqueElementsTest {
  /** As plans said it before there were options. */
  private static final String EARLIER_PLAN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <jmeterTestPlan version="1.2" properties="5.0" jmeter="5.6.3">
        <hashTree>
          <com.openshow.loadtest.jmeter.UniqueDataSampler guiclass="TestBeanGUI" \
      testclass="com.openshow.loadtest.jmeter.UniqueDataSampler" testname="Unique project">
            <stringProp name="type">project</stringProp>
            <stringProp name="prefix">auth_</stringProp>
            <boolProp name="showSample">false</boolProp>
          </com.openshow.loadtest.jmeter.UniqueDataSampler>
          <hashTree/>
        </hashTree>
      </jmeterTestPlan>
      """;

  @TempDir private static Path home;

  @BeforeAll
  static void openHome() throws Exception {
    TestHome.open(home);
  }

  @BeforeEach
  void freshVariables() {
    JMeterContextService.getContext().setVariables(new JMeterVariables());
  }

  static Stream<Class<? extends TestElement>> elements() {
    return Stream.of(
        UniqueDataSampler.class,
        UniqueEmailSampler.class,
        UniqueProjectSampler.class,
        UniqueVariables.class);
  }

  @Test
  void aPlanThatKnowsNoOptionsWritesWhatItAlwaysWrote() throws Exception {
    UniqueDataSampler sampler = (UniqueDataSampler) load(EARLIER_PLAN.getBytes(UTF_8));

    assertThat(run(sampler)).isNull();

    String id = variable("auth_project_title").substring("Load test project ".length());
    assertThat(id).matches("lt-[a-z0-9]{8}-[a-z0-9]{13}-[a-z0-9]{8}");
    assertThat(variable("auth_project_description"))
        .isEqualTo("Made by a load test, can be deleted: " + id);
    assertThat(variable("auth_project_tag")).isEqualTo("load-test");
  }

  @Test
  void aSampleThatIsShownSaysWhatWasWritten() {
    UniqueEmailSampler sampler = new UniqueEmailSampler();
    sampler.setProperty("domain", "mail.test");
    sampler.setProperty("maxLength", "40");
    sampler.setProperty("variable", "address");
    sampler.setProperty("showSample", true);

    SampleResult result = Objects.requireNonNull(run(sampler));

    assertThat(result.isSuccessful()).isTrue();
    assertThat(variable("address")).hasSizeLessThanOrEqualTo(40).endsWith("@mail.test");
    assertThat(result.getResponseDataAsString()).isEqualTo("address=" + variable("address") + "\n");
  }

  @Test
  void aSampleThatIsShownCountsOnlyWhereItShallOrWhereItFailed() {
    UniqueEmailSampler sampler = new UniqueEmailSampler();
    sampler.setName("Address");
    sampler.setProperty("showSample", true);
    String leftOut = Objects.requireNonNull(run(sampler)).getSampleLabel();
    assertThat(leftOut).isEqualTo("data: Address");
    assertThat(SampleKey.isJudged(leftOut)).isFalse();

    sampler.setProperty("domain", "gmail.com");
    assertThat(Objects.requireNonNull(run(sampler)).getSampleLabel()).isEqualTo("Address");

    sampler.setProperty("domain", "");
    sampler.setProperty("counted", true);
    assertThat(Objects.requireNonNull(run(sampler)).getSampleLabel()).isEqualTo("Address");
  }

  @Test
  void eachSampleAndEachIterationHasAnotherValue() {
    UniqueProjectSampler sampler = new UniqueProjectSampler();
    UniqueVariables config = new UniqueVariables();
    config.setProperty("type", "id");
    config.setProperty("format", "ulid");
    TestBeanHelper.prepare(config);
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      run(sampler);
      config.iterationStart(new LoopIterationEvent(null, i));
      seen.merge(variable("project_title"), 1, Integer::sum);
      seen.merge(variable("unique_id"), 1, Integer::sum);
    }
    assertThat(seen).hasSize(200);
  }

  @Test
  void whatCannotStayUniqueFailsWithAllReasonsAndIsShown() {
    UniqueDataSampler sampler = new UniqueDataSampler();
    sampler.setProperty("type", "email");
    sampler.setProperty("domain", "gmail.com");
    sampler.setProperty("maxLength", "20");
    sampler.setProperty("pattern", "x");
    sampler.setProperty("showSample", false);

    SampleResult result = Objects.requireNonNull(run(sampler));

    assertThat(result.isSuccessful()).isFalse();
    assertThat(result.getResponseMessage())
        .contains(
            "email has no option \"pattern\"; it has [domain, own_domain, max_length]",
            "the domain \"gmail.com\" may belong to somebody",
            "an address at gmail.com needs at least 26 characters");
  }

  @ParameterizedTest
  @MethodSource("elements")
  void anElementThatIsEditedSavedAndLoadedIsTheSame(Class<? extends TestElement> type)
      throws Exception {
    TestBeanGUI gui = new TestBeanGUI(type);
    TestElement element = gui.createTestElement();
    gui.configure(element);
    for (PropertyDescriptor field : fields(type)) {
      if (field.getPropertyType() == String.class) {
        // The list of types is closed.
        String text = field.getName().equals("type") ? "phone" : "typed " + field.getName();
        element.setProperty(field.getName(), text);
      } else {
        element.setProperty(field.getName(), true);
      }
    }
    gui.configure(element);
    TestElement edited = gui.createTestElement();
    gui.configure(element);
    gui.modifyTestElement(edited);

    byte[] saved = save(edited);
    TestElement loaded = load(saved);

    assertThat(loaded).isEqualTo(edited);
    assertThat(save(loaded)).isEqualTo(saved);
    for (PropertyDescriptor field : fields(type)) {
      assertThat(loaded.getPropertyAsString(field.getName()))
          .isIn("typed " + field.getName(), "phone", "true");
    }
    assertThat(new String(saved, UTF_8)).doesNotContain("preview");
  }

  @ParameterizedTest
  @MethodSource("elements")
  void everyFieldHasANameAndATooltip(Class<? extends TestElement> type) throws Exception {
    assertThat(Introspector.getBeanInfo(type).getBeanDescriptor().getDisplayName())
        .startsWith("Unique ");
    for (PropertyDescriptor field : fields(type)) {
      assertThat(field.getDisplayName()).isNotEqualTo(field.getName());
      assertThat(field.getShortDescription()).isNotEqualTo(field.getDisplayName());
    }
  }

  @Test
  void theExamplesAreFiveValuesOrWhatIsWrong() {
    UniqueSpec spec = new UniqueSpec("project");
    spec.prefix("x_");
    assertThat(UniquePreview.examples(spec).lines())
        .hasSize(6)
        .first()
        .isEqualTo("${x_project_title}, ${x_project_description}, ${x_project_tag}:");
    spec.key("cat");
    assertThat(UniquePreview.examples(spec))
        .isEqualTo(
            "unknown type of unique data \"cat\"; expected one of"
                + " [email, project, username, id, phone, pattern]");
  }

  private static List<PropertyDescriptor> fields(Class<?> type) throws Exception {
    BeanInfo info = Introspector.getBeanInfo(type);
    return Arrays.stream(info.getPropertyDescriptors())
        .filter(field -> field.getValue(GenericTestBeanCustomizer.GROUP) != null)
        .filter(field -> !field.getName().equals(UniqueElement.PREVIEW))
        .toList();
  }

  private static byte[] save(TestElement element) throws Exception {
    HashTree tree = new ListedHashTree();
    tree.add(element);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SaveService.saveTree(tree, out);
    return out.toByteArray();
  }

  private static TestElement load(byte[] plan) throws Exception {
    Path file = Files.write(home.resolve("plan.jmx"), plan);
    return (TestElement) SaveService.loadTree(file.toFile()).getArray()[0];
  }

  private static @Nullable SampleResult run(UniqueSampler sampler) {
    TestBeanHelper.prepare(sampler);
    return sampler.sample(null);
  }

  private static String variable(String name) {
    return Objects.requireNonNull(JMeterContextService.getContext().getVariables().get(name), name);
  }
}
