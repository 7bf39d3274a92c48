package com.openshow.loadtest.metrics.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into words. Comments, from # to the end of the line, are passed over. */
final class Lexer {
  private static final Pattern BLANK = Pattern.compile("(?:[ \\t\\r\\n]+|#[^\\n]*)+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:]*");
  private static final Pattern DURATION =
      Pattern.compile("(?:\\d+(?:ms|[smhdwy]))+(?![A-Za-z0-9_])");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(?![A-Za-z0-9_.])");
  private static final Pattern SIGN = Pattern.compile("=~|!~|==|!=|<=|>=|[-+*/%^<>=(){}\\[\\],:@]");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private Lexer(String text) {
    this.text = text;
  }

  /** The words; the last one is the end. */
  static List<Token> tokens(String text) throws PromQlException {
    return new Lexer(text).all();
  }

  private List<Token> all() throws PromQlException {
    skip(BLANK);
    while (position < text.length()) {
      token();
      skip(BLANK);
    }
    tokens.add(new Token(Token.Kind.END, "", position));
    return tokens;
  }

  private void skip(Pattern pattern) {
    Matcher matcher = at(pattern);
    if (matcher.lookingAt()) {
      position = matcher.end();
    }
  }

  private Matcher at(Pattern pattern) {
    return pattern.matcher(text).region(position, text.length()).useTransparentBounds(true);
  }

  private void token() throws PromQlException {
    char c = text.charAt(position);
    if (c == '"' || c == '\'' || c == '`') {
      Quoted quoted = Quoted.at(text, position);
      tokens.add(new Token(Token.Kind.STRING, quoted.value(), position));
      position = quoted.end();
    } else if (!take(NAME, Token.Kind.NAME)
        && !take(DURATION, Token.Kind.DURATION)
        && !take(NUMBER, Token.Kind.NUMBER)
        && !take(SIGN, Token.Kind.SIGN)) {
      throw PromQlException.at(
          text,
          position,
          Character.isDigit(c) || c == '.'
              ? "no number, such as 0.5, and no duration, such as 1h30m"
              : "unexpected character");
    }
  }

  private boolean take(Pattern pattern, Token.Kind kind) {
    Matcher matcher = at(pattern);
    // A colon alone is a sign: it stands in subqueries, of which the parser has more to say.
    if (!matcher.lookingAt() || (kind == Token.Kind.NAME && matcher.group().equals(":"))) {
      return false;
    }
    tokens.add(new Token(kind, matcher.group(), position));
    position = matcher.end();
    return true;
  }
}
