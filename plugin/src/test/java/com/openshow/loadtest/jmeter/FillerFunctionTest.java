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

final class FillerFunctionTest {
  @BeforeAll
  static void openHome(@TempDir Path home) throws Exception {
    TestHome.open(home);
    JMeterContextService.getContext().setVariables(new JMeterVariables());
  }

  @Test
  void jmeterFindsItAndItsArgumentsHaveDescriptions() {
    assertThat(ServiceLoader.load(Function.class).stream())
        .filteredOn(provider -> provider.type().equals(FillerFunction.class))
        .hasSize(1)
        .allSatisfy(f -> assertThat(f.get().getArgumentDesc()).hasSize(4));
  }

  @Test
  void jmetersOwnParserReadsIt() throws Exception {
    assertThat(evaluate("${__filler(Name.fullName)}")).hasSizeBetween(4, 50);
    assertThat(evaluate("${__filler(Lorem.paragraph,la,,)}")).as("no Latin in Datafaker").isEmpty();
    assertThat(evaluate("${__filler(Lorem.paragraph,,12)}")).hasSizeBetween(1, 12);
    assertThat(evaluate("${__filler(#{number.numberBetween '3'\\,'4'}%,de,,share)}"))
        .isEqualTo("3%");
    assertThat(evaluate("${__filler(#{regexify '[\\\\d\\,](x)'})}"))
        .as("as the generator escapes backslashes and commas")
        .matches("[\\d,]x");
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    assertThat(variables.get("share")).isEqualTo("3%");
    assertThat(variables.get("share.segment")).isEqualTo("3%25");
    evaluate("${__filler(#{regexify '\"'}x,,,quoted)}");
    assertThat(variables.get("quoted.json")).isEqualTo("\\\"x");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    FillerFunction function = new FillerFunction();
    function.setParameters(List.of(new CompoundVariable("Name.nope")));
    assertThatThrownBy(() -> function.execute(null, null))
        .isInstanceOf(InvalidVariableException.class)
        .hasMessageStartingWith("__filler: Datafaker has nothing for \"#{Name.nope}\"");
    assertThatThrownBy(() -> new FillerFunction().setParameters(List.of()))
        .isInstanceOf(InvalidVariableException.class);
  }

  private static String evaluate(String text) throws InvalidVariableException {
    CompoundVariable variable = new CompoundVariable();
    variable.setParameters(text);
    return variable.execute();
  }
}
