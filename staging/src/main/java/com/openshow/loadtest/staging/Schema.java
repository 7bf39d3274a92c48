package com.openshow.loadtest.staging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, and the creators whom discovery finds. */
final class Schema {
  private static final int CREATORS = 2_000;
  private static final List<String> SKILLS =
      List.of("prompt-engineer", "video-editor", "composer", "illustrator", "writer");

  private Schema() {}

  static void create(Database database) {
    database.<Integer>write(
        "the database is not empty",
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                """
                create table if not exists users (
                  id identity primary key, email varchar(254) not null unique,
                  name varchar(200) not null, salt binary(16) not null, hash binary(32) not null);
                create table if not exists projects (
                  id identity primary key, owner bigint not null references users(id),
                  title varchar(200) not null, description varchar(2000) not null,
                  unique (owner, title));
                create table if not exists project_tags (
                  project bigint not null references projects(id) on delete cascade,
                  tag varchar(50) not null,
                  primary key (project, tag));
                create table if not exists escrows (
                  id identity primary key,
                  project bigint not null references projects(id) on delete cascade,
                  amount_cents bigint not null, currency char(3) not null,
                  status varchar(10) not null);
                create table if not exists creators (
                  id bigint primary key, name varchar(100) not null, skill varchar(50) not null,
                  verified boolean not null);
                create index if not exists creators_by_skill on creators (skill, verified);
                """);
          }
          return fillCreators(connection);
        });
  }

  private static int fillCreators(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("merge into creators key (id) values (?, ?, ?, ?)")) {
      for (int i = 0; i < CREATORS; i++) {
        insert.setLong(1, i);
        insert.setString(2, (i % 3 == 0 ? "Video Creator " : "Creator ") + i);
        insert.setString(3, SKILLS.get(i % SKILLS.size()));
        insert.setBoolean(4, i % 2 == 0);
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }
}
