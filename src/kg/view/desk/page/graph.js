// The graph of the page: places, kinds, ties and names first (for the first picture), then statements, passages and facets.
import { readBlock } from "./block.js";
import { by } from "./dom.js";
import { given } from "./words.js";
import { state } from "./store.js";

export const graph = {}; // ids, x, y, kind, source, target, tieKind, name, ...: kg.view.desk.picture
export const tables = { ready: false }; // kg.view.desk.tables

export async function loadPicture() {
  Object.assign(graph, await readBlock(by("picture")));
  graph.count = graph.values.drawn;
  graph.nodeKinds = graph.values.nodeKinds;
  graph.tieKinds = graph.values.tieKinds;
}

// They stand after the program, so that the first picture does not wait for them.
export async function loadTables() {
  if (document.readyState === "loading") await new Promise((done) => { document.addEventListener("DOMContentLoaded", done, { once: true }); });
  Object.assign(tables, await readBlock(by("tables")));
  tables.ready = true;
}

const numbers = new Map();

// The number of a thing, or -1.
export function numberOf(id) {
  if (numbers.size === 0) for (let index = 0; index < graph.ids.length; index += 1) numbers.set(graph.ids.get(index), index);
  return numbers.has(id) ? numbers.get(id) : -1;
}

export const isNode = (index) => index >= 0 && index < graph.count;
export const nodeKind = (index) => graph.nodeKinds[graph.kind[index]];

// All names of a thing: [{ text, language, rank }], those it goes by first.
export function namesOf(index) {
  const found = [];
  for (let at = graph.name.at[index]; at < graph.name.at[index + 1]; at += 1) {
    found.push({ text: graph.strings.get(graph.name.numbers[at]), language: graph.languages.get(graph.nameLanguage[at]), rank: graph.nameRank[at] });
  }
  return found;
}

function lastPart(id) {
  return id.replace(/[/#]+$/, "").split(/[/#]/).pop().replace(/^id:/, "");
}

// The name to show: in the reader's language, else in another of the page's, else in any.
export function nameOf(index, language = state.language) {
  const wanted = [language, ...given.languages, ""];
  let best = -1;
  let least = Infinity;
  for (let at = graph.name.at[index]; at < graph.name.at[index + 1]; at += 1) {
    const place = wanted.indexOf(graph.languages.get(graph.nameLanguage[at]));
    const cost = graph.nameRank[at] * 100 + (place < 0 ? 99 : place);
    if (cost < least) [least, best] = [cost, at];
  }
  return best < 0 ? lastPart(graph.ids.get(index)) : graph.strings.get(graph.name.numbers[best]);
}

// Of a long name that has an acronym, the acronym.
export function shortName(index) {
  const name = nameOf(index);
  if (name.length <= 24) return name;
  const acronym = namesOf(index).find((one) => one.rank === 2);
  return acronym === undefined ? name : acronym.text;
}
