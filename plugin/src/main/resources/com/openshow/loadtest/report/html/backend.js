// The backend's metrics under the requests' latency, on the same axis of time.
const TONES = ["p50", "p95", "p99", "c4", "c5", "c6"];

/** The longest beginning that all names share says nothing of any of them. */
function shortened(names) {
  if (names.length < 2) {
    return names;
  }
  const parts = names.map((name) => name.replace(/^[^{]*\{(.*)\}$/s, "$1").split(/,(?=\w+=")/));
  const own = parts.map((labels) => labels.filter((label) => !parts.every((others) => others.includes(label))));
  return own.map((labels, i) => labels.join(", ") || names[i]);
}

function backendSeries(chart, names) {
  const isState = chart.states.length > 0;
  return chart.lines.map((line, i) => Charts.series(names[i], TONES[i % TONES.length], chart.unit, {
    ...(isState ? steps : {}), ...(i >= TONES.length ? { dash: [2, 3] } : {}), spanGaps: true,
    ...(isState ? { value: (plot, value) => chart.states[value] ?? "–" } : {}),
  }));
}

function stateAxes(chart) {
  return {
    scales: { x: timeScale, y: { range: () => [-0.3, chart.states.length - 0.7] } },
    axes: [Charts.timeAxis(), Charts.axis("", (at) => chart.states[at] ?? "", { size: 80, incrs: [1] })],
  };
}

function backendChart(parent, chart) {
  const box = make(parent, "div", { class: "rate" });
  const title = make(box, "h3", {}, `${chart.name} `);
  mark(title, chart.verdict);
  make(box, "p", { class: "soft" }, chart.promise);
  const shown = chart.lines.filter((line) => line.at.length > 0);
  if (shown.length === 0) {
    make(box, "p", {}, "Nothing was read.");
    return;
  }
  const drawnChart = { ...chart, lines: shown };
  const names = shortened(shown.map((line) => line.name));
  const targets = chart.limit === null ? [] : [{ name: "limit", target: chart.limit, targetText: `${number(chart.limit)} ${chart.unit}` }];
  Charts.draw(box, `${chart.name} over time.`, 220, {
    series: [time, ...backendSeries(drawnChart, names)],
    ...(chart.states.length > 0 ? stateAxes(chart)
      : { scales: { x: timeScale, y: fromZero(targets) }, axes: [Charts.timeAxis(), Charts.valueAxis(chart.unit)] }),
    hooks: { draw: [drawTargets(targets, () => null)] }, shade,
  }, uPlot.join(shown.map((line) => [line.at, line.values])));
  if (chart.limit !== null) {
    const values = shown.flatMap((line) => line.values);
    make(box, "p", { class: "soft" }, hidden(targets, values));
  }
  if (chart.hiddenLines > 0) {
    make(box, "p", { class: "soft" }, `${whole(chart.hiddenLines)} more series are left out.`);
  }
}

function backend() {
  if (data.backend.length === 0) {
    return;
  }
  const parent = section("backend");
  parent.hidden = false;
  data.backend.forEach((chart) => backendChart(parent, chart));
}
