package com.openshow.loadtest.metrics.promql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of an expression, one after the other. */
final class Words {
  private final String text;
  private final List<Token> tokens;
  private int next;

  Words(String text) throws PromQlException {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  /** The next word, which stays the next. */
  Token peek() {
    return tokens.get(next);
  }

  /** The word after that. */
  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  /** Takes the next word. */
  Token take() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the next word if it is this sign. */
  boolean takeSign(String sign) {
    boolean is = peek().isSign(sign);
    if (is) {
      take();
    }
    return is;
  }

  /** Takes the next word if it is this keyword. */
  boolean takeKeyword(String word) {
    boolean is = peek().isKeyword(word);
    if (is) {
      take();
    }
    return is;
  }

  /** Takes a sign that must be there. */
  void expect(String sign, String why) throws PromQlException {
    if (!takeSign(sign)) {
      throw problem(peek(), "expected " + sign + ' ' + why);
    }
  }

  /** Takes names in round brackets, perhaps none. */
  Set<String> names() throws PromQlException {
    expect("(", "before the names of labels");
    Set<String> names = new LinkedHashSet<>();
    while (!takeSign(")")) {
      names.add(labelName().text());
      if (!takeSign(",") && !peek().isSign(")")) {
        throw problem(peek(), "expected , or ) after the name of a label");
      }
    }
    return names;
  }

  /** Takes the name of a label. */
  Token labelName() throws PromQlException {
    Token name = take();
    if (name.kind() != Token.Kind.NAME || name.text().indexOf(':') >= 0) {
      throw problem(name, "expected the name of a label");
    }
    return name;
  }

  /** A problem with a word. */
  PromQlException problem(Token token, String what) {
    return PromQlException.at(text, token.position(), what);
  }
}
