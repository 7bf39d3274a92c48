package com.openshow.loadtest.staging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finding creators: reads that a cache answers as a rule. */
final class DiscoveryApi {
  private static final int PAGE = 20;

  private final Database database;
  private final Cache<String, Object> cache =
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
    String name = contains(context.queryParam("q"));
    String skill = context.queryParam("skill");
    String verified = context.queryParam("verified");
    context.json(
        cache.get(
            "creators|" + name + "|" + skill + "|" + verified,
            key -> creators(name, skill, verified)));
  }

  private Map<String, Object> creators(
      String name, @Nullable String skill, @Nullable String verified) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select id, name, skill, verified from creators"
                      + " where lower(name) like ? and (? is null or skill = ?)"
                      + " and (? is null or verified = ?) order by id limit "
                      + PAGE)) {
            select.setString(1, name);
            select.setString(2, skill);
            select.setString(3, skill);
            select.setString(4, verified);
            select.setBoolean(5, Boolean.parseBoolean(verified));
            List<Map<String, Object>> items = Rows.all(select);
            return Map.of("items", items, "total", items.size());
          }
        });
  }

  void suggestions(Context context) {
    String query = String.valueOf(context.queryParam("q"));
    String prefix = query.toLowerCase(Locale.ROOT) + "%";
    context.json(
        cache.get(
            "suggestions|" + prefix,
            key ->
                database.<Map<String, Object>>read(
                    connection -> {
                      try (PreparedStatement select =
                          connection.prepareStatement(
                              "select distinct skill from creators where skill like ?")) {
                        select.setString(1, prefix);
                        return Map.of(
                            "suggestions",
                            Rows.all(select).stream().map(row -> row.get("skill")).toList());
                      }
                    })));
  }

  private static String contains(@Nullable String text) {
    return text == null ? "%" : "%" + text.toLowerCase(Locale.ROOT) + "%";
  }
}
