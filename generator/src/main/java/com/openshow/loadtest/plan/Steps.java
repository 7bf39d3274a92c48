package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.UniqueValue;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.protocol.http.control.Header;

/** A request of a scenario with all that belongs to it: its data, headers, checks and variables. */
final class Steps {
  private final SignIn signIn;
  private final Scenario scenario;
  private final Dialect dialect;

  Steps(SignIn signIn, Scenario scenario, Dialect dialect) {
    this.signIn = signIn;
    this.scenario = scenario;
    this.dialect = dialect;
  }

  /** The nodes of a request, in order: the unique data it needs, and the sampler. */
  List<Node> nodes(Request request, String pointer) {
    return nodes(request, request.label(), pointer);
  }

  /** The nodes of a request that is made once, and not measured. */
  List<Node> setup(Request request, String pointer) {
    return nodes(request, SampleKey.SETUP_PREFIX + request.label(), pointer);
  }

  private List<Node> nodes(Request request, String label, String pointer) {
    List<Node> nodes = new ArrayList<>();
    List<Node> below = new ArrayList<>();
    for (UniqueValue value : request.unique()) {
      Dialect.Preparation data =
          dialect.uniqueData(value, "", "From " + pointer + "/" + value.origin());
      nodes.addAll(data.before());
      below.addAll(data.below());
    }
    if (!request.fillers().isEmpty()) {
      below.add(dialect.filler(request.fillers(), "From " + pointer + "/" + UniqueValue.BODY));
    }
    nodes.add(sampler(request, label, below, pointer));
    return nodes;
  }

  private Node sampler(Request request, String label, List<Node> data, String pointer) {
    Query query = new Query(scenario, request, dialect);
    String path = Texts.of(dialect.path(request.path(), scenario)) + query.suffix();
    String method = request.method().name();
    String comment = "From " + pointer;
    Node node =
        request
            .body()
            .map(body -> Texts.of(dialect.body(body, request, scenario)))
            .map(body -> Requests.request(label, comment, method, path, body))
            .orElseGet(() -> Requests.request(label, comment, method, path, query.table()));
    node.with(data).with(query.below());
    headers(request, pointer).ifPresent(node::with);
    request.extract().entrySet().stream()
        .flatMap(
            entry ->
                Extractors.nodes(
                    entry.getKey(), entry.getValue(), pointer + "/extract/" + entry.getKey())
                    .stream())
        .forEach(node::with);
    request.cleanup().flatMap(cleanup -> created(cleanup, pointer)).ifPresent(node::with);
    return node.with(Expectations.nodes(request.expect(), pointer + "/expect"));
  }

  private Optional<Node> created(Cleanup cleanup, String pointer) {
    String path =
        Texts.of(dialect.path(cleanup.path(), scenario))
            + cleanup.params().map(query -> "?" + Query.text(query)).orElse("");
    return dialect.created(signIn.auth(), cleanup, path, pointer);
  }

  private Optional<Node> headers(Request request, String pointer) {
    List<Header> headers = new ArrayList<>();
    request.headers().forEach((name, value) -> headers.add(new Header(name, Texts.of(value))));
    boolean ownContentType =
        request.headers().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
    boolean hasBody = request.body().isPresent();
    if (hasBody && !ownContentType) {
      headers.add(0, new Header("Content-Type", "application/json"));
    }
    if (signIn.appliesTo(request)) {
      headers.add(signIn.authorization());
    }
    return headers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Requests.headers(
                "Headers",
                "From " + pointer + ". A token is the given one, or this virtual user's own.",
                headers.toArray(Header[]::new)));
  }
}
