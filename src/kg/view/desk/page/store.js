// The state of the page in one object: what is shown, how it is filtered, what is selected, where the camera stands. It is plain
// JSON, so that the address can hold it (permalink.js). Whoever changes it calls `change`; whoever shows it listens with `on`.
const listeners = new Map();

export const DEFAULTS = {
  language: "", // fr, de or en; empty: that of the browser
  panel: "card", // the id of the panel that is open
  selected: "", // of a node its id, of a tie `source~target~kind`
  set: [], // ids of nodes that are picked out together: the rows of a query, a neighbourhood, a path
  start: "", // the id of the node where a path is to start
  steps: 0, // neighbourhood of the selected node: 0 for all
  hidden: [], // kinds of nodes and ties that are not drawn
  filters: {}, // by facet, the ids of the values that are let through: role, organisation, territory, topic, factuality
  sure: 0, // the least confidence, in hundredths
  isolated: true, // whether nodes without a tie are drawn
  border: false, // cross-border ties only
  from: "", // 2019, 2019-06 or 2019-06-04
  to: "",
  projection: "events",
  rungs: [],
  sheet: "nodes", // the table: of nodes or of ties
  sort: "", // the column that it is sorted by, with a minus if downwards
  query: "", // the text in the SPARQL editor
  camera: [], // x, y, scale; empty: all in sight
};

export const state = structuredClone(DEFAULTS);

// Calls `listener(state)` after a change of one of the keys.
export function on(keys, listener) {
  for (const key of keys) {
    if (!listeners.has(key)) listeners.set(key, []);
    listeners.get(key).push(listener);
  }
}

// Takes over the values that differ, then calls each listener of their keys once, in the order in which they came to listen.
export function change(values) {
  const changed = Object.keys(values).filter((key) => JSON.stringify(values[key]) !== JSON.stringify(state[key]));
  for (const key of changed) state[key] = values[key];
  tell(changed);
}

// Calls each listener of some keys once.
export function tell(keys) {
  for (const listener of new Set(keys.flatMap((key) => listeners.get(key) || []))) listener(state);
}
