package com.openshow.loadtest.staging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finding creators: reads that a cache answers as a rule. */
final class DiscoveryApi {
  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 100;
  private static final String CONDITIONS =
      " from creators where lower(name) like ? and (? is null or skill = ?)"
          + " and (? is null or verified = ?)";

  /** What a cached answer was asked. */
  private sealed interface Question {}

  private record Creators(
      String name, @Nullable String skill, @Nullable Boolean verified, int limit)
      implements Question {}

  private record Suggestions(String prefix) implements Question {}

  private final Database database;
  private final Cache<Question, Map<String, Object>> cache =
      Caffeine.newBuilder()
          .maximumSize(1_000)
          .expireAfterWrite(Duration.ofSeconds(10))
          .recordStats()
          .build();

  DiscoveryApi(Database database, MeterRegistry registry) {
    this.database = database;
    CaffeineCacheMetrics.monitor(registry, cache, "discovery");
  }

  void creators(Context context) {
    Creators asked =
        new Creators(
            "%" + literally(context.queryParam("q")) + "%",
            context.queryParam("skill"),
            verified(context.queryParam("verified")),
            limit(context.queryParam("limit")));
    context.json(cache.get(asked, key -> find(asked)));
  }

  void suggestions(Context context) {
    Suggestions asked = new Suggestions(literally(context.queryParam("q")) + "%");
    context.json(cache.get(asked, key -> find(asked)));
  }

  private Map<String, Object> find(Creators asked) {
    return database.read(
        connection -> {
          try (PreparedStatement page =
                  bind(
                      connection,
                      "select id, name, skill, verified"
                          + CONDITIONS
                          + " order by id limit "
                          + asked.limit(),
                      asked);
              PreparedStatement count =
                  bind(connection, "select count(*) as total" + CONDITIONS, asked)) {
            return Map.of(
                "items", Rows.all(page), "total", Rows.one(count, "no count").get("total"));
          }
        });
  }

  @SuppressWarnings("resource") // The caller closes it.
  private static PreparedStatement bind(Connection connection, String sql, Creators asked)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setString(1, asked.name());
    select.setString(2, asked.skill());
    select.setString(3, asked.skill());
    select.setObject(4, asked.verified());
    select.setObject(5, asked.verified());
    return select;
  }

  private Map<String, Object> find(Suggestions asked) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select distinct skill from creators where skill like ? order by skill")) {
            select.setString(1, asked.prefix());
            List<Object> skills = Rows.all(select).stream().map(row -> row.get("skill")).toList();
            return Map.of("suggestions", skills);
          }
        });
  }

  private static @Nullable Boolean verified(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw new ApiException(400, "verified must be true or false");
    }
    return Boolean.valueOf(text);
  }

  private static int limit(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return PAGE;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LARGEST_PAGE) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused below, with the numbers out of range.
    }
    throw new ApiException(400, "limit must be 1 to " + LARGEST_PAGE);
  }

  /** Lower case, with the wildcards of LIKE taken for what they are. */
  private static String literally(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
  }
}
