package com.openshow.loadtest.scenario;

/**
 * How the system must behave when a part of it fails.
 *
 * @param name the part, for people, such as {@code Circuit Breaker}
 * @param claim what must be shown
 */
public record Resilience(String name, String claim) {}
