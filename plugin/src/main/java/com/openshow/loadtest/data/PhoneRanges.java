package com.openshow.loadtest.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbered telephone numbers: of the ranges that a country keeps for fiction, or a user's own. */
final class PhoneRanges {
  /** All countries' ranges together. */
  static final String ALL = "all";

  // ATIS 555 guidelines: 555-0100 to 555-0199 in each area; the areas in use for long.
  private static final String AREAS_OF_THE_US =
      """
      201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229
      231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304
      305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 334 336 337
      339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417
      419 423 424 425 430 432 434 435 440 443 469 478 479 480 484 501 502 503 504 505 507
      508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 563 567 570 571
      573 574 575 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618
      619 620 623 626 630 631 636 641 646 650 651 660 661 662 678 682 701 702 703 704 706
      707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 740 754 757 760 763
      765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815
      816 817 818 828 830 831 832 843 845 847 848 850 856 857 858 859 860 862 863 864 865
      870 901 903 904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 931
      936 937 940 941 949 951 952 954 956 970 971 972 973 978 979 980 985 989""";

  private static final Pattern OWN = Pattern.compile("\\+[1-9][0-9]{0,13}#{1,14}");
  private static final int LONGEST = 15;

  private static final Map<String, List<Block>> RESERVED = reserved();

  private final List<Block> blocks;
  private final long size;

  private PhoneRanges(List<Block> blocks) {
    this.blocks = blocks;
    this.size = blocks.stream().mapToLong(Block::size).sum();
  }

  private static Map<String, List<Block>> reserved() {
    Map<String, List<Block>> map = new LinkedHashMap<>();
    map.put(
        "us",
        Arrays.stream(AREAS_OF_THE_US.split("\\s+"))
            .map(area -> new Block("+1" + area + "55501", 2))
            .toList());
    // ACMA: numbers for use in TV shows, films and creative works.
    map.put("au", blocks("+61", 4, "25550 27010 35550 37010 75550 77010 85550 87010"));
    // Arcep, decision 2018-0881: numbers for audiovisual works; those of mobiles are not among
    // them.
    map.put("fr", blocks("+33", 4, "19900 26191 35301 46571 53649"));
    // Ofcom: telephone numbers for use in TV and radio drama programmes.
    map.put(
        "gb",
        blocks(
            "+44",
            3,
            "1134960 1144960 1164960 1174960 1184960 1214960 1314960 1414960 1514960 1614960"
                + " 1914980 2079460 2896496 2920180 3069990"));
    // Bundesnetzagentur: numbers for media productions.
    map.put("de", blocks("+49", 3, "3023125 6990009 4066969 2214710 8999998"));
    map.put(ALL, map.values().stream().flatMap(List::stream).toList());
    return Map.copyOf(map);
  }

  private static List<Block> blocks(String country, int digits, String prefixes) {
    return Stream.of(prefixes.split(" "))
        .map(prefix -> new Block(country + prefix, digits))
        .toList();
  }

  /** What the ranges that nobody has are called. */
  static List<String> keys() {
    return RESERVED.keySet().stream().sorted().toList();
  }

  /**
   * The range of this name or of this form.
   *
   * @throws UniqueDataException when it is neither
   */
  static PhoneRanges of(String range) {
    List<Block> reserved = RESERVED.get(range);
    if (reserved != null) {
      return new PhoneRanges(reserved);
    }
    if (!OWN.matcher(range).matches() || range.length() > 1 + LONGEST) {
      throw new UniqueDataException(
          "range must be one of "
              + keys()
              + ", or a number of your own, of at most 15 digits, with # for each one that counts,"
              + " such as +4915199####, but was \""
              + range
              + "\"");
    }
    int digits = range.length() - range.indexOf('#');
    return new PhoneRanges(List.of(new Block(range.substring(0, range.indexOf('#')), digits)));
  }

  /** The prefixes, with a {@code #} for each digit that counts. */
  List<String> forms() {
    return blocks.stream().map(block -> block.prefix() + "#".repeat(block.digits())).toList();
  }

  /** How many numbers there are. */
  long size() {
    return size;
  }

  /** One of them, by 0..size - 1. */
  String number(long index) {
    long rest = index;
    for (Block block : blocks) {
      if (rest < block.size()) {
        return block.number(rest);
      }
      rest -= block.size();
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** Numbers with a prefix. */
  private record Block(String prefix, int digits) {
    long size() {
      return Radix.DECIMAL.capacity(digits);
    }

    String number(long index) {
      String text = Long.toString(index);
      return prefix + "0".repeat(digits - text.length()) + text;
    }
  }
}
