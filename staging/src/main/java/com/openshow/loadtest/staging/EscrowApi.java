package com.openshow.loadtest.staging;

import io.javalin.http.Context;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;

/** Money that is locked for a project and released when it is done. */
final class EscrowApi {
  private final Database database;
  private final Tokens tokens;
  private final PaymentProvider provider;

  EscrowApi(Database database, Tokens tokens, PaymentProvider provider) {
    this.database = database;
    this.tokens = tokens;
    this.provider = provider;
  }

  void lock(Context context) {
    long user = tokens.user(context.header("Authorization"));
    Body body = new Body(context.body());
    long project = body.positive("project_id");
    long amount = body.positive("amount_cents");
    String currency = body.text("currency", 3);
    body.problem(!currency.matches("[A-Z]{3}"), "currency must be a code such as EUR");
    body.check();
    long id =
        database.write(
            "the escrow could not be made",
            connection -> {
              try (PreparedStatement own =
                      connection.prepareStatement(
                          "select id from projects where id = ? and owner = ?");
                  PreparedStatement insert =
                      connection.prepareStatement(
                          "insert into escrows (project, amount_cents, currency, status)"
                              + " values (?, ?, ?, 'LOCKED')",
                          Statement.RETURN_GENERATED_KEYS)) {
                own.setLong(1, project);
                own.setLong(2, user);
                Rows.one(own, "no such project");
                insert.setLong(1, project);
                insert.setLong(2, amount);
                insert.setString(3, currency);
                insert.executeUpdate();
                // Inside the transaction: a refusal rolls the row back.
                provider.call();
                return Rows.generatedId(insert);
              }
            });
    context.status(201).json(Map.of("escrow_id", id, "status", "LOCKED"));
  }

  void release(Context context) {
    long user = tokens.user(context.header("Authorization"));
    Body body = new Body(context.body());
    long escrow = body.positive("escrow_id");
    body.check();
    database.<Integer>write(
        "the escrow could not be released",
        connection -> {
          try (PreparedStatement own =
                  connection.prepareStatement(
                      "select e.status from escrows e join projects p on p.id = e.project"
                          + " where e.id = ? and p.owner = ? for update");
              PreparedStatement update =
                  connection.prepareStatement(
                      "update escrows set status = 'RELEASED' where id = ?")) {
            own.setLong(1, escrow);
            own.setLong(2, user);
            if (!"LOCKED".equals(Rows.one(own, "no such escrow").get("status"))) {
              throw new ApiException(409, "the escrow is released already");
            }
            provider.call();
            update.setLong(1, escrow);
            return update.executeUpdate();
          }
        });
    context.json(Map.of("escrow_id", escrow, "status", "RELEASED"));
  }
}
