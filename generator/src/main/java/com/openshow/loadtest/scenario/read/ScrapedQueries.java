package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.metrics.Claim;
import com.openshow.loadtest.metrics.StateCounter;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.promql.PromQl;
import com.openshow.loadtest.metrics.promql.PromQlException;

/** Reads what a scraped source will be asked: there is no server that could refuse it later. */
final class ScrapedQueries {
  private ScrapedQueries() {}

  /** Whether all that a claim asks is known; reports what is wrong if not. */
  static boolean areKnown(Claim claim, Located.Members object, Problems problems) {
    try {
      if (!(claim instanceof StatesClaim states)) {
        PromQl.parse(claim.query());
        return true;
      }
      PromQl.parseSelector(states.query());
    } catch (PromQlException e) {
      problems.error(object.placeOf("query"), "no query of a scraped source: " + e.getMessage());
      return false;
    }
    try {
      for (StateCounter counter : ((StatesClaim) claim).counters()) {
        PromQl.parseSelector(counter.selector());
      }
      return true;
    } catch (PromQlException e) {
      problems.error(object.placeOf("counters"), "no query of a scraped source: " + e.getMessage());
      return false;
    }
  }
}
