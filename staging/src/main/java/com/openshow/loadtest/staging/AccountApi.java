package com.openshow.loadtest.staging;

import io.javalin.http.Context;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;

/** Signing up, logging in, and who one is. */
final class AccountApi {
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  private record Account(long id, byte[] salt, byte[] hash) {}

  private final Database database;
  private final Tokens tokens;

  AccountApi(Database database, Tokens tokens) {
    this.database = database;
    this.tokens = tokens;
  }

  void signup(Context context) {
    Body body = new Body(context.body());
    String email = body.text("email", 254).toLowerCase(Locale.ROOT);
    String password = body.text("password", 300);
    String name = body.optional("name", 200, email);
    body.problem(!email.isEmpty() && !email.contains("@"), "email must contain @");
    body.check();
    byte[] salt = Passwords.salt();
    byte[] hash = Passwords.hash(password, salt);
    // The unique constraint decides, not a look beforehand: two at once cannot both win.
    long id =
        database.write(
            "the e-mail address is taken",
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "insert into users (email, name, salt, hash) values (?, ?, ?, ?)",
                      Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, email);
                insert.setString(2, name);
                insert.setBytes(3, salt);
                insert.setBytes(4, hash);
                insert.executeUpdate();
                return Rows.generatedId(insert);
              }
            });
    context.status(201).json(Map.of("id", id, "email", email));
  }

  void login(Context context) {
    Body body = new Body(context.body());
    String email = body.text("email", 254).toLowerCase(Locale.ROOT);
    String password = body.text("password", 300);
    body.check();
    Account account =
        database.readPrimary(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement("select id, salt, hash from users where email = ?")) {
                select.setString(1, email);
                try (ResultSet row = select.executeQuery()) {
                  if (!row.next()) {
                    throw refused();
                  }
                  return new Account(row.getLong(1), row.getBytes(2), row.getBytes(3));
                }
              }
            });
    // Outside of the call: a hash is no work of the database's.
    if (!Passwords.matches(password, account.salt(), account.hash())) {
      throw refused();
    }
    // Nothing reads it: who sends it back keeps cookies.
    context.header("Set-Cookie", "seen=1; Path=/; HttpOnly");
    context.json(
        Map.of(
            "token", tokens.issue(account.id()),
            "token_type", "Bearer",
            "expires_in", tokens.ttl().toSeconds()));
  }

  private static ApiException refused() {
    return new ApiException(401, "e-mail address or password is wrong");
  }

  void me(Context context) {
    long user = tokens.user(context.header("Authorization"));
    context.json(
        database.<Map<String, Object>>readPrimary(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement("select id, email, name from users where id = ?")) {
                select.setLong(1, user);
                return Rows.one(select, "no such user");
              }
            }));
  }
}
