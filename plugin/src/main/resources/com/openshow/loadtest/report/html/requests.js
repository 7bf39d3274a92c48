// The charts of each request.
const middles = data.starts.map((start, i) => (start + data.ends[i]) / 2);
const perSecond = (counts) => counts.map((count, i) => count / Math.max(data.ends[i] - data.starts[i], 0.001));

/** A rate holds for the whole of its part of the time: so it is drawn in steps, up to the end of the last part. */
const steps = { paths: uPlot.paths.stepped({ align: 1 }) };
const edges = data.starts.concat(data.ends.slice(-1));
const held = (rates) => rates.concat(rates.slice(-1));
const time = {
  label: "at", value: (plot, seconds) =>
    seconds === null ? "–" : `${clock(seconds)} (${utc(data.startedAtMillis + seconds * 1000).slice(11)} UTC)`,
};
const timeScale = { time: false, range: () => [0, Math.max(data.seconds, 1)] };
const fromZero = (targets = []) => ({
  range: (plot, low, high) => [0, 1.08 * Math.max(high ?? 0, ...seen(targets, high).map(({ target }) => target)) || 1],
});

/** A target far above all that was measured would press the curves flat. */
const seen = (targets, high) => targets.filter(({ target }) => target <= 5 * Math.max(high ?? 0, 1));

/** Times in which something was done to the system on purpose. */
function shade(plot) {
  const { ctx, bbox } = plot;
  const edge = (seconds) => Math.min(bbox.left + bbox.width, Math.max(bbox.left, plot.valToPos(seconds, "x", true)));
  ctx.save();
  ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  data.spans.forEach(({ name, from, to }) => {
    const left = edge(from);
    const width = Math.max(edge(to) - left, devicePixelRatio);
    ctx.fillStyle = colour("shade", 0.12);
    ctx.fillRect(left, bbox.top, width, bbox.height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, 0, width, bbox.top);
    ctx.clip();
    ctx.fillStyle = colour("soft");
    // Above the curves, not among them.
    ctx.fillText(name, left, bbox.top - 4 * devicePixelRatio);
    ctx.restore();
  });
  ctx.restore();
}

function chart(parent, title, full) {
  const element = make(parent, "div", { class: full ? "chart full" : "chart" });
  make(element, "h4", {}, title);
  return element;
}

function drawTargets(targets, shape) {
  return (plot) => {
    const high = Math.max(...plot.data.slice(1).flat().filter((value) => value !== null), 0);
    const shown = seen(targets, high);
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour("text");
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.textAlign = "right";
    shown.forEach((target) => {
      const y = plot.valToPos(target.target, "y", true);
      const right = shape(plot, target) ?? bbox.left + bbox.width;
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(right, y);
      ctx.stroke();
      const at = [target.name ?? `${target.kind} target`, Math.max(right, bbox.left + 76 * devicePixelRatio) - 3 * devicePixelRatio, y - 5 * devicePixelRatio];
      ctx.save();
      ctx.setLineDash([]);
      ctx.strokeStyle = colour("card");
      ctx.lineWidth = 4 * devicePixelRatio;
      ctx.strokeText(...at);
      ctx.restore();
      ctx.fillText(...at);
    });
    ctx.restore();
  };
}

const hidden = (targets, values) => {
  const high = Math.max(0, ...values.filter((value) => value !== null));
  const above = targets.filter((target) => !seen(targets, high).includes(target));
  return above.map(({ name, kind, targetText }) => `The ${name ?? `target ${kind}`} ${targetText} lies far above.`).join(" ");
};

function latencyChart(parent, endpoint, targets) {
  const element = chart(parent, "Latency over time (ms)", true);
  Charts.draw(element, `Latency of ${endpoint.label} over time.`, 240, {
    series: [time, Charts.series("p99", "p99", "ms"), Charts.series("p95", "p95", "ms"), Charts.series("p50", "p50", "ms", { width: 2 })],
    bands: [{ series: [1, 2], fill: () => colour("p99", 0.18) }, { series: [2, 3], fill: () => colour("p95", 0.18) }],
    scales: { x: timeScale, y: fromZero(targets) }, axes: [Charts.timeAxis(), Charts.valueAxis("ms")],
    hooks: { draw: [drawTargets(targets, () => null)] }, shade,
  }, [middles, endpoint.p99, endpoint.p95, endpoint.p50]);
  make(element, "p", { class: "soft" }, hidden(targets, endpoint.p99));
}

const percentile = (share) => {
  const value = 100 - 100 / share;
  const nines = Math.max(0, Math.ceil(Math.log10(share)) - 2);
  return `${Number(value.toFixed(nines + (value > 0 && share % 10 !== 0 ? 1 : 0)))} %`;
};

function percentileChart(parent, endpoint, targets) {
  const element = chart(parent, "Latency by percentile (ms)", false);
  const last = Math.max(100, endpoint.shares[endpoint.shares.length - 1] ?? 0);
  const powers = Array.from({ length: Math.ceil(Math.log10(last)) + 1 }, (_, i) => 10 ** i);
  const place = (plot, { kind }) => {
    const value = /^p([\d.]+)$/.exec(kind);
    return value ? plot.valToPos(Math.min(last, 100 / (100 - Number(value[1]))), "x", true) : null;
  };
  Charts.draw(element, `Distribution of the latency of ${endpoint.label}.`, 220, {
    series: [{ label: "percentile", value: (plot, share) => (share === null ? "–" : percentile(share)) },
      Charts.series("latency", "p50", "ms", { fill: () => colour("p50", 0.12) })],
    scales: { x: { time: false, distr: 3, log: 10, range: () => [1, last] }, y: fromZero(targets) },
    axes: [Charts.axis("percentile", percentile, { size: 28, splits: () => powers.filter((power) => power <= last) }), Charts.valueAxis("ms")],
    hooks: { draw: [drawTargets(targets, place)] },
  }, [endpoint.shares, endpoint.latencies]);
}

function trafficChart(parent, endpoint) {
  const element = chart(parent, "Requests and errors (per second)", false);
  Charts.draw(element, `Requests and errors of ${endpoint.label} over time.`, 220, {
    series: [time, Charts.series("requests", "p50", "/s", { ...steps, fill: () => colour("p50", 0.12) }),
      Charts.series("errors", "fail", "/s", { ...steps, dash: [6, 3], fill: () => colour("fail", 0.2) })],
    scales: { x: timeScale, y: fromZero() }, axes: [Charts.timeAxis(), Charts.valueAxis("/s")], shade,
  }, [edges, held(perSecond(endpoint.counts)), held(perSecond(endpoint.failures))]);
}

function figures(parent, endpoint) {
  const lines = make(make(parent, "div", { class: "figures" }), "div", { class: "wide", tabindex: "0", role: "region",
    "aria-label": `Percentiles of ${endpoint.label}` });
  const body = make(lines, "table");
  make(body, "caption", {}, "Latency of the whole run in ms");
  const names = make(make(body, "thead"), "tr");
  const values = make(make(body, "tbody"), "tr");
  ["mean", "p50", "p90", "p95", "p99", "p99.9", "p99.99", "max"].forEach((name, i) => {
    make(names, "th", { scope: "col" }, name);
    make(values, "td", {}, number(i === 0 ? endpoint.mean : endpoint.summary[i - 1]));
  });
}

const MOST_OPEN = 5;
const WORST = ["FAIL", "INCONCLUSIVE", "WARN", "PASS"];

function endpoint(parent, scenario, one) {
  const own = data.objectives.filter((objective) => concerns(objective, scenario.name, one.label));
  const worst = WORST.find((verdict) => own.some((objective) => objective.verdict === verdict));
  const box = make(parent, "details", { id: anchors.find((it) => it.scenario === scenario.name && it.label === one.label).id });
  box.open = worst === "FAIL" && parent.querySelectorAll("details[open]").length < MOST_OPEN;
  const line = make(box, "summary");
  make(line, "span", { class: "name" }, one.label);
  if (worst) {
    mark(line, worst);
  }
  make(line, "span", { class: "soft" }, `${whole(one.samples)} requests · ${percent(one.errors, one.samples)} errors`
    + ` · p50 ${number(one.summary[0])} · p95 ${number(one.summary[2])} · p99 ${number(one.summary[3])} ms`);
  const targets = own.filter((objective) => objective.latency);
  const draw = () => {
    if (box.open && !box.dataset.drawn) {
      box.dataset.drawn = "yes";
      figures(box, one);
      const charts = make(box, "div", { class: "charts" });
      latencyChart(charts, one, targets);
      percentileChart(charts, one, targets);
      trafficChart(charts, one);
    }
  };
  box.addEventListener("toggle", draw);
  return draw;
}

function endpoints() {
  const parent = section("endpoints");
  const groups = data.scenarios.filter((scenario) => scenario.endpoints.length > 0);
  if (groups.length === 0) {
    make(parent, "p", {}, "No request was measured.");
    return [];
  }
  const tools = make(parent, "p", { class: "tools" });
  [["Open all", true], ["Close all", false]].forEach(([text, open]) =>
    make(tools, "button", { type: "button" }, text).addEventListener("click", () =>
      parent.querySelectorAll("details").forEach((box) => { box.open = open; })));
  const draws = groups.flatMap((scenario) => {
    make(parent, "h3", {}, scenario.name);
    return scenario.endpoints.map((one) => endpoint(parent, scenario, one));
  });
  if (data.hiddenEndpoints > 0) {
    make(parent, "p", { class: "soft" }, `${whole(data.hiddenEndpoints)} more requests, those called least, are left out to keep this file small.`);
  }
  return draws;
}
