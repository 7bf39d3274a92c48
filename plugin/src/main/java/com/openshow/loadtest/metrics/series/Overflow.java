package com.openshow.loadtest.metrics.series;

/**
 * That a store was full, and did not keep all.
 *
 * @param sinceMillis the time of the first sample that was not kept, in milliseconds since 1970
 * @param limit which limit it was, such as {@code 20000 series}
 */
public record Overflow(long sinceMillis, String limit) {}
