package com.openshow.loadtest.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/**
 * A line of staging's access log.
 *
 * @param answeredAt when the answer was ready
 * @param headers by name in lower case
 * @param port of the client: a connection
 * @param answer the body that was answered; empty when it was a long one
 */
record Asked(
    Instant answeredAt,
    String method,
    String path,
    String query,
    int status,
    JsonNode headers,
    String body,
    int port,
    String answer) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Asked parse(String line) throws JsonProcessingException {
    String[] columns = line.split("\t", -1);
    return new Asked(
        Instant.parse(columns[0]),
        columns[1],
        columns[2],
        columns[3],
        Integer.parseInt(columns[4]),
        JSON.readTree(columns[6]),
        JSON.readValue(columns[7], String.class),
        Integer.parseInt(columns[8]),
        JSON.readValue(columns[9], String.class));
  }

  /** A member of the JSON that was sent. */
  JsonNode sent(String member) throws JsonProcessingException {
    return JSON.readTree(body).path(member);
  }

  /** A member of the JSON that was answered. */
  JsonNode answered(String member) throws JsonProcessingException {
    return JSON.readTree(answer).path(member);
  }
}
