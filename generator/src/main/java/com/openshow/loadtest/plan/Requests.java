package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Defaults;
import java.util.List;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.protocol.http.config.gui.HttpDefaultsGui;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.protocol.http.control.HeaderManager;
import org.apache.jmeter.protocol.http.control.gui.HttpTestSampleGui;
import org.apache.jmeter.protocol.http.gui.HTTPArgumentsPanel;
import org.apache.jmeter.protocol.http.gui.HeaderPanel;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBase;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerProxy;
import org.apache.jmeter.protocol.http.util.HTTPArgument;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.TestElementProperty;

/** HTTP requests and what they have in common. */
final class Requests {
  private Requests() {}

  /** Target and timeouts of every request. */
  static Node defaults(Defaults standard, Dialect.Target target) {
    ConfigTestElement defaults = new ConfigTestElement();
    defaults.setProperty(new TestElementProperty(HTTPSamplerBase.ARGUMENTS, table()));
    defaults.setProperty(HTTPSamplerBase.DOMAIN, target.host());
    defaults.setProperty(HTTPSamplerBase.PORT, target.port());
    defaults.setProperty(HTTPSamplerBase.PROTOCOL, target.protocol());
    defaults.setProperty(HTTPSamplerBase.CONTENT_ENCODING, "UTF-8");
    defaults.setProperty(HTTPSamplerBase.IMPLEMENTATION, "HttpClient4");
    defaults.setProperty(
        HTTPSamplerBase.CONNECT_TIMEOUT,
        Overridable.property(
            "timeout.connect_ms", Long.toString(standard.connectTimeout().toMillis())));
    defaults.setProperty(
        HTTPSamplerBase.RESPONSE_TIMEOUT,
        Overridable.property(
            "timeout.response_ms", Long.toString(standard.responseTimeout().toMillis())));
    return Node.of(
        defaults,
        "HTTP Request Defaults",
        "From /staging_url and /defaults; every request goes here.",
        HttpDefaultsGui.class);
  }

  /** Target of the requests beside and below. */
  static Node target(Dialect.Target target, String name, String comment) {
    ConfigTestElement element = new ConfigTestElement();
    element.setProperty(new TestElementProperty(HTTPSamplerBase.ARGUMENTS, table()));
    element.setProperty(HTTPSamplerBase.DOMAIN, target.host());
    element.setProperty(HTTPSamplerBase.PORT, target.port());
    element.setProperty(HTTPSamplerBase.PROTOCOL, target.protocol());
    element.setProperty(HTTPSamplerBase.IMPLEMENTATION, "");
    return Node.of(element, name, comment, HttpDefaultsGui.class);
  }

  static Node headers(String name, String comment, Header... headers) {
    HeaderManager manager = new HeaderManager();
    List.of(headers).forEach(manager::add);
    return Node.of(manager, name, comment, HeaderPanel.class);
  }

  /** A request without a body, with parameters. */
  static Node request(
      String label, String comment, String method, String path, Arguments parameters) {
    return sampler(label, comment, method, path, parameters, false);
  }

  /** A request with a body of JSON. */
  static Node request(String label, String comment, String method, String path, String json) {
    Arguments body = new Arguments();
    HTTPArgument content = new HTTPArgument("", json, "=", true);
    content.setAlwaysEncoded(false);
    body.addArgument(content);
    return sampler(label, comment, method, path, body, true);
  }

  /** The table of parameters in the panel of a request, empty. */
  static Arguments table() {
    Arguments table = new Arguments();
    table.setName("User Defined Variables");
    table.setProperty(TestElement.GUI_CLASS, HTTPArgumentsPanel.class.getName());
    table.setProperty(TestElement.TEST_CLASS, Arguments.class.getName());
    return table;
  }

  private static Node sampler(
      String label,
      String comment,
      String method,
      String path,
      Arguments arguments,
      boolean isRawBody) {
    HTTPSamplerProxy sampler = new HTTPSamplerProxy();
    // The setter would take a query out of the path and lose it.
    sampler.setProperty(HTTPSamplerBase.PATH, path);
    sampler.setMethod(method);
    sampler.setFollowRedirects(true);
    sampler.setUseKeepAlive(true);
    sampler.setPostBodyRaw(isRawBody);
    sampler.setArguments(arguments);
    return Node.of(sampler, label, comment, HttpTestSampleGui.class);
  }
}
