package com.openshow.loadtest.slo.measure;

import java.util.List;

/** The first digit of an HTTP status, which says what kind of answer it was. */
public enum ResponseClass {
  /** 100 to 199. */
  INFORMATIONAL("1xx"),
  /** 200 to 299. */
  SUCCESSFUL("2xx"),
  /** 300 to 399. */
  REDIRECTION("3xx"),
  /** 400 to 499. */
  CLIENT_ERROR("4xx"),
  /** 500 to 599. */
  SERVER_ERROR("5xx"),
  /** No response, or a code that is no HTTP status. */
  NONE("none");

  private static final int DIGITS = 3;
  private static final List<ResponseClass> BY_DIGIT =
      List.of(INFORMATIONAL, SUCCESSFUL, REDIRECTION, CLIENT_ERROR, SERVER_ERROR);

  private final String label;

  ResponseClass(String label) {
    this.label = label;
  }

  /** Such as {@code 5xx}. */
  public String label() {
    return label;
  }

  /** The class of a response code as JMeter has it: {@code 503}, or any other text. */
  public static ResponseClass of(String code) {
    if (code.length() != DIGITS || !isDigit(code.charAt(1)) || !isDigit(code.charAt(2))) {
      return NONE;
    }
    int first = code.charAt(0) - '1';
    return first >= 0 && first < BY_DIGIT.size() ? BY_DIGIT.get(first) : NONE;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
