package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The key {@code auth}. */
final class AuthDecoder {
  static final Rule<Auth> AUTH = Rule.object(AuthDecoder::auth);

  private static final Rule<Auth.Type> TYPE =
      Rule.choice(
          Arrays.stream(Auth.Type.values()).map(Auth.Type::label).toList(),
          text ->
              Arrays.stream(Auth.Type.values())
                  .filter(type -> type.label().equals(text))
                  .findFirst());
  private static final Rule<String> PATH =
      Rule.text(
          "an absolute path without variables",
          text -> Request.isPath(text) && !text.contains("{"));
  private static final Rule<String> ENVIRONMENT =
      Rule.text(
          "the name of an environment variable, such as OPENSHOW_TOKEN; never the token itself",
          text -> text.matches("[A-Z_][A-Z0-9_]{0,99}"));
  private static final Rule<String> FILE =
      Rule.text(
          "a relative path without \"..\", backslash, comma and \"${\"",
          text ->
              Rules.isPlain(text, 200)
                  && text.matches("[^/\\\\,:][^\\\\,:]*")
                  && !Arrays.asList(text.split("/", -1)).contains(".."));
  private static final Rule<String> JSON_PATH =
      Rule.text(
          "a JSON path such as $.token",
          text -> text.startsWith("$") && Rules.isPlain(text, 200) && !text.contains(";"));

  private AuthDecoder() {}

  private static Optional<Auth> auth(Located.Members object, Problems problems) {
    Auth standard = Auth.STANDARD;
    Keys keys = new Keys(object, problems);
    Optional<Auth.Type> type = keys.required("type", TYPE);
    final String signup = keys.optional("signup_path", PATH).orElse(standard.signupPath());
    final String login = keys.optional("login_path", PATH).orElse(standard.loginPath());
    final String token = keys.optional("token_path", JSON_PATH).orElse(standard.tokenPath());
    Optional<String> users = keys.optional("users_file", FILE);
    final Optional<String> environment = keys.optional("token_env", ENVIRONMENT);
    final List<String> paths = keys.optional("paths", Rule.list(PATH, true)).orElse(List.of());
    keys.rejectOthers();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (type.get() == Auth.Type.USERS_FILE && users.isEmpty()) {
      if (!object.members().containsKey("users_file")) {
        problems.error(object.place(), "type users_file needs the key \"users_file\"");
      }
      return Optional.empty();
    }
    return Optional.of(new Auth(type.get(), signup, login, token, users, environment, paths));
  }
}
