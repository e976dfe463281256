// The page as a whole: the first picture as soon as there is one, then everything that is told of it.
import { fit, lookAsBefore, panBy, resize, toScreen, view, zoomBy } from "./camera.js";
import "./card.js";
import { drawn, relabel, repaint, startDrawing } from "./drawing.js";
import { by, make } from "./dom.js";
import { graph, loadPicture, loadTables, nameOf, numberOf, tables } from "./graph.js";
import { filter, onFilter } from "./filters.js";
import "./network.js";
import "./legend.js";
import "./ways.js";
import "./facets.js";
import "./timeline.js";
import "./sheet.js";
import "./about.js";
import { readAddress } from "./permalink.js";
import { nodeAt, tieAt } from "./pick.js";
import { countDegrees, scene, tieId } from "./scene.js";
import "./search.js";
import { onSelection, select } from "./selection.js";
import { show } from "./show.js";
import "./sparql.js";
import { change, on, state, tell } from "./store.js";
import { given, numberText, word } from "./words.js";

const canvas = by("canvas");
const PAN = 60; // pixels
const HINT = 120; // characters
const HOVERED_TIES = 30000; // with more than this, only nodes say their name under the pointer
const NARROW = "(max-width: 70rem)";

function counts() {
  const sum = (mask) => { let total = 0; for (const one of mask) total += one; return total; };
  const [n, m] = [sum(scene.nodeOn), sum(scene.tieOn)];
  return word(n === graph.count && m === graph.source.length ? "counts" : "counts_of",
    { n: numberText(n), m: numberText(m), all: numberText(graph.count) });
}

function speak() {
  document.documentElement.lang = state.language;
  document.title = by("title").textContent = given.title === null ? word("title") : given.title;
  for (const [id, path] of [["zoom-in", "zoom_in"], ["zoom-out", "zoom_out"], ["zoom-all", "zoom_all"]]) {
    by(id).setAttribute("aria-label", word(path));
    by(id).title = word(path);
  }
  by("languages").setAttribute("aria-label", word("language"));
  by("zoom").setAttribute("aria-label", word("picture_name"));
  by("side").setAttribute("aria-label", word("panel"));
  canvas.setAttribute("aria-label", word("picture"));
  by("credits").textContent = word("desk_credits");
  by("languages").replaceChildren(...given.languages.map((one) => make("button",
    { type: "button", lang: one, id: `language-${one}`, "aria-pressed": String(one === state.language), click: () => { change({ language: one }); by(`language-${one}`).focus(); } },
    one.toUpperCase())));
  by("status").textContent = counts();
}

// The language of the browser, if the page has it.
function firstLanguage() {
  const asked = (navigator.languages || []).map((one) => one.slice(0, 2));
  return asked.find((one) => given.languages.includes(one)) || given.language;
}

function pick(event) {
  const box = canvas.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const node = nodeAt(x, y);
  const tie = node < 0 ? tieAt(x, y) : -1;
  return node >= 0 ? graph.ids.get(node) : tie >= 0 ? tieId(tie) : "";
}

const KEYS_OF_CANVAS = {
  ArrowLeft: () => panBy(PAN, 0), ArrowRight: () => panBy(-PAN, 0), ArrowUp: () => panBy(0, PAN), ArrowDown: () => panBy(0, -PAN),
  "+": () => zoomBy(1.4), "-": () => zoomBy(1 / 1.4), 0: () => fit(true), Escape: () => select(""),
};

function listen() {
  canvas.addEventListener("click", (event) => select(pick(event)));
  canvas.addEventListener("pointermove", hover);
  canvas.addEventListener("pointerleave", () => { by("hint").hidden = true; });
  canvas.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(KEYS_OF_CANVAS, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    KEYS_OF_CANVAS[event.key]();
  });
  by("zoom-in").addEventListener("click", () => zoomBy(1.4));
  by("zoom-out").addEventListener("click", () => zoomBy(1 / 1.4));
  by("zoom-all").addEventListener("click", () => { fit(true); change({ camera: [] }); });
  new ResizeObserver(() => { resize(); if (state.camera.length === 0 && state.selected === "") fit(); repaint(true); }).observe(by("stage"));
  window.addEventListener("hashchange", readAddress);
}

function tieHint(tie) {
  const ends = `${nameOf(scene.source[tie]).slice(0, HINT / 2)} — ${nameOf(scene.target[tie]).slice(0, HINT / 2)}`;
  return `${word(`kinds.${scene.kinds[scene.kind[tie]]}`)}${scene.weight === null ? "" : ` (${numberText(scene.weight[tie])})`}: ${ends}`;
}

function hover(event) {
  if (view.moving || event.pointerType === "touch") return;
  const box = canvas.getBoundingClientRect();
  const node = nodeAt(event.clientX - box.left, event.clientY - box.top);
  const tie = node < 0 && scene.source.length < HOVERED_TIES ? tieAt(event.clientX - box.left, event.clientY - box.top) : -1;
  canvas.style.cursor = node >= 0 || tie >= 0 ? "pointer" : "grab";
  const hint = by("hint");
  hint.hidden = node < 0 && tie < 0;
  if (hint.hidden) return;
  hint.textContent = node >= 0 ? nameOf(node).slice(0, HINT) : tieHint(tie);
  hint.style.left = `${Math.min(event.clientX - box.left + 14, view.width - 200)}px`;
  hint.style.top = `${event.clientY - box.top + 14}px`;
}

function showAddressed() {
  const node = numberOf(state.selected);
  if (node >= 0 && node < graph.count && state.camera.length === 0) show(state.selected);
}

async function start() {
  if (window.matchMedia(NARROW).matches) by("choices").open = false;
  state.language = firstLanguage(); // nobody listens before there is something to show
  await loadPicture();
  countDegrees();
  filter();
  resize();
  fit();
  startDrawing();
  on(["language"], speak);
  tell(["language"]);
  onSelection(relabel);
  listen();
  await loadTables();
  onFilter(() => { repaint(true); by("status").textContent = counts(); });
  filter();
  readAddress();
  tell(["language"]);
  if (state.camera.length === 3) lookAsBefore();
  showAddressed();
}

window.kgDesk = { graph, scene, tables, state, change, view, drawn, select, show, toScreen, numberOf, nameOf, tieId, ready: null };
window.kgDesk.ready = start();
