(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const MARKS = { PASS: "✔", FAIL: "✘", INCONCLUSIVE: "?" };
  const { clock, colour, number } = Charts;

  /** An element; text is always text, so that no label becomes markup. */
  function make(parent, name, attributes = {}, text = null) {
    const space = parent.namespaceURI.endsWith("svg") || name === "svg" ? "http://www.w3.org/2000/svg" : parent.namespaceURI;
    const element = document.createElementNS(space, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (text !== null) {
      element.textContent = text;
    }
    return parent.appendChild(element);
  }

  const section = (id) => document.getElementById(id);
  const mark = (parent, verdict) =>
    make(parent, "span", { class: `mark ${verdict.toLowerCase()}` }, `${MARKS[verdict]} ${verdict}`);
  const whole = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  const percent = (part, all) => (all === 0 ? "–" : `${Number(((100 * part) / all).toPrecision(3))} %`);
  const utc = (millis) => new Date(millis).toISOString().replace("T", " ").slice(0, 19);

  const concerns = (objective, scenario, label) =>
    objective.label === label && (objective.scenario === "" || objective.scenario === scenario);

  /** Where the charts of a request are; a label would make a bad name. */
  const anchors = data.scenarios.flatMap((scenario, i) => scenario.endpoints.map((one, j) =>
    ({ scenario: scenario.name, label: one.label, id: `request-${i}-${j}` })));

  function head() {
    const box = section("verdict");
    box.querySelector("h1").textContent = `${MARKS[data.verdict]} ${data.verdict}`;
    const all = data.objectives.length;
    const unsure = data.objectives.filter((objective) => objective.borderline).length;
    make(box, "p", {}, all === 0 ? "There was no objective to judge." :
      `${all} objective${all === 1 ? "" : "s"}: ${data.pass} passed, ${data.fail} failed, ${data.inconclusive} inconclusive`
      + (unsure > 0 ? `; ${unsure} borderline` : ""));
    if (data.interruption !== null) {
      make(make(box, "p"), "strong", {}, `The run did not go to its end: ${data.interruption}`);
    }
    const run = make(box, "p", { class: "soft" });
    make(run, "bdi", {}, data.plan);
    run.append(` · ${utc(data.startedAtMillis)} UTC · ${clock(data.seconds)} long`);
  }

  function table(parent, caption, columns) {
    const frame = make(parent, "div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption });
    const whole = make(frame, "table");
    make(whole, "caption", {}, caption);
    const header = make(make(whole, "thead"), "tr");
    columns.forEach(([name, kind]) => make(header, "th", { scope: "col", class: kind ?? "" }, name));
    return make(whole, "tbody");
  }

  /** From 0 to a little beyond the greatest of interval, observed value and target. */
  function intervalBar(parent, objective) {
    const { low, high, observed, target } = objective;
    const right = 1.15 * Math.max(high ?? 0, low ?? 0, observed ?? 0, target) || 1;
    const x = (value) => 4 + (value / right) * 172;
    const svg = make(parent, "svg", { class: `interval ${objective.verdict.toLowerCase()}`, viewBox: "0 0 180 24", preserveAspectRatio: "xMinYMid", role: "img",
      "aria-label": `Observed ${objective.observedText}, interval ${objective.intervalText ?? "unknown"}, target ${objective.targetText}` });
    const line = (kind, x1, y1, x2, y2) => make(svg, "line", { class: kind, x1, y1, x2, y2 });
    line("axis", 4, 21, 176, 21);
    if (objective.intervalText !== undefined) {
      line("range", x(low ?? 0), 11, high === null ? 172 : x(high), 11);
      if (high === null) {
        make(svg, "path", { d: "M 170 5 L 177 11 L 170 17", "stroke-width": 2 });
      }
    }
    line("target", x(target), 1, x(target), 21);
    if (observed !== null) {
      make(svg, "circle", { cx: x(observed), cy: 11, r: 4.5 });
    }
  }

  function objectives() {
    const parent = section("objectives");
    if (data.objectives.length === 0) {
      make(parent, "p", {}, "None.");
      return;
    }
    const body = table(parent, "What failed comes first. Dot: observed; bar: its interval; dashed line: the target.",
      [["Verdict"], ["Request"], ["Target"], ["Observed", "number"], ["Interval and target"], ["Samples", "number"], ["Why"]]);
    data.objectives.forEach((objective) => {
      const row = make(body, "tr");
      const verdict = make(row, "td");
      mark(verdict, objective.verdict);
      if (objective.borderline) {
        make(verdict, "br");
        make(verdict, "span", { class: "borderline" }, "≈ borderline");
      }
      const request = make(row, "th", { scope: "row" });
      const found = anchors.find(({ scenario, label }) => concerns(objective, scenario, label));
      make(request, found ? "a" : "span", found ? { href: `#${found.id}` } : {}, objective.label || "all requests");
      make(request, "div", { class: "soft" }, objective.scenario || "all scenarios");
      make(row, "td", { "data-name": "Target" }, `${objective.kind} ${objective.targetText}`);
      make(row, "td", { class: "number", "data-name": "Observed" }, objective.observedText);
      const interval = make(row, "td");
      if (objective.observed !== null) {
        intervalBar(interval, objective);
        make(interval, "div", { class: "soft" }, objective.intervalText ?? "no interval");
      }
      make(row, "td", { class: "number", "data-name": "Samples" }, whole(objective.samples));
      make(row, "td", { class: "message" }, objective.reason);
    });
  }

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
        const at = [`${target.kind} target`, Math.max(right, bbox.left + 76 * devicePixelRatio) - 3 * devicePixelRatio, y - 5 * devicePixelRatio];
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
    return above.map(({ kind, targetText }) => `The target ${kind} ${targetText} lies far above.`).join(" ");
  };

  function latencyChart(parent, endpoint, targets) {
    const element = chart(parent, "Latency over time (ms)", true);
    Charts.draw(element, `Latency of ${endpoint.label} over time.`, 240, {
      series: [time, Charts.series("p99", "p99", "ms"), Charts.series("p95", "p95", "ms"), Charts.series("p50", "p50", "ms", { width: 2 })],
      bands: [{ series: [1, 2], fill: () => colour("p99", 0.18) }, { series: [2, 3], fill: () => colour("p95", 0.18) }],
      scales: { x: timeScale, y: fromZero(targets) }, axes: [Charts.timeAxis(), Charts.valueAxis("ms")],
      hooks: { draw: [drawTargets(targets, () => null)] },
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
      scales: { x: timeScale, y: fromZero() }, axes: [Charts.timeAxis(), Charts.valueAxis("/s")],
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
  const WORST = ["FAIL", "INCONCLUSIVE", "PASS"];

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

  function rates() {
    const parent = section("rates");
    if (data.scenarios.length === 0) {
      make(parent, "p", {}, "No request was measured.");
    }
    data.scenarios.forEach((scenario) => {
      const box = make(parent, "div", { class: "rate" });
      make(box, "h3", {}, scenario.name);
      if (scenario.pacing) {
        const { planned, achieved, worstLagMillis } = scenario.pacing;
        make(box, "p", { class: "soft" }, `${whole(achieved)} of ${whole(planned)} requests due were made; the latest began ${whole(worstLagMillis)} ms late.`);
      }
      const planned = scenario.planned ? [Charts.series("planned", "text", "/s", { ...steps, dash: [6, 4] })] : [];
      Charts.draw(box, `Planned and achieved request rate of ${scenario.name}.`, 220, {
        series: [time, Charts.series("achieved", "p50", "/s", { ...steps, fill: () => colour("p50", 0.12) }), ...planned],
        scales: { x: timeScale, y: fromZero() }, axes: [Charts.timeAxis(), Charts.valueAxis("/s")],
      }, [edges, held(scenario.achieved), ...(scenario.planned ? [held(scenario.planned)] : [])]);
    });
  }

  function errors() {
    const parent = section("errors");
    if (data.errors.length === 0) {
      make(parent, "p", {}, "No error was recorded.");
      return;
    }
    const body = table(parent, "The most frequent first, each with what the first of its kind said.",
      [["Count", "number"], ["Request"], ["Code"], ["First message"]]);
    data.errors.forEach((error) => {
      const row = make(body, "tr");
      make(row, "td", { class: "number" }, whole(error.count));
      make(make(row, "th", { scope: "row" }, error.label), "div", { class: "soft" }, error.scenario);
      make(row, "td", {}, error.code);
      make(row, "td", { class: "message" }, error.message);
    });
    if (data.hiddenErrors > 0) {
      make(parent, "p", { class: "soft" }, `${whole(data.hiddenErrors)} rarer kinds of errors are left out.`);
    }
  }

  function note() {
    const widths = data.starts.map((start, i) => data.ends[i] - start).sort((one, other) => one - other);
    const usual = widths[Math.floor(widths.length / 2)];
    section("windows").textContent = widths.length === 0 ? "There is nothing to show over time."
      : `Charts over time: ${whole(data.windows)} measured windows are drawn in ${whole(widths.length)} parts of about ${number(usual)} s each; windows were merged where there were too many, and pauses are parts of their own. In a part with few requests p95 and p99 are its greatest latency.`;
  }

  function theme() {
    const root = document.documentElement;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    section("theme").addEventListener("click", () => {
      const now = root.dataset.theme ?? (dark.matches ? "dark" : "light");
      root.dataset.theme = now === "dark" ? "light" : "dark";
      Charts.redraw();
    });
    dark.addEventListener("change", Charts.redraw);
  }

  /** Paper is light, and nobody can open a section on it. */
  function print(draws) {
    let before = null;
    addEventListener("beforeprint", () => {
      const closed = [...document.querySelectorAll("details:not([open])")];
      before = { theme: document.documentElement.dataset.theme, closed };
      document.documentElement.dataset.theme = "light";
      closed.forEach((box) => { box.open = true; });
      draws.forEach((draw) => draw());
      Charts.fit();
      Charts.redraw();
    });
    addEventListener("afterprint", () => {
      before.closed.forEach((box) => { box.open = false; });
      if (before.theme === undefined) {
        delete document.documentElement.dataset.theme;
      } else {
        document.documentElement.dataset.theme = before.theme;
      }
      Charts.refit();
      Charts.redraw();
    });
  }

  /** A link to a closed section opens it. */
  function follow() {
    const target = location.hash.startsWith("#request-") && section(location.hash.slice(1));
    if (target) {
      target.open = true;
      target.scrollIntoView();
    }
  }

  head();
  objectives();
  const draws = endpoints();
  rates();
  errors();
  note();
  theme();
  print(draws);
  draws.forEach((draw) => draw());
  addEventListener("hashchange", follow);
  follow();
})();
