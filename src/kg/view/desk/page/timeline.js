// The time: a histogram of the events by year, month or day, a slider with two handles, and a button that lets the time go by.
import { by, make } from "./dom.js";
import { dateOf, dayOf, spanOf, written } from "./dates.js";
import { graph, tables } from "./graph.js";
import { svg } from "./signs.js";
import { change, on, state } from "./store.js";
import { dateText, numberText, word } from "./words.js";

const UNITS = ["year", "month", "day"];
const MOST_BINS = 4000;
const MOST_OF_FIRST = 60; // the finest unit with no more bins than this is shown first
const STEP_TIME = 900; // milliseconds of a step when the time goes by
let unit = "year";
let bins = []; // { day, count }: the first day of each, and how many events
let playing = 0;

function extent() {
  let [first, last] = [Infinity, -Infinity];
  for (let node = 0; node < graph.count; node += 1) {
    const when = tables.when.of(node);
    if (when.length > 0) [first, last] = [Math.min(first, when[0]), Math.max(last, when[1])];
  }
  for (const day of tables.moments.numbers) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return first <= last ? [first, last] : null;
}

function startOfBin(day, of) {
  const date = dateOf(day);
  return of === "year" ? dayOf(date.getUTCFullYear()) : of === "month" ? dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1) : day;
}

function nextBin(day, of) {
  const date = dateOf(day);
  return of === "year" ? dayOf(date.getUTCFullYear() + 1) : of === "month" ? dayOf(date.getUTCFullYear(), date.getUTCMonth() + 2) : day + 1;
}

function binsOf(of, [first, last]) {
  const found = [];
  for (let day = startOfBin(first, of); day <= last && found.length < MOST_BINS; day = nextBin(day, of)) found.push({ day, count: 0 });
  return found;
}

function countEvents() {
  const place = new Map(bins.map(({ day }, at) => [day, at]));
  for (let node = 0; node < graph.count; node += 1) {
    const when = tables.when.of(node);
    const at = when.length > 0 && tables.whole[node] === node ? place.get(startOfBin(when[0], unit)) : undefined;
    if (at !== undefined) bins[at].count += 1;
  }
}

function useUnit(of) {
  unit = of;
  bins = binsOf(of, extent());
  countEvents();
}

// The bins of the first and the last handle.
function handles() {
  const [from, to] = [spanOf(state.from), spanOf(state.to)];
  let [first, last] = [0, bins.length - 1];
  if (from !== null) while (first < bins.length - 1 && nextBin(bins[first].day, unit) <= from[0]) first += 1;
  if (to !== null) while (last > first && bins[last].day > to[1]) last -= 1;
  return [first, last];
}

function setHandles(first, last) {
  const whole = first === 0 && last === bins.length - 1;
  change(whole ? { from: "", to: "" } : { from: written(bins[first].day, unit), to: written(bins[last].day, unit) });
}

function bars([first, last]) {
  const [width, height] = [1000, 40];
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const wide = width / bins.length;
  const picture = svg("svg", { class: "bars", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  bins.forEach(({ count }, at) => {
    const high = count === 0 ? 0 : Math.max(2, (height * Math.sqrt(count)) / Math.sqrt(most));
    if (high > 0) picture.append(svg("rect", { x: at * wide, y: height - high, width: Math.max(wide * 0.9, 0.5), height: high, class: at >= first && at <= last ? "in" : "out" }));
  });
  return picture;
}

function slid(which, value) {
  const [first, last] = handles();
  setHandles(which === "from" ? Math.min(value, last) : first, which === "from" ? last : Math.max(value, first));
}

// The two handles stay the same elements, or a finger would lose them while it moves them.
function build(place) {
  const slider = (which) => make("input", { type: "range", id: `time-${which}`, min: "0", input: (event) => slid(which, Number(event.target.value)) });
  place.append(make("div", { class: "row", id: "time-head" }), make("div", { id: "time-bars" }),
    make("div", { class: "handles" }, slider("from"), slider("to")));
}

function setSlider(which, at) {
  const slider = by(`time-${which}`);
  slider.max = String(bins.length - 1);
  slider.value = String(at);
  slider.setAttribute("aria-label", word(`time.${which}`));
  slider.setAttribute("aria-valuetext", dateText(written(bins[at].day, unit)));
}

// Moves the window on by one step of its own unit, and from the end back to the start.
function step() {
  const [first, last] = handles();
  const size = first === 0 && last === bins.length - 1 ? 0 : last - first;
  const next = size === 0 && first === 0 && last === bins.length - 1 ? 0 : last + 1 >= bins.length ? 0 : first + 1;
  setHandles(next, Math.min(next + size, bins.length - 1));
}

function play() {
  clearInterval(playing);
  playing = playing === 0 ? setInterval(step, STEP_TIME) : 0;
  if (playing !== 0) step();
  renderTime();
  by("time-play").focus();
}

function head([first, last], span) {
  const isWhole = first === 0 && last === bins.length - 1;
  const text = (at) => dateText(written(bins[at].day, unit));
  let count = 0;
  for (let at = first; at <= last; at += 1) count += bins[at].count;
  const units = UNITS.filter((one) => binsOf(one, span).length < MOST_BINS).map((one) => make("button", { type: "button", class: "set", id: `unit-${one}`,
    "aria-pressed": String(unit === one), click: () => { useUnit(one); renderTime(); } }, word(`time.${one}`)));
  return [make("button", { type: "button", id: "time-play", "aria-pressed": String(playing !== 0), class: "set", click: play }, word(playing === 0 ? "time.play" : "time.stop")),
    make("output", {}, isWhole ? word("time.all") : `${text(first)} – ${text(last)}`), make("span", {}, word("time.events", { n: numberText(count) })), ...units,
    isWhole ? null : make("button", { type: "button", id: "time-all", click: () => setHandles(0, bins.length - 1) }, word("time.all"))];
}

function renderTime() {
  const place = by("time");
  const span = tables.ready ? extent() : null;
  place.hidden = span === null;
  if (span === null) return;
  if (place.children.length === 0) build(place);
  if (bins.length === 0) useUnit(UNITS.filter((one) => binsOf(one, span).length <= MOST_OF_FIRST).pop() || "year");
  const focused = document.activeElement === null ? "" : document.activeElement.id;
  const [first, last] = handles();
  place.setAttribute("aria-label", word("time.title"));
  by("time-head").replaceChildren(...head([first, last], span).filter((one) => one !== null));
  by("time-bars").replaceChildren(bars([first, last]));
  setSlider("from", first);
  setSlider("to", last);
  if (focused.startsWith("time-") || focused.startsWith("unit-")) (by(focused) || by("time-play")).focus();
}

on(["language", "from", "to"], renderTime);
