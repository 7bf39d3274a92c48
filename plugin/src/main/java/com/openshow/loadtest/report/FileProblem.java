package com.openshow.loadtest.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why a file cannot be read or written, for a person. */
public final class FileProblem {
  private FileProblem() {}

  /** The file and the reason, and no name of a class. */
  public static String reason(IOException e) {
    if (!(e instanceof FileSystemException problem)) {
      return String.valueOf(e.getMessage());
    }
    return problem.getFile()
        + ": "
        + (problem instanceof AccessDeniedException
            ? "permission denied"
            : problem instanceof FileAlreadyExistsException
                ? "is a file, and no folder"
                : problem instanceof NoSuchFileException
                    ? "there is no such file or folder"
                    : Objects.requireNonNullElse(
                        problem.getReason(), problem.getClass().getSimpleName()));
  }
}
