package com.openshow.loadtest.k6;

import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.Expectation;
import com.openshow.loadtest.scenario.Extraction;
import com.openshow.loadtest.scenario.FeedForms;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests as data that the script's functions work on. */
final class Requests {
  private final Auth auth;
  private final Notes notes;

  Requests(Auth auth, Notes notes) {
    this.auth = auth;
    this.notes = notes;
  }

  /** The request of a setup or a flow. */
  Js request(Scenario scenario, Request request, String pointer) {
    return members(new Members(), scenario, request, pointer);
  }

  /** One of several in a mix. */
  Js endpoint(Scenario scenario, Endpoint endpoint, String pointer) {
    Members members = new Members().with("weight", Js.number(endpoint.weight()));
    return members(members, scenario, endpoint.request(), pointer);
  }

  private Js members(Members members, Scenario scenario, Request request, String pointer) {
    members
        .with("name", Names.ofRequest(request.label()))
        .with("method", request.method().name())
        .with("path", request.path().text());
    if (!request.params().isEmpty()) {
      members.with("queries", Js.texts(request.params().stream().map(Template::text).toList()));
    }
    members.withAny("headers", pairs(request.headers()));
    members.with(
        "body",
        request
            .body()
            .map(body -> FeedForms.body(body, request, scenario.columns()))
            .map(body -> Js.text(body.text())));
    members.withAny("unique", request.unique().stream().map(UniqueValues::of).toList());
    members.withAny("fillers", fillers(request.fillers(), pointer + "/body"));
    if (auth.appliesTo(request)) {
      members.code("signedIn", "true");
    }
    expectations(members, request.expect(), pointer + "/expect");
    members.withAny("extract", extractions(request.extract(), pointer + "/extract/"));
    request
        .cleanup()
        .ifPresent(
            cleanup ->
                notes.add(
                    pointer + "/cleanup",
                    "k6's virtual users cannot tell its teardown what they created; nothing is"
                        + " deleted"));
    if (!request.tags().isEmpty()) {
      members.with("tags", Js.texts(request.tags()));
    }
    if (!request.note().isEmpty()) {
      members.with("note", request.note());
    }
    return members.build();
  }

  private List<Js> fillers(List<FillerValue> fillers, String pointer) {
    List<Js> values = new ArrayList<>();
    for (FillerValue filler : fillers) {
      notes.add(pointer, filler.lettersNote() + "; k6 has no Datafaker");
      values.add(
          new Members()
              .with("variable", filler.variable())
              .with("letters", Js.number(filler.letters()))
              .build());
    }
    return values;
  }

  private static List<Js> pairs(Map<String, Template> headers) {
    return headers.entrySet().stream()
        .map(header -> Js.texts(List.of(header.getKey(), header.getValue().text())))
        .toList();
  }

  private void expectations(Members members, Expectation expect, String pointer) {
    members.withAny("status", expect.statuses().stream().map(status -> Js.number(status)).toList());
    List<Js> checks = new ArrayList<>();
    for (int i = 0; i < expect.json().size(); i++) {
      Expectation.JsonCheck check = expect.json().get(i);
      Optional<Js> steps = JsonPaths.steps(check.path());
      if (steps.isEmpty()) {
        unreadable(pointer + "/json/" + i, check.path(), "this check is left out");
      }
      steps.ifPresent(
          path ->
              checks.add(
                  new Members()
                      .with("name", checkName(check))
                      .with("path", path)
                      .with("equals", check.equal().map(Js::text))
                      .build()));
    }
    members.withAny("json", checks);
    expect.maxBytes().ifPresent(bytes -> members.with("maxBytes", Js.number(bytes)));
  }

  private static String checkName(Expectation.JsonCheck check) {
    String name = check.path() + check.equal().map(value -> " is " + value).orElse(" is there");
    // Two colons are k6's own.
    return name.replace("::", ": :");
  }

  private List<Js> extractions(Map<String, Extraction> extractions, String pointer) {
    List<Js> values = new ArrayList<>();
    extractions.forEach(
        (variable, extraction) ->
            values.add(
                source(new Members().with("variable", variable), extraction, pointer + variable)));
    return values;
  }

  private Js source(Members members, Extraction extraction, String pointer) {
    if (extraction instanceof Extraction.Header header) {
      return members.with("header", header.name()).build();
    }
    String failing = "without a value for the variable, every such request fails";
    if (extraction instanceof Extraction.Regex regex) {
      Optional<Js> pattern = Regexes.of(regex.pattern());
      if (pattern.isEmpty()) {
        notes.add(
            pointer,
            "JavaScript has no regular expression like " + regex.pattern() + "; " + failing);
      }
      return members.with("regex", pattern).build();
    }
    String path = ((Extraction.Json) extraction).path();
    Optional<Js> steps = JsonPaths.steps(path);
    if (steps.isEmpty()) {
      unreadable(pointer, path, failing);
    }
    return members.with("path", steps).build();
  }

  private void unreadable(String pointer, String path, String consequence) {
    notes.add(
        pointer,
        "the script can walk JSON paths of "
            + JsonPaths.RULE
            + ", but not "
            + path
            + "; "
            + consequence);
  }
}
