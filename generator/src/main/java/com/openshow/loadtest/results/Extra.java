package com.openshow.loadtest.results;

import com.openshow.loadtest.slo.DataRate;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.Objective;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What few verdicts need of a sample. To read it takes time, so it is passed over otherwise. */
public enum Extra {
  /** When the first byte of the response came. */
  FIRST_BYTE,
  /** How long the connection took. */
  CONNECT,
  /** How many bytes went over the wire. */
  TRANSFER,
  /** Why requests failed, which a report shows and no objective looks at. */
  FAILURES;

  /** The columns it stands in. */
  List<Column> columns() {
    return switch (this) {
      case FIRST_BYTE -> List.of(Column.LATENCY);
      case CONNECT -> List.of(Column.CONNECT);
      // JMeter counts the text of its own exception where no response came: the code tells.
      case TRANSFER -> List.of(Column.RESPONSE_CODE, Column.BYTES, Column.SENT_BYTES);
      case FAILURES ->
          List.of(Column.RESPONSE_CODE, Column.RESPONSE_MESSAGE, Column.FAILURE_MESSAGE);
    };
  }

  /** What these objectives look at. */
  public static Set<Extra> neededBy(Collection<Objective> objectives) {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    for (Objective objective : objectives) {
      Indicator indicator = objective.indicator();
      if (indicator instanceof DataRate) {
        extras.add(TRANSFER);
      } else if (indicator instanceof LatencyIndicator latency) {
        switch (latency.which().timing()) {
          case FIRST_BYTE -> extras.add(FIRST_BYTE);
          case CONNECT -> extras.add(CONNECT);
          case RESPONSE, ELAPSED, LAG -> {
            // Read of every sample.
          }
        }
      }
    }
    return extras;
  }
}
