package com.openshow.loadtest.slo.measure;

import java.util.Map;

/**
 * How many requests were answered how.
 *
 * @param successful those that succeeded, by the class of their response code
 * @param failed those that failed, likewise: also one whose status was 200, and whose body was
 *     wrong
 */
public record Responses(Map<ResponseClass, Long> successful, Map<ResponseClass, Long> failed) {
  public Responses {
    successful = Map.copyOf(successful);
    failed = Map.copyOf(failed);
  }
}
