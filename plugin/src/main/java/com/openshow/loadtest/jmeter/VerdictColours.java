package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Verdict;
import java.awt.Color;

/** Colours of verdicts that can be read on this background, be it light or dark. */
final class VerdictColours {
  private static final double MIDDLE = 128;

  private VerdictColours() {}

  static Color of(Judged judged, Color background) {
    return of(judged.tone(), background);
  }

  static Color of(Verdict verdict, Color background) {
    boolean dark = brightness(background) < MIDDLE;
    return new Color(
        switch (verdict) {
          case PASS -> dark ? 0x7BD88F : 0x17692F;
          case FAIL -> dark ? 0xFF8F86 : 0xA3201A;
          case INCONCLUSIVE -> dark ? 0xFFD166 : 0x7A4F00;
        });
  }

  /** As the eye sees it, 0 to 255. */
  private static double brightness(Color colour) {
    return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
  }
}
