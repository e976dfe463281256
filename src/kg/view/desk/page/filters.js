// What is let through: from the state to the masks of the scene.
import { graph, isNode, nodeKind, numberOf, tables } from "./graph.js";
import { spanOf } from "./dates.js";
import { projected } from "./projection.js";
import { otherEnd, scene, tiesOf, useGraph } from "./scene.js";
import { readSelection } from "./selection.js";
import { on, state } from "./store.js";
import { UNSTATED } from "./statements.js";

const NODE_FACETS = { organisation: ["organisation"], topic: ["event", "session"], territory: ["organisation", "event", "session", "territory"] };
const STATEMENT_FACETS = ["role", "factuality"];
const filterListeners = [];

// Calls `listener()` when something else is let through.
export function onFilter(listener) {
  filterListeners.push(listener);
}

const wanted = (facet) => (state.filters[facet] || []).map(numberOf);

function window_() {
  const [from, to] = [spanOf(state.from), spanOf(state.to)];
  return from === null && to === null ? null : [from === null ? -Infinity : from[0], to === null ? Infinity : to[1]];
}

// Whether one of the spans (first and last day, one after the other) meets the window; one without dates does not.
function meets(spans, within) {
  for (let at = 0; at < spans.length; at += 2) if (spans[at] <= within[1] && spans[at + 1] >= within[0]) return true;
  return false;
}

// 1 for each statement that is let through; null where none is held back.
export function statementMask() {
  const within = window_();
  const asked = STATEMENT_FACETS.map((facet) => [facet, new Set(wanted(facet))]).filter(([, values]) => values.size > 0);
  if (within === null && asked.length === 0 && state.sure === 0) return null;
  const mask = new Uint8Array(tables.confidence.length);
  for (let at = 0; at < mask.length; at += 1) {
    const sure = state.sure === 0 || tables.confidence[at] === UNSTATED || tables.confidence[at] >= state.sure;
    const timely = within === null || meets(tables.moments.of(at), within);
    mask[at] = Number(sure && timely && asked.every(([facet, values]) => tables[facet].of(at).some((value) => values.has(value))));
  }
  return mask;
}

function nodesLetThrough() {
  const hidden = new Set(state.hidden);
  const facets = Object.keys(NODE_FACETS).map((facet) => [facet, new Set(wanted(facet))]).filter(([, values]) => values.size > 0);
  const direct = new Uint8Array(graph.count); // those that a facet asks for
  for (let node = 0; node < graph.count; node += 1) {
    const kind = nodeKind(node);
    const asked = facets.filter(([facet]) => NODE_FACETS[facet].includes(kind));
    const passes = asked.every(([facet, values]) => tables[facet].of(node).some((value) => values.has(value)));
    scene.nodeOn[node] = Number(!hidden.has(kind) && passes);
    direct[node] = Number(asked.length > 0 && passes);
  }
  return { asked: facets.length > 0, direct };
}

function tiesLetThrough(mask) {
  const hidden = new Set(state.hidden);
  const hides = scene.kinds.map((kind) => hidden.has(kind));
  const core = new Uint8Array(graph.count);
  const structure = [];
  for (let tie = 0; tie < scene.source.length; tie += 1) {
    const [from, to] = [scene.source[tie], scene.target[tie]];
    scene.tieOn[tie] = Number(!hides[scene.kind[tie]] && scene.nodeOn[from] === 1 && scene.nodeOn[to] === 1);
    if (mask === null || scene.weight !== null) continue;
    const statements = tables.tieStatements.of(tie);
    if (statements.length === 0) structure.push(tie);
    else if (!statements.some((one) => mask[one] === 1)) scene.tieOn[tie] = 0;
    else if (scene.tieOn[tie] === 1) core[from] = core[to] = 1;
  }
  keepStructure(structure, core);
  return core;
}

// Ties without a statement (part of, takes place in, competent for) stay with what they hold up.
function keepStructure(structure, core) {
  const within = window_();
  const onlyTime = within !== null && state.sure === 0 && STATEMENT_FACETS.every((facet) => wanted(facet).length === 0);
  if (onlyTime) {
    for (let node = 0; node < graph.count; node += 1) if (scene.nodeOn[node] === 1 && meets(tables.when.of(node), within)) core[node] = 1;
  }
  const before = core.slice();
  for (const tie of structure) {
    const [from, to] = [scene.source[tie], scene.target[tie]];
    const dates = tables.when.of(from);
    if (before[from] === 0 || (within !== null && dates.length > 0 && !meets(dates, within))) scene.tieOn[tie] = 0;
    else if (scene.tieOn[tie] === 1) core[to] = 1;
  }
}

function acrossBorders(tie) {
  const [one, other] = [tables.country.of(scene.source[tie]), tables.country.of(scene.target[tie])];
  return one.length > 0 && other.length > 0 && !one.some((country) => other.includes(country));
}

function dropUntied(keep) {
  const tied = new Uint8Array(graph.count);
  for (let tie = 0; tie < scene.source.length; tie += 1) if (scene.tieOn[tie] === 1) tied[scene.source[tie]] = tied[scene.target[tie]] = 1;
  for (let node = 0; node < graph.count; node += 1) if (tied[node] === 0 && !keep(node)) scene.nodeOn[node] = 0;
}

// The nodes within some steps of one, by what is let through.
export function within(start, steps) {
  const found = new Set([start]);
  let edge = [start];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const node of edge) for (const tie of tiesOf(node)) {
      const other = otherEnd(tie, node);
      if (scene.tieOn[tie] === 1 && scene.nodeOn[other] === 1 && !found.has(other)) { found.add(other); next.push(other); }
    }
    edge = next;
  }
  return found;
}

function keepAround() {
  const centre = numberOf(state.selected);
  if (state.steps === 0 || !isNode(centre)) return;
  const near = within(centre, state.steps);
  for (let node = 0; node < graph.count; node += 1) if (!near.has(node)) scene.nodeOn[node] = 0;
  for (let tie = 0; tie < scene.source.length; tie += 1) if (!near.has(scene.source[tie]) || !near.has(scene.target[tie])) scene.tieOn[tie] = 0;
}

let shown = "";

// Takes the ties of the graph, or of the projection that is asked for.
function takeTies(mask) {
  const key = JSON.stringify([state.projection, state.rungs, mask === null ? 0 : [state.filters, state.sure, state.from, state.to]]);
  if (state.projection === "events") { if (shown !== "events") useGraph(); shown = "events"; }
  else if (shown !== key) { projected(state.projection, state.rungs, mask); shown = key; }
}

export function filter() {
  if (!tables.ready) { useGraph(); filterListeners.forEach((listener) => listener()); return; }
  const mask = statementMask();
  takeTies(mask);
  const { asked, direct } = nodesLetThrough();
  const core = tiesLetThrough(mask);
  if (scene.weight !== null) for (let node = 0; node < graph.count; node += 1) if (scene.member[node] === 0) scene.nodeOn[node] = 0;
  if (state.border) for (let tie = 0; tie < scene.source.length; tie += 1) if (!acrossBorders(tie)) scene.tieOn[tie] = 0;
  if (state.border || !state.isolated) dropUntied(() => false);
  else if (scene.weight === null && (asked || mask !== null)) dropUntied((node) => direct[node] === 1 || core[node] === 1);
  keepAround();
  readSelection();
  filterListeners.forEach((listener) => listener());
}

on(["hidden", "filters", "sure", "isolated", "border", "from", "to", "steps", "projection", "rungs"], filter);
on(["selected"], () => { if (state.steps > 0) filter(); });
