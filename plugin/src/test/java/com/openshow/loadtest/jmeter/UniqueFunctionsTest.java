package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.Function;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UniqueFunctionsTest {
  @BeforeAll
  static void openHome(@TempDir Path home) throws Exception {
    TestHome.open(home);
    JMeterContextService.getContext().setVariables(new JMeterVariables());
  }

  @Test
  void jmeterFindsThemAndTheirArgumentsHaveDescriptions() {
    List<UniqueFunction> found =
        ServiceLoader.load(Function.class).stream()
            .filter(provider -> UniqueFunction.class.isAssignableFrom(provider.type()))
            .map(provider -> (UniqueFunction) provider.get())
            .toList();
    assertThat(found)
        .extracting(UniqueFunction::getReferenceKey)
        .containsExactlyInAnyOrder(
            "__uniqueEmail",
            "__uniqueProject",
            "__uniqueUsername",
            "__uniqueId",
            "__uniquePhone",
            "__uniquePattern");
    assertThat(found).allSatisfy(f -> assertThat(f.getArgumentDesc()).hasSizeBetween(2, 3));
  }

  @Test
  void jmetersOwnParserReadsThem() throws Exception {
    assertThat(evaluate("${__uniqueEmail}")).matches("lt-[a-z0-9-]{30,31}@example\\.com");
    assertThat(evaluate("${__uniqueEmail()}")).endsWith("@example.com");
    assertThat(evaluate("${__uniqueEmail(mail.test,40)}")).hasSizeBetween(30, 40);
    assertThat(evaluate("${__uniqueUsername(15)}")).matches("lt[a-z0-9]{13}");
    assertThat(evaluate("${__uniqueId(ulid)}")).matches("[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(evaluate("${__uniquePhone(us)}")).matches("\\+1[0-9]{3}55501[0-9]{2}");
    assertThat(evaluate("${__uniquePattern(INV-{yyyy}-{seq:8})}")).matches("INV-2[0-9]{3}-0{7}1");
    assertThat(evaluate("${__uniquePattern(INV-{yyyy}-{seq:8})}"))
        .as("the same pattern elsewhere in the plan goes on with the same numbers")
        .endsWith("-00000002");
    assertThat(evaluate("${__uniqueProject(,title)}")).startsWith("Load test project lt-");
    assertThat(JMeterContextService.getContext().getVariables().get("title"))
        .startsWith("Load test project lt-");
  }

  @Test
  void argumentsMayBeVariables() throws Exception {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    CompoundVariable email = new CompoundVariable("${__uniqueEmail(${domain})}");
    for (String domain : List.of("a.test", "b.test", "a.test")) {
      variables.put("domain", domain);
      assertThat(email.execute()).endsWith("@" + domain);
    }
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    UniqueIdFunction function = new UniqueIdFunction();
    function.setParameters(List.of(new CompoundVariable("guid")));
    assertThatThrownBy(() -> function.execute(null, null))
        .isInstanceOf(InvalidVariableException.class)
        .hasMessage("__uniqueId: format must be one of [uuid, ulid, sequence], but was \"guid\"");
    assertThatThrownBy(
            () ->
                new UniqueIdFunction()
                    .setParameters(
                        List.of(
                            new CompoundVariable("a"),
                            new CompoundVariable("b"),
                            new CompoundVariable("c"))))
        .isInstanceOf(InvalidVariableException.class);
  }

  private static String evaluate(String text) throws InvalidVariableException {
    CompoundVariable variable = new CompoundVariable();
    variable.setParameters(text);
    return variable.execute();
  }
}
