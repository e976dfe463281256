// What is selected: a node with those around it, a tie with its ends, or a set of nodes picked out by a query, a path or a list.
import { isNode, numberOf } from "./graph.js";
import { findTie, otherEnd, scene, tiesOf } from "./scene.js";
import { change, on, state } from "./store.js";

export const selection = {
  node: -1, tie: -1,
  core: new Set(), // what is selected itself
  nodes: new Set(), // that and what stands around it
  ties: [],
};
const selectionListeners = [];

// Calls `listener()` when the selection has changed.
export function onSelection(listener) {
  selectionListeners.push(listener);
}

// Selects a node or a tie by its id, or nothing; the card shows it.
export function select(id) {
  change({ selected: id, ...(id === "" ? { set: [], steps: 0 } : { panel: "card" }) });
}

export function readSelection() {
  const at = state.selected === "" ? -1 : numberOf(state.selected);
  selection.node = isNode(at) ? at : -1;
  selection.tie = selection.node >= 0 || state.selected === "" ? -1 : findTie(state.selected);
  selection.core = new Set(state.set.map(numberOf).filter(isNode));
  if (selection.node >= 0) selection.core.add(selection.node);
  if (selection.tie >= 0) for (const ends of [scene.source, scene.target]) selection.core.add(ends[selection.tie]);
  selection.nodes = new Set(selection.core);
  selection.ties = selection.tie >= 0 ? [selection.tie] : around();
  selectionListeners.forEach((listener) => listener());
}

// The ties of the selected node, with their other ends; of a set, the ties within it.
function around() {
  const within = state.set.length > 0;
  const found = new Set();
  for (const node of selection.core) {
    for (const tie of tiesOf(node)) {
      const other = otherEnd(tie, node);
      if (scene.tieOn[tie] === 1 && (selection.core.has(other) || (!within && scene.nodeOn[other] === 1))) found.add(tie);
    }
  }
  if (!within) for (const tie of found) for (const ends of [scene.source, scene.target]) selection.nodes.add(ends[tie]);
  return [...found];
}

on(["selected", "set"], readSelection);
