package com.openshow.loadtest.staging;

import io.javalin.http.Context;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user's projects. */
final class ProjectApi {
  private final Database database;
  private final Tokens tokens;

  ProjectApi(Database database, Tokens tokens) {
    this.database = database;
    this.tokens = tokens;
  }

  void list(Context context) {
    long user = tokens.user(context.header("Authorization"));
    context.json(
        database.<Map<String, Object>>read(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "select id, title, description from projects where owner = ?"
                          + " order by id desc limit 20")) {
                select.setLong(1, user);
                return Map.of("items", Rows.all(select));
              }
            }));
  }

  void get(Context context) {
    long user = tokens.user(context.header("Authorization"));
    long id = Paths.id(context);
    context.json(
        database.<Map<String, Object>>read(
            connection -> {
              try (PreparedStatement project =
                      connection.prepareStatement(
                          "select id, title, description from projects where id = ? and owner = ?");
                  PreparedStatement tags =
                      connection.prepareStatement(
                          "select tag from project_tags where project = ?")) {
                project.setLong(1, id);
                project.setLong(2, user);
                tags.setLong(1, id);
                Map<String, Object> found =
                    new LinkedHashMap<>(Rows.one(project, "no such project"));
                found.put("tags", Rows.all(tags).stream().map(row -> row.get("tag")).toList());
                return found;
              }
            }));
  }

  void create(Context context) {
    long user = tokens.user(context.header("Authorization"));
    Body body = new Body(context.body());
    String title = body.text("title", 200);
    String description = body.text("description", 2000);
    List<String> tags = body.texts("tags");
    body.check();
    long id =
        database.write(
            "you have a project of this title",
            connection -> {
              try (PreparedStatement project =
                      connection.prepareStatement(
                          "insert into projects (owner, title, description) values (?, ?, ?)",
                          Statement.RETURN_GENERATED_KEYS);
                  PreparedStatement tag =
                      connection.prepareStatement("insert into project_tags values (?, ?)")) {
                project.setLong(1, user);
                project.setString(2, title);
                project.setString(3, description);
                project.executeUpdate();
                long made = Rows.generatedId(project);
                for (String text : tags) {
                  tag.setLong(1, made);
                  tag.setString(2, text);
                  tag.executeUpdate();
                }
                return made;
              }
            });
    context.status(201).json(Map.of("id", id, "title", title));
  }

  /** Deletes a project with its tags and escrows. */
  void delete(Context context) {
    long user = tokens.user(context.header("Authorization"));
    long id = Paths.id(context);
    database.<Integer>write(
        "the project could not be deleted",
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("delete from projects where id = ? and owner = ?")) {
            delete.setLong(1, id);
            delete.setLong(2, user);
            if (delete.executeUpdate() == 0) {
              throw new ApiException(404, "no such project");
            }
            return 1;
          }
        });
    context.status(204);
  }
}
