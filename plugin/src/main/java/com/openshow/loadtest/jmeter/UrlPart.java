package com.openshow.loadtest.jmeter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.AbstractFunction;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code ${__urlPart(URL,protocol|host|port)}}: JMeter's HTTP Request Defaults want in
 * three fields what people write, and override, as one URL. The port is the protocol's own where
 * the URL names none.
 */
public final class UrlPart extends AbstractFunction {
  private static final String KEY = "__urlPart";

  private List<CompoundVariable> parameters = List.of();
  // All threads share a function, and nearly always ask it the same: each request does three times.
  private volatile Answer latest = new Answer("", "", "");

  /** A part of a URL. */
  private record Answer(String url, String part, String value) {}

  @Override
  public String execute(@Nullable SampleResult previous, @Nullable Sampler current)
      throws InvalidVariableException {
    String url = parameters.get(0).execute().trim();
    String part = parameters.get(1).execute().trim();
    Answer answer = latest;
    if (!answer.url().equals(url) || !answer.part().equals(part)) {
      answer = new Answer(url, part, part(url, part));
      latest = answer;
    }
    return answer.value();
  }

  /**
   * The asked part of the URL.
   *
   * @throws InvalidVariableException when {@code url} is not {@code http(s)://host[:port]}, or
   *     {@code part} not one of the three
   */
  static String part(String url, String part) throws InvalidVariableException {
    URI uri = parse(url);
    return switch (part) {
      case "protocol" -> uri.getScheme().toLowerCase(Locale.ROOT);
      case "host" -> uri.getHost();
      case "port" -> Integer.toString(port(uri));
      default ->
          throw new InvalidVariableException(
              KEY + ": part must be protocol, host or port, but was \"" + part + "\"");
    };
  }

  private static URI parse(String url) throws InvalidVariableException {
    String rule = KEY + ": URL must be http(s)://host[:port] without a path, but was \"";
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new InvalidVariableException(rule + url + "\"", e);
    }
    String scheme = uri.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    boolean bare =
        (uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getRawUserInfo() == null;
    if (!http || uri.getHost() == null || !bare) {
      throw new InvalidVariableException(rule + url + "\"");
    }
    return uri;
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  @Override
  public void setParameters(Collection<CompoundVariable> parameters)
      throws InvalidVariableException {
    checkParameterCount(parameters, 2);
    this.parameters = List.copyOf(parameters);
  }

  @Override
  public String getReferenceKey() {
    return KEY;
  }

  @Override
  public List<String> getArgumentDesc() {
    return List.of("URL, such as https://api.example.com:8443", "Part: protocol, host or port");
  }
}
