// The verdict and the table of objectives.
function head() {
  const box = section("verdict");
  box.querySelector("h1").textContent = `${MARKS[data.verdict]} ${data.verdict}`;
  const all = data.objectives.length;
  const unsure = data.objectives.filter((objective) => objective.borderline).length;
  make(box, "p", {}, all === 0 ? "There was no objective to judge." :
    `${all} objective${all === 1 ? "" : "s"}: ${data.pass} passed, ${data.fail - data.warnings} failed, ${data.inconclusive} inconclusive`
    + (data.warnings > 0 ? `, warnings: ${data.warnings}` : "")
    + (unsure > 0 ? `; ${unsure} borderline` : ""));
  if (data.interruption !== null) {
    make(make(box, "p"), "strong", {}, `The run did not go to its end: ${data.interruption}`);
  }
  if (data.aborted !== null) {
    make(make(box, "p"), "strong", {}, `Aborted: ${data.aborted}`);
  }
  const run = make(box, "p", { class: "soft" });
  make(run, "bdi", {}, data.plan);
  run.append(` · ${utc(data.startedAtMillis)} UTC · ${clock(data.seconds)} long`);
}

/** From 0 to a little beyond the greatest of interval, observed value and target. */
function intervalBar(parent, objective) {
  const { low, high, observed, target } = objective;
  const right = 1.15 * Math.max(high ?? 0, low ?? 0, observed ?? 0, target ?? 0) || 1;
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
  if (target !== null) {
    line("target", x(target), 1, x(target), 21);
  }
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
    make(request, found ? "a" : "span", found ? { href: `#${found.id}` } : {}, objective.requests);
    make(request, "div", { class: "soft" }, objective.scenario || "all scenarios");
    make(row, "td", { class: "text", "data-name": "Target" }, objective.promise);
    // A sequence of states is a text, which may be long.
    make(row, "td", { class: objective.observed === null ? "text" : "number", "data-name": "Observed" }, objective.observedText);
    const interval = make(row, "td");
    if (objective.observed !== null) {
      intervalBar(interval, objective);
      make(interval, "div", { class: "soft" }, objective.intervalText ?? "no interval");
    }
    make(row, "td", { class: "number", "data-name": "Samples" }, whole(objective.samples));
    make(row, "td", { class: "message" }, objective.reason);
  });
}
