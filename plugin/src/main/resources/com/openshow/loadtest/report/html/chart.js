"use strict";
/** What every chart has in common: size, colours, hover, keyboard. */
const Charts = (() => {
  const drawn = new Map();

  /** A colour of the style sheet, as a canvas understands it. */
  function colour(name, alpha = 1) {
    document.body.style.setProperty("outline-color", `var(--${name})`);
    const [red, green, blue] = getComputedStyle(document.body).outlineColor.match(/[\d.]+/g);
    document.body.style.removeProperty("outline-color");
    return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
  }

  function number(value) {
    if (value === null || value === undefined) {
      return "–";
    }
    const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
    return String(Number(value.toFixed(digits)));
  }

  const two = (value) => String(Math.floor(value)).padStart(2, "0");

  /** Seconds as 4:05 or 1:02:03. */
  function clock(seconds) {
    const minutes = two((seconds / 60) % 60);
    const hours = Math.floor(seconds / 3600);
    return (hours > 0 ? `${hours}:${minutes}` : String(Number(minutes))) + `:${two(seconds % 60)}`;
  }

  function axis(name, values, more) {
    return {
      label: name, labelSize: 18, labelFont: "12px system-ui, sans-serif", font: "12px system-ui, sans-serif",
      stroke: () => colour("soft"), grid: { stroke: () => colour("line"), width: 1 },
      ticks: { stroke: () => colour("line"), width: 1 }, gap: 4,
      values: (plot, splits) => splits.map((split) => (split === null ? "" : values(split))), ...more,
    };
  }

  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

  const timeAxis = () => axis("time since the start", clock, { incrs: STEPS, space: 60, size: 28 });
  const valueAxis = (unit) => axis(unit, number, { size: 48, space: 32 });

  function series(name, tone, unit, more) {
    return {
      label: name, tone, stroke: () => colour(tone), width: 1.5, points: { show: false },
      value: (plot, value) => (value === null || value === undefined ? "–" : `${number(value)} ${unit}`), ...more,
    };
  }

  /** Arrow keys do what the pointer does. */
  function onKey(event, plot) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const last = plot.data[0].length - 1;
    if (step && last >= 0) {
      const at = Math.min(last, Math.max(0, (plot.cursor.idx ?? (step > 0 ? -1 : last + 1)) + step));
      plot.setCursor({ left: plot.valToPos(plot.data[0][at], "x"), top: plot.over.clientHeight / 2 });
      event.preventDefault();
    }
  }

  /**
   * Draws a chart into the element; it follows the element's width and the theme.
   * @param description what a person who cannot see the chart is told
   */
  function draw(element, description, height, options, data) {
    const place = element.appendChild(document.createElement("div"));
    place.className = "plot";
    place.tabIndex = 0;
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", `${description} Left and right arrow keys read single values.`);
    const plot = new uPlot({
      width: Math.max(200, place.clientWidth), height, cursor: { y: false, drag: { x: false, y: false } },
      legend: { live: true, markers: { stroke: (self, i) => `var(--${self.series[i].tone})`, fill: "none" } }, ...options,
      hooks: { ...options.hooks, drawClear: options.shade ? [options.shade] : [] },
    }, data, place);
    place.querySelector(".u-legend").setAttribute("aria-live", "polite");
    place.addEventListener("keydown", (event) => onKey(event, plot));
    drawn.set(place, { plot, height });
    sizes.observe(place);
  }

  function resize(place, width, height) {
    const { plot } = drawn.get(place);
    if (width > 0 && (width !== plot.width || height !== plot.height)) {
      plot.setSize({ width, height });
    }
  }

  const refit = () => drawn.forEach(({ height }, place) => resize(place, place.clientWidth, height));
  const sizes = new ResizeObserver((entries) =>
    entries.forEach(({ target }) => resize(target, target.clientWidth, drawn.get(target).height)));

  /** For paper: as wide as the page, or half of it, and so low that two requests share a page. */
  const fit = () => drawn.forEach((drawing, place) => resize(place, place.closest(".full, .rate") ? 660 : 320, 140));
  const redraw = () => drawn.forEach(({ plot }) => plot.redraw(false, true));

  return { axis, clock, colour, draw, fit, number, redraw, refit, series, timeAxis, valueAxis };
})();
