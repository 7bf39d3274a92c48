package com.openshow.loadtest.staging;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows as JSON objects. */
final class Rows {
  private Rows() {}

  static List<Map<String, Object>> all(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      ResultSetMetaData columns = rows.getMetaData();
      List<Map<String, Object>> all = new ArrayList<>();
      while (rows.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), rows.getObject(i));
        }
        all.add(row);
      }
      return all;
    }
  }

  /** The only row; status 404 when there is none. */
  static Map<String, Object> one(PreparedStatement select, String missing) throws SQLException {
    return all(select).stream().findFirst().orElseThrow(() -> new ApiException(404, missing));
  }

  static long generatedId(PreparedStatement insert) throws SQLException {
    try (ResultSet keys = insert.getGeneratedKeys()) {
      keys.next();
      return keys.getLong(1);
    }
  }
}
