// Rates, errors, the footer; and all put together.
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
      scales: { x: timeScale, y: fromZero() }, axes: [Charts.timeAxis(), Charts.valueAxis("/s")], shade,
    }, [edges, held(scenario.achieved), ...(scenario.planned ? [held(scenario.planned)] : [])]);
  });
}

function shifts() {
  if (data.shifts.length === 0) {
    return;
  }
  const parent = section("shifts");
  parent.hidden = false;
  const body = table(parent, "Response times of each request, failed ones included. The true shift lies in the range.",
    [["Request"], ["Latency"], ["Baseline", "number"], ["Now", "number"], ["Shift", "number"], ["True shift", "number"]]);
  const millis = (value) => (value === null ? "too few samples" : `${number(value)} ms`);
  const percent = (value) => `${value > 0 ? "+" : ""}${number(value)} %`;
  data.shifts.forEach((shift) => {
    const row = make(body, "tr");
    make(make(row, "th", { scope: "row" }, shift.label), "div", { class: "soft" }, shift.scenario);
    make(row, "td", { "data-name": "Latency" }, shift.kind);
    make(row, "td", { class: "number", "data-name": "Baseline" }, millis(shift.before));
    make(row, "td", { class: "number", "data-name": "Now" }, millis(shift.now));
    make(row, "td", { class: "number", "data-name": "Shift" }, shift.percent === null ? "–" : percent(shift.percent));
    make(row, "td", { class: "number", "data-name": "True shift" }, shift.low === null ? "–"
      : shift.high === null ? `${percent(shift.low)} or more` : `${percent(shift.low)} to ${percent(shift.high)}`);
  });
}

function errors() {
  const parent = section("errors");
  if (data.errors.length === 0) {
    const failed = data.scenarios.some((scenario) => scenario.endpoints.some((one) => one.errors > 0));
    make(parent, "p", {}, failed
      ? "Requests failed; what they said was not recorded."
      : "No error was recorded.");
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
backend();
shifts();
errors();
note();
theme();
print(draws);
draws.forEach((draw) => draw());
addEventListener("hashchange", follow);
follow();
