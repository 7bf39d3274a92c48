package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.HttpMethod;
import com.openshow.loadtest.scenario.PropertyName;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.protocol.http.util.HTTPArgument;

/** The query of a request. Where there are several, each request picks one. */
final class Query {
  private final Scenario scenario;
  private final Request request;
  private final Dialect dialect;

  Query(Scenario scenario, Request request, Dialect dialect) {
    this.scenario = scenario;
    this.request = request;
    this.dialect = dialect;
  }

  /** What stands behind the path: the parameters of other methods JMeter sends in the body. */
  String suffix() {
    return request.params().isEmpty() || isInTable() ? "" : "?" + expression();
  }

  /** The table of parameters in the request's panel. */
  Arguments table() {
    Arguments rows = Requests.table();
    if (!isInTable() || request.params().isEmpty()) {
      return rows;
    }
    if (request.params().size() > 1) {
      rows.addArgument(row(expression()));
      return rows;
    }
    for (String parameter : expression().split("&", -1)) {
      rows.addArgument(row(parameter));
    }
    return rows;
  }

  // Of a DELETE with such rows JMeter sends them in the query, and in a body too.
  private boolean isInTable() {
    return request.method() == HttpMethod.GET;
  }

  private static HTTPArgument row(String parameter) {
    int equals = parameter.indexOf('=');
    HTTPArgument row =
        equals < 0
            ? new HTTPArgument(parameter, "")
            : new HTTPArgument(parameter.substring(0, equals), parameter.substring(equals + 1));
    // The scenario file's queries are percent-encoded already.
    row.setAlwaysEncoded(false);
    row.setUseEquals(equals >= 0);
    return row;
  }

  private String expression() {
    List<Template> queries = request.params();
    if (queries.size() == 1) {
      return text(queries.get(0));
    }
    return isFixed()
        ? "${__RandomFromMultipleVars(" + String.join("|", variables().keySet()) + ")}"
        : choice().expression();
  }

  /** What must stand below the request, so that its query can be evaluated. */
  List<Node> below() {
    return request.params().size() > 1 && !isFixed() ? choice().below() : List.of();
  }

  private Dialect.Choice choice() {
    return dialect.choice(
        name(), request.params().stream().map(Query::text).toList(), "One query at each request.");
  }

  private String name() {
    return "query." + scenario.name() + "." + PropertyName.of(request.label());
  }

  /** A query as an expression. */
  static String text(Template query) {
    return query.render(text -> text, name -> "${__urlencode(${" + name + "})}");
  }

  /** The plan's variables that hold the queries that it picks one of. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    // What stands in a user-defined variable is known before anything can be extracted.
    if (request.params().size() > 1 && isFixed()) {
      String name = name();
      request
          .params()
          .forEach(query -> variables.put(name + "." + (variables.size() + 1), query.text()));
    }
    return variables;
  }

  private boolean isFixed() {
    return request.params().stream().allMatch(query -> query.variables().isEmpty());
  }
}
