package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.Expectation;
import com.openshow.loadtest.scenario.Extraction;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.HttpMethod;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.SloKey;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Endpoints of a mix and steps of a flow. */
final class RequestDecoder {
  static final Rule<Endpoint> ENDPOINT = Rule.object(RequestDecoder::endpoint);
  static final Rule<Request> STEP =
      Rule.object((object, problems) -> request(object, problems, new Keys(object, problems)));

  private static final Rule<Template> PATH =
      Rule.text(Request.PATH_RULE, Request::isPath).map(Template::of);
  private static final Rule<List<Template>> PARAMS =
      Rule.list(Rule.text(Request.QUERY_RULE, Request::isQuery).map(Template::of), true);
  private static final Rule<String> JSON_PATH =
      Rule.text(
          "a JSON path such as $.id, without \"${\"",
          text -> text.startsWith("$") && Rules.isPlain(text, 500) && !text.contains(";"));
  private static final Rule<Integer> STATUS = Rule.whole(100, 599);

  private RequestDecoder() {}

  private static Optional<Endpoint> endpoint(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<Double> weight = keys.required("weight", Rules.POSITIVE);
    Optional<Request> request = request(object, problems, keys);
    return weight.isEmpty() || request.isEmpty()
        ? Optional.empty()
        : Optional.of(new Endpoint(request.get(), weight.get()));
  }

  private static Optional<Request> request(Located.Members object, Problems problems, Keys keys) {
    final Optional<Template> path = keys.required("path", PATH);
    final Optional<HttpMethod> method =
        keys.required("method", Rule.choice(HttpMethod.labels(), HttpMethod::of));
    final Optional<String> name = keys.optional("name", Rules.PLAIN);
    final Optional<List<Template>> params = keys.optional("params", PARAMS);
    final Optional<Map<String, Template>> headers =
        keys.optional("headers", Rules.map(Rules.headerText().map(Template::of)));
    List<UniqueValue> unique = new ArrayList<>();
    List<FillerValue> fillers = new ArrayList<>();
    final Optional<Template> body = keys.optional("body", BodyDecoder.body(unique, fillers));
    final Optional<Template> bodyFile = keys.optional("body_file", BodyFileDecoder.body(object));
    final Optional<UniqueValue> data =
        keys.optional(UniqueValue.DATA_TYPE, UniqueDecoder.DATA_TYPE);
    data.ifPresent(value -> unique.add(0, value));
    final Optional<Expectation> expect =
        keys.optional("expect", Rule.object(RequestDecoder::expectation));
    final Optional<Map<String, Extraction>> extract =
        keys.optional("extract", Rule.object(RequestDecoder::extractions));
    final Optional<Cleanup> cleanup = keys.optional("cleanup", CleanupDecoder.CLEANUP);
    final Optional<List<String>> tags = keys.optional("tags", Rule.list(Rules.PLAIN, true));
    final String note = keys.optional("note", Rules.PLAIN).orElse("");
    final Optional<Boolean> auth = keys.optional("auth", Rules.BOOLEAN);
    final Map<SloKey, Double> slo = Rules.slo(keys, false);
    keys.rejectOthers();
    boolean bodyMayBe = mayHaveBody(object, "data_type", method, problems);
    bodyMayBe &= mayHaveBody(object, "body", method, problems);
    bodyMayBe &= mayHaveBody(object, "body_file", method, problems);
    if (object.members().containsKey("body") && object.members().containsKey("body_file")) {
      problems.error(object.place(), "must have body or body_file, but has both");
    }
    boolean isWhole = UniqueDecoder.areDistinct(unique, fillers, object, problems);
    isWhole &= hasBody(object, data, problems);
    if (path.isEmpty() || method.isEmpty() || !bodyMayBe || !isWhole) {
      return Optional.empty();
    }
    return Optional.of(
        new Request(
            name,
            path.get(),
            method.get(),
            params.orElse(List.of()),
            headers.orElse(Map.of()),
            body.or(() -> bodyFile).or(() -> data.flatMap(UniqueValue::body)),
            unique,
            fillers,
            expect.orElse(Expectation.SUCCESS),
            extract.orElse(Map.of()),
            cleanup,
            slo,
            tags.orElse(List.of()),
            note,
            auth));
  }

  /** Whether a value that is asked for goes anywhere. */
  private static boolean hasBody(
      Located.Members object, Optional<UniqueValue> data, Problems problems) {
    Set<String> said = object.members().keySet();
    if (data.isEmpty() || said.contains("body") || said.contains("body_file")) {
      return true;
    }
    if (data.get().body().isEmpty()) {
      problems.error(
          object.placeOf(UniqueValue.DATA_TYPE),
          "needs a \"body\" in which {" + data.get().variables().get(0) + "} stands");
    }
    return data.get().body().isPresent();
  }

  private static boolean mayHaveBody(
      Located.Members object, String key, Optional<HttpMethod> method, Problems problems) {
    Located value = object.members().get(key);
    if (value == null || method.isEmpty() || method.get().hasBody()) {
      return true;
    }
    problems.error(
        value.place(),
        key + " needs a method with a body (POST, PUT, PATCH), but the method is " + method.get());
    return false;
  }

  private static Optional<Expectation> expectation(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<List<Integer>> status = keys.optional("status", Rule.oneOrList(STATUS));
    Optional<List<Expectation.JsonCheck>> json =
        keys.optional("json", Rule.list(Rule.object(RequestDecoder::check), true));
    Optional<Integer> bytes = keys.optional("max_bytes", Rule.whole(1, Integer.MAX_VALUE));
    keys.rejectOthers();
    return Optional.of(
        new Expectation(
            status.orElse(List.of()),
            json.orElse(List.of()),
            bytes.map(OptionalInt::of).orElse(OptionalInt.empty())));
  }

  private static Optional<Expectation.JsonCheck> check(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> path = keys.required("path", JSON_PATH);
    Optional<String> equal = keys.optional("equals", SCALAR);
    keys.rejectOthers();
    return path.map(place -> new Expectation.JsonCheck(place, equal));
  }

  private static final Rule<String> SCALAR =
      new Rule<>(
          "a text without \"${\", a number, true or false",
          (value, problems) -> Rule.Result.of(scalar(value)));

  private static Optional<String> scalar(Located value) {
    if (value instanceof Located.Chars chars) {
      return Optional.of(chars.value()).filter(text -> Rules.isPlain(text, 1_000));
    }
    if (value instanceof Located.Digits digits) {
      return Optional.of(digits.value());
    }
    return value instanceof Located.Literal literal
        ? Optional.of(literal.value())
        : Optional.empty();
  }

  private static Optional<Map<String, Extraction>> extractions(
      Located.Members object, Problems problems) {
    Map<String, Extraction> extractions = new LinkedHashMap<>();
    Rule<Extraction> rule = Rule.object(RequestDecoder::extraction);
    object
        .members()
        .forEach(
            (name, value) -> {
              if (!Template.isName(name)) {
                problems.error(
                    value.place(),
                    "a variable's name must be "
                        + Template.NAME_RULE
                        + ", but was "
                        + Text.quoted(name));
              }
              rule.decode(value, problems).ifPresent(found -> extractions.put(name, found));
            });
    return Optional.of(extractions);
  }

  private static Optional<Extraction> extraction(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> json = keys.optional("json", JSON_PATH);
    Optional<String> header = keys.optional("header", Rules.HEADER);
    Optional<String> regex = keys.optional("regex", REGEX);
    keys.rejectOthers();
    if (object.members().keySet().stream().filter(EXTRACTORS::contains).count() != 1) {
      problems.error(object.place(), "must have exactly one of the keys json, header, regex");
      return Optional.empty();
    }
    return json.<Extraction>map(Extraction.Json::new)
        .or(() -> header.map(Extraction.Header::new))
        .or(() -> regex.map(Extraction.Regex::new));
  }

  private static final List<String> EXTRACTORS = List.of("json", "header", "regex");
  private static final Rule<String> REGEX =
      Rule.text(
          "a regular expression with a group, such as id=(\\d+), without \"${\"",
          text -> Rules.isPlain(text, 500) && hasGroup(text));

  private static boolean hasGroup(String regex) {
    try {
      return Pattern.compile(regex).matcher("").groupCount() >= 1;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
