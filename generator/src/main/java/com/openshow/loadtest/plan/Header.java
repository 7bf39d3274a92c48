package com.openshow.loadtest.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment at the head of a generated plan. It holds the hash of what follows, so that an edit
 * can be told from a plan that is out of date. JMeter's GUI drops it when it saves.
 */
public final class Header {
  private static final Pattern PLAN =
      Pattern.compile(
          Pattern.quote(PlanWriter.DECLARATION)
              + "<!-- Generated from .*; the plan's own SHA-256 is ([0-9a-f]{64}) -->\n(.*)",
          Pattern.DOTALL);

  private Header() {}

  static byte[] of(Source source, List<byte[]> body) {
    // Two hyphens would end the comment.
    String comment =
        "<!-- Generated from "
            + source.fileName().replaceAll("-(?=-)", "- ")
            + ", SHA-256 "
            + source.sha256()
            + "; the plan's own SHA-256 is "
            + Source.sha256(body)
            + " -->\n";
    return comment.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether somebody has changed a plan since it was generated.
   *
   * @param plan the plan as it is
   * @param generated the plan as it would be generated now
   */
  public static boolean isEdited(byte[] plan, byte[] generated) {
    String text = new String(plan, StandardCharsets.UTF_8);
    Matcher known = PLAN.matcher(text);
    if (known.matches()) {
      return !known.group(1).equals(hash(known.group(2)));
    }
    // Saved by JMeter, without a change.
    Matcher now = PLAN.matcher(new String(generated, StandardCharsets.UTF_8));
    return !now.matches() || !text.equals(PlanWriter.DECLARATION + now.group(2));
  }

  /**
   * A plan with the header of another. Its hash remains that of the other, so that it shows as
   * edited.
   *
   * @param generated the plan whose header it gets
   * @param body the plan without XML declaration and header
   */
  public static byte[] with(byte[] generated, String body) {
    String text = new String(generated, StandardCharsets.UTF_8);
    Matcher known = PLAN.matcher(text);
    if (!known.matches()) {
      throw new IllegalArgumentException("a generated plan has a header");
    }
    return (text.substring(0, known.start(2)) + body).getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String body) {
    return Source.sha256(List.of(body.getBytes(StandardCharsets.UTF_8)));
  }
}
