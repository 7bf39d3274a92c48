package com.openshow.loadtest.results;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a results file: unpacked when they are packed, without a byte order mark. Where a
 * packed file was cut off, they end.
 */
final class Content extends FilterInputStream {
  private static final int HEAD = 1 << 16;
  private static final int TAIL = 64;
  private static final Pattern XML_ENCODING =
      Pattern.compile("<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._:-]*)[\"']");

  private final byte[] head;
  private final Charset charset;
  private final byte[] tail = new byte[TAIL];
  private long count;
  private boolean cutOff;

  private Content(byte[] head, InputStream rest) {
    super(rest);
    this.head = head;
    charset = charset(head);
  }

  /** Opens a file; whether it is packed is seen from its first bytes, not from its name. */
  static Content open(Path file, Progress progress) throws IOException {
    InputStream raw = new Counted(Files.newInputStream(file), progress);
    try {
      byte[] magic = raw.readNBytes(2);
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(magic), raw);
      boolean packed = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
      return unpacked(packed ? new GZIPInputStream(all, HEAD) : all);
    } catch (EOFException e) {
      return new Content(new byte[0], raw).cut();
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static Content unpacked(InputStream all) throws IOException {
    byte[] head = new byte[HEAD];
    int length = 0;
    boolean cutOff = false;
    try {
      for (int n = 0; n >= 0 && length < HEAD; length += Math.max(0, n)) {
        n = all.read(head, length, HEAD - length);
      }
    } catch (EOFException e) {
      cutOff = true;
    }
    byte[] start = Arrays.copyOf(head, length);
    int mark = mark(start);
    InputStream begin = new ByteArrayInputStream(start, mark, length - mark);
    Content content = new Content(start, cutOff ? begin : new SequenceInputStream(begin, all));
    return cutOff ? content.cut() : content;
  }

  private Content cut() {
    cutOff = true;
    return this;
  }

  private static Charset charset(byte[] head) {
    return switch (mark(head)) {
      case 2 -> head[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      case 0 -> declared(new String(head, StandardCharsets.ISO_8859_1));
      default -> StandardCharsets.UTF_8;
    };
  }

  /** How many bytes a byte order mark takes; 0 where there is none. */
  private static int mark(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE) ? 2 : 0;
  }

  /** What XML says of itself in its first line, which is ASCII. */
  private static Charset declared(String head) {
    Matcher declaration = XML_ENCODING.matcher(head);
    try {
      return declaration.lookingAt()
          ? Charset.forName(declaration.group(1))
          : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || head[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** The beginning, at most some 65,000 characters; empty when there is nothing. */
  String head() {
    int mark = mark(head);
    return new String(head, mark, head.length - mark, charset);
  }

  /**
   * UTF-8, unless XML declares another, or a byte order mark says UTF-16, in which PowerShell
   * redirects output.
   */
  Charset charset() {
    return charset;
  }

  /** How many bytes were given out so far. */
  long count() {
    return count;
  }

  /** Whether it is a packed file whose end is missing; known at its end. */
  boolean isCutOff() {
    return cutOff;
  }

  /** Reads what is left, for its end alone. */
  void skipToEnd() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  /** The last characters given out; the first of them may be damaged. */
  String tail() {
    int length = (int) Math.min(count, TAIL);
    byte[] last = new byte[length];
    for (int i = 0; i < length; i++) {
      last[i] = tail[(int) ((count - length + i) % TAIL)];
    }
    return new String(last, charset);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = super.read(buffer, offset, length);
    } catch (EOFException e) {
      cutOff = true;
      return -1;
    }
    for (int i = Math.max(0, n - TAIL); i < n; i++) {
      tail[(int) ((count + i) % TAIL)] = buffer[offset + i];
    }
    count += Math.max(0, n);
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Tells of each byte that leaves the disk. */
  private static final class Counted extends FilterInputStream {
    private final Progress progress;

    Counted(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        progress.read(n);
      }
      return n;
    }
  }
}
