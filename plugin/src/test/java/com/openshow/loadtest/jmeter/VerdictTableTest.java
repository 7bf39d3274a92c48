package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Verdict;
import java.awt.Color;
import java.awt.Component;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

/** The GUI's table of the verdict; none of it needs a display. */
final class VerdictTableTest {
  private static final int VERDICT = 0;
  private static final int REQUEST = 2;
  private static final int OBSERVED = 4;

  private final VerdictTableModel model = new VerdictTableModel();
  private final VerdictTable table = new VerdictTable(model);
  private final List<String> events = new ArrayList<>();

  private void listen() {
    model.addTableModelListener(
        event ->
            events.add(
                event.getLastRow() == Integer.MAX_VALUE
                    ? "all"
                    : event.getFirstRow() + ".." + event.getLastRow()));
  }

  @Test
  void onlyRowsThatChangedAreSaidToHave() {
    model.show(rows(p95("/a", 10), p95("/b", 20), p95("/c", 30)));
    listen();
    model.show(rows(p95("/a", 10), p95("/b", 20), p95("/c", 30)));
    assertThat(events).isEmpty();
    model.show(rows(p95("/a", 10), p95("/b", 21), p95("/c", 30)));
    assertThat(events).containsExactly("1..1");
    model.show(rows(p95("/a", 10), p95("/c", 30)));

    assertThat(events).containsExactly("1..1", "all");
  }

  @Test
  void numbersAreSortedAsNumbersAndUnitsApart() {
    model.show(
        rows(
            p95("/slow", 1000),
            p95("/fast", 9),
            none("/silent"),
            errors(0.5),
            p95("/middle", 120)));
    table.getRowSorter().toggleSortOrder(OBSERVED);

    assertThat(column(OBSERVED)).containsExactly("-", "0.5 %", "9 ms", "120 ms", "1000 ms");
  }

  @Test
  void theWorstVerdictsStandFirst() {
    model.show(rows(p95("/a", 10), none("/silent"), p95("/b", 90)));
    table.getRowSorter().toggleSortOrder(VERDICT);

    assertThat(column(VERDICT)).containsExactly("FAIL", "INCONCLUSIVE", "PASS");
  }

  @Test
  void aChangeKeepsTheSelectionAndTheOrder() {
    model.show(rows(p95("/a", 10), p95("/b", 20), p95("/c", 30)));
    table.getRowSorter().toggleSortOrder(OBSERVED);
    table.getRowSorter().toggleSortOrder(OBSERVED);
    table.setRowSelectionInterval(1, 1);
    assertThat(column(REQUEST)).containsExactly("/c", "/b", "/a");

    model.show(rows(p95("/a", 25), p95("/b", 99), p95("/c", 30)));

    assertThat(column(REQUEST)).containsExactly("/b", "/c", "/a");
    assertThat(table.getSelectedRows()).containsExactly(0);
  }

  @Test
  void aLabelIsNoHtml() {
    model.show(rows(p95("<html><h1>big", 10)));
    Component cell = table.prepareRenderer(table.getCellRenderer(0, REQUEST), 0, REQUEST);

    assertThat(((JLabel) cell).getClientProperty("html")).isNull();
    table.setSize(table.getPreferredSize());
    assertThat(
            table.getToolTipText(
                new MouseEvent(
                    table,
                    MouseEvent.MOUSE_MOVED,
                    0,
                    0,
                    table.getCellRect(0, REQUEST, false).x + 1,
                    1,
                    0,
                    false)))
        .contains("&lt;html&gt;&lt;h1&gt;big")
        .contains("because");
  }

  @Test
  void theVerdictsColourCanBeReadOnLightAndOnDark() {
    for (Color background : List.of(Color.WHITE, new Color(0x3C3F41), new Color(0xF2F2F2))) {
      for (Verdict verdict : Verdict.values()) {
        assertThat(contrast(VerdictColours.of(verdict, background), background))
            .as("%s on %s", verdict, background)
            .isGreaterThan(4.5);
      }
    }
  }

  /** The ratio of WCAG 2, of which 4.5 is asked for. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    float[] parts = colour.getRGBColorComponents(null);
    double[] linear =
        IntStream.range(0, 3)
            .mapToDouble(
                i ->
                    parts[i] <= 0.03928
                        ? parts[i] / 12.92
                        : Math.pow((parts[i] + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private List<String> column(int column) {
    return IntStream.range(0, table.getRowCount())
        .mapToObj(row -> table.getValueAt(row, column).toString())
        .toList();
  }

  private static List<VerdictRow> rows(Outcome... outcomes) {
    return List.of(outcomes).stream().map(VerdictRow::of).toList();
  }

  private static Outcome p95(String label, double observed) {
    return new Outcome(
        new Objective(new Scope("S_01", label), Indicator.parse("p95"), 50),
        OptionalDouble.of(observed),
        100,
        observed <= 50 ? Verdict.PASS : Verdict.FAIL,
        "because");
  }

  private static Outcome errors(double observed) {
    return new Outcome(
        new Objective(new Scope("S_01", ""), new ErrorRate(), 1),
        OptionalDouble.of(observed),
        100,
        Verdict.PASS,
        "because");
  }

  private static Outcome none(String label) {
    return new Outcome(
        new Objective(new Scope("S_01", label), Indicator.parse("p95"), 50),
        OptionalDouble.empty(),
        0,
        Verdict.INCONCLUSIVE,
        "no sample was taken");
  }
}
