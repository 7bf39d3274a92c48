package com.openshow.loadtest.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A project: {@code project_title}, {@code project_description}, in both of which the same
 * identifier stands, and {@code project_tag}. All are safe inside JSON strings.
 *
 * @param maxLength of the title
 */
public record UniqueProject(int maxLength) implements UniqueType {
  private static final String TITLE = "project_title";
  private static final String DESCRIPTION = "project_description";
  private static final String TAG = "project_tag";
  private static final String TAG_TEXT = "load-test";
  private static final String TITLE_WORDS = "Load test project ";
  private static final String DESCRIPTION_WORDS = "Made by a load test, can be deleted: ";
  private static final int DEFAULT_LENGTH = 200;
  private static final int LONGEST = 10_000;

  static final UniqueKind KIND =
      new UniqueKind(
          "project",
          List.of(TITLE, DESCRIPTION, TAG),
          List.of(UniqueOption.MAX_LENGTH),
          options -> new UniqueProject(options.number(UniqueOption.MAX_LENGTH, DEFAULT_LENGTH)));

  /**
   * Checks the length.
   *
   * @throws UniqueDataException when it is too small
   */
  public UniqueProject {
    Lengths.problem("the title of a project", maxLength, IdText.shortest("-"), LONGEST)
        .ifPresent(
            problem -> {
              throw new UniqueDataException(problem);
            });
  }

  /** The values of a project that an identifier from elsewhere makes unique. */
  public static Map<String, String> of(String id) {
    return new TreeMap<>(
        Map.of(TITLE, TITLE_WORDS + id, DESCRIPTION, DESCRIPTION_WORDS + id, TAG, TAG_TEXT));
  }

  @Override
  public UniqueKind kind() {
    return KIND;
  }

  @Override
  public Scope scope() {
    return Scope.ALWAYS;
  }

  @Override
  public UniqueSource open(UniqueData run) {
    boolean hasWords = maxLength - TITLE_WORDS.length() >= IdText.shortestWithRun(run, "-");
    String words = hasWords ? TITLE_WORDS : "";
    List<Part> parts = new ArrayList<>(List.of(Literal.of(words)));
    parts.addAll(IdText.parts(run, maxLength - words.length(), "-", "the title of a project"));
    UniqueSource titles = new TextSource(run, TITLE, parts);
    return new UniqueSource() {
      @Override
      public String next() {
        return titles.next();
      }

      @Override
      public String next(BiConsumer<? super String, ? super String> variables) {
        String title = titles.next();
        variables.accept(TITLE, title);
        variables.accept(DESCRIPTION, DESCRIPTION_WORDS + title.substring(words.length()));
        variables.accept(TAG, TAG_TEXT);
        return title;
      }
    };
  }
}
