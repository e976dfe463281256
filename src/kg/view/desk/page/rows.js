// The nodes and ties that are let through, as rows of plain values: for the table and for every file that can be downloaded.
import { graph, nameOf, nodeKind, tables } from "./graph.js";
import { identifierOf } from "./quotes.js";
import { kindOfTie, scene } from "./scene.js";
import { selection } from "./selection.js";
import { statementsOf, things, wordsOf } from "./statements.js";
import { written } from "./dates.js";
import { word } from "./words.js";

// What is picked out, if anything is, else all that is let through.
function isShown(node) {
  return scene.nodeOn[node] === 1 && (selection.nodes.size === 0 || selection.nodes.has(node));
}

export const identifier = (thing) => identifierOf(graph.ids.get(thing));
const namesIn = (column, node) => [...tables[column].of(node)].map((thing) => nameOf(thing)).join(" | ");
const dateIn = (spans, at) => (spans.length === 0 ? "" : written(spans[at === 0 ? 0 : spans.length - 1], "day"));

export function shownNodes() {
  const ties = new Uint32Array(graph.count);
  for (let tie = 0; tie < scene.source.length; tie += 1) if (scene.tieOn[tie] === 1) { ties[scene.source[tie]] += 1; ties[scene.target[tie]] += 1; }
  const found = [];
  for (let node = 0; node < graph.count; node += 1) if (isShown(node)) found.push({ node, ties: ties[node] });
  return found;
}

export function nodeRow({ node, ties }) {
  const when = tables.when.of(node);
  return { id: identifier(node), name: nameOf(node), kind: word(`kinds.${nodeKind(node)}`), ties, first: dateIn(when, 0), last: dateIn(when, 1),
    territories: namesIn("territory", node), countries: namesIn("country", node), topics: namesIn("topic", node) };
}

export function shownTies() {
  const found = [];
  const only = selection.tie >= 0 || selection.node >= 0 ? new Set(selection.ties) : null;
  for (let tie = 0; tie < scene.source.length; tie += 1) {
    const on = scene.tieOn[tie] === 1 && isShown(scene.source[tie]) && isShown(scene.target[tie]);
    if (on && (only === null || only.has(tie))) found.push(tie);
  }
  return found;
}

export function tieRow(tie) {
  const statements = scene.weight === null ? statementsOf(tie) : [];
  const [from, to] = [scene.source[tie], scene.target[tie]];
  const all = (column) => [...new Set(statements.flatMap((one) => things(column, one)))].map((thing) => nameOf(thing)).join(" | ");
  const days = statements.flatMap((one) => [...tables.moments.of(one)]);
  const first = days.length === 0 ? "" : written(days.reduce((a, b) => Math.min(a, b)), "day");
  const last = days.length === 0 ? "" : written(days.reduce((a, b) => Math.max(a, b)), "day");
  return { source: identifier(from), target: identifier(to), source_name: nameOf(from), target_name: nameOf(to), kind: word(`kinds.${kindOfTie(tie)}`),
    weight: scene.weight === null ? Math.max(1, statements.length) : scene.weight[tie], roles: all("role"), offices: all("post"),
    factuality: all("factuality"), first, last, attested: [...new Set(statements.flatMap((one) => wordsOf("attested", one)))].join(" | "),
    quotes: statements.reduce((sum, one) => sum + tables.statementQuotes.of(one).length, 0) };
}

