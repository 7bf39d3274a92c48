package com.openshow.loadtest.report;

import com.openshow.loadtest.metrics.archive.Archive;
import com.openshow.loadtest.report.html.HtmlReport;
import com.openshow.loadtest.report.html.RunData;
import com.openshow.loadtest.slo.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The report files of a run. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code verdict.json}, {@code junit.xml} and {@code verdict.md} into the folder, which is
   * made if need be. Each file appears whole or not at all: a reader never sees half of one.
   *
   * @param suiteName the name of the run in the reports
   * @return the files, in the order written
   * @throws IOException when the folder cannot be made or written; its message names the file
   */
  public static List<Path> write(Judgement judgement, String suiteName, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    return List.of(
        replace(folder.resolve(VerdictJson.FILE_NAME), VerdictJson.render(judgement)),
        replace(folder.resolve(JUnitXml.FILE_NAME), JUnitXml.render(judgement, suiteName)),
        replace(folder.resolve(Markdown.FILE_NAME), Markdown.render(judgement, suiteName)));
  }

  /**
   * Writes {@code report.html} into the folder, beside the other reports.
   *
   * @return the file
   * @throws IOException when the folder cannot be made or written; its message names the file
   */
  public static Path write(RunData run, Path folder) throws IOException {
    Files.createDirectories(folder);
    return replace(folder.resolve(HtmlReport.FILE_NAME), HtmlReport.render(run));
  }

  /**
   * Writes {@code backend.json} into the folder, beside the other reports.
   *
   * @return the file
   * @throws IOException when the folder cannot be made or written; its message names the file
   */
  public static Path write(Archive archive, Path folder) throws IOException {
    Files.createDirectories(folder);
    return replace(folder.resolve(Archive.FILE_NAME), archive.render());
  }

  private static Path replace(Path file, String content) throws IOException {
    Path partial = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".partial");
    try {
      Files.writeString(partial, content);
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
    return file;
  }
}
