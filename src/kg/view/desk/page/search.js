// The search: a name in any language, or part of one, with no heed to case, accents and umlauts.
import { by, make, said } from "./dom.js";
import { graph, nameOf, nodeKind, namesOf } from "./graph.js";
import { scene } from "./scene.js";
import { show } from "./show.js";
import { sign } from "./signs.js";
import { select } from "./selection.js";
import { on } from "./store.js";
import { word } from "./words.js";

const LETTERS = { "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l" };
const SHOWN = 12;
const query = by("query");
const found = by("found");
let active = -1;
let index = null; // of every name of a node: { node, text, forms }

function folded(text) {
  const plain = text.toLowerCase().replace(/[ßœæøł]/g, (letter) => LETTERS[letter]).normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// Müller is found by Muller and by Mueller, and the other way round.
function forms(text) {
  const spelt = text.normalize("NFC").replace(/[äöü]/gi, (letter) => `${letter.normalize("NFD")[0]}e`);
  return [...new Set([folded(text), folded(spelt)])];
}

function indexed() {
  if (index !== null) return index;
  index = [];
  for (let node = 0; node < graph.count; node += 1) {
    const names = namesOf(node);
    for (const { text } of names.length === 0 ? [{ text: nameOf(node) }] : names) index.push({ node, text, forms: forms(text) });
  }
  return index;
}

// 0 where the name begins so, 1 where a word of it does, 2 where it stands anywhere, 3 where a word is missing.
function rank(form, asked) {
  if (form.startsWith(asked)) return 0;
  if (` ${form}`.includes(` ${asked}`)) return 1;
  return asked.split(" ").every((part) => form.includes(part)) ? 2 : 3;
}

export function find(text) {
  const asked = forms(text).filter((form) => form !== "");
  if (asked.length === 0) return [];
  const best = new Map();
  for (const entry of indexed()) {
    const at = Math.min(...entry.forms.flatMap((form) => asked.map((one) => rank(form, one))));
    if (at < 3 && !(best.has(entry.node) && best.get(entry.node).at <= at)) best.set(entry.node, { ...entry, at });
  }
  return [...best.values()].sort((a, b) => a.at - b.at || scene.degree[b.node] - scene.degree[a.node] || (a.text < b.text ? -1 : 1));
}

function suggestion(entry, number) {
  const name = nameOf(entry.node);
  return make("li", { role: "option", id: `found-${number}`, "aria-selected": "false", "data-node": entry.node,
    mousedown: (event) => { event.preventDefault(); choose(entry.node); } },
  sign(nodeKind(entry.node)), make("span", {}, said(name), ...(entry.text === name ? [] : [" ", make("span", { class: "other" }, said(entry.text))])));
}

function suggest() {
  const results = find(query.value);
  const note = (text) => make("li", { class: "note", role: "option", "aria-disabled": "true", "aria-selected": "false" }, text);
  const items = results.slice(0, SHOWN).map(suggestion);
  if (results.length > SHOWN) items.push(note(word("more", { n: results.length - SHOWN })));
  if (results.length === 0) items.push(note(word("found_none")));
  found.replaceChildren(...items);
  openList(query.value.trim() !== "");
  activate(results.length > 0 ? 0 : -1);
  by("status").textContent = results.length === 0 ? word("found_none") : word("found", { n: results.length });
}

function openList(yes) {
  found.hidden = !yes;
  query.setAttribute("aria-expanded", String(yes));
  if (!yes) query.removeAttribute("aria-activedescendant");
}

function activate(number) {
  const options = [...found.querySelectorAll("[data-node]")];
  active = options.length === 0 ? -1 : (number + options.length) % options.length;
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
  if (active < 0) { query.removeAttribute("aria-activedescendant"); return; }
  query.setAttribute("aria-activedescendant", options[active].id);
  options[active].scrollIntoView({ block: "nearest" });
}

function choose(node) {
  query.value = nameOf(node);
  openList(false);
  show(graph.ids.get(node));
}

const SEARCH_KEYS = {
  ArrowDown: () => (found.hidden ? suggest() : activate(active + 1)),
  ArrowUp: () => activate(active - 1),
  Enter: () => { if (found.hidden) suggest(); if (active >= 0) choose(Number(found.querySelectorAll("[data-node]")[active].dataset.node)); },
  Escape: () => (found.hidden ? select("") : openList(false)),
};

query.addEventListener("input", suggest);
query.addEventListener("focus", () => query.select());
query.addEventListener("blur", () => openList(false));
query.addEventListener("keydown", (event) => {
  if (!(event.key in SEARCH_KEYS) || event.isComposing) return;
  event.preventDefault();
  SEARCH_KEYS[event.key]();
});
function nameSearch() {
  query.placeholder = word("search");
  for (const id of ["query", "found"]) by(id).setAttribute("aria-label", word("search"));
}
on(["language"], nameSearch);
