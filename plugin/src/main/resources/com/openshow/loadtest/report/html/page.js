// The data, and how it becomes elements and texts.
const data = JSON.parse(document.getElementById("data").textContent);
const MARKS = { PASS: "✔", FAIL: "✘", INCONCLUSIVE: "?", WARN: "!" };
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

function table(parent, caption, columns) {
  const frame = make(parent, "div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption });
  const whole = make(frame, "table");
  make(whole, "caption", {}, caption);
  const header = make(make(whole, "thead"), "tr");
  columns.forEach(([name, kind]) => make(header, "th", { scope: "col", class: kind ?? "" }, name));
  return make(whole, "tbody");
}
