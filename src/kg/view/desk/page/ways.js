// Around a node, and from one to another: neighbourhoods of one to three steps, the shortest path.
import { by, make, said } from "./dom.js";
import { choices } from "./choices.js";
import { graph, isNode, nameOf, numberOf, tables } from "./graph.js";
import { otherEnd, scene, tiesOf } from "./scene.js";
import { change, state } from "./store.js";
import { word } from "./words.js";

const STEPS = [0, 1, 2, 3];

// The nodes on a shortest path over what is let through, or none.
export function shortestPath(from, to) {
  const before = new Map([[from, -1]]);
  let edge = [from];
  while (edge.length > 0 && !before.has(to)) {
    const next = [];
    for (const node of edge) for (const tie of tiesOf(node)) {
      const other = otherEnd(tie, node);
      if (scene.tieOn[tie] === 1 && scene.nodeOn[other] === 1 && !before.has(other)) { before.set(other, node); next.push(other); }
    }
    edge = next;
  }
  const path = [];
  if (before.has(to)) for (let node = to; node >= 0; node = before.get(node)) path.unshift(node);
  return path;
}

function stepButtons() {
  const press = (steps) => { change({ steps }); by(`steps-${steps}`).focus(); };
  return make("div", { class: "row", role: "group", "aria-label": word("ways.around") }, make("span", {}, word("ways.around")),
    ...STEPS.map((steps) => make("button", { type: "button", class: "set", id: `steps-${steps}`, "aria-pressed": String(state.steps === steps),
      disabled: !isNode(numberOf(state.selected)), click: () => press(steps) }, steps === 0 ? word("ways.off") : String(steps))));
}

function drawPath(from, to) {
  const path = shortestPath(from, to);
  if (path.length === 0) { by("status").textContent = word("ways.none"); return; }
  change({ selected: "", steps: 0, set: path.map((node) => graph.ids.get(node)), panel: "card" });
  by("status").textContent = word("ways.found", { n: path.length - 1 });
}

function ways() {
  if (!tables.ready) return [];
  const [selected, start] = [numberOf(state.selected), numberOf(state.start)];
  const named = isNode(selected) ? [make("p", {}, said(nameOf(selected)))] : [make("p", { class: "count" }, word("ways.hint"))];
  const buttons = [];
  if (isNode(selected) && selected !== start) {
    buttons.push(make("button", { type: "button", id: "path-start", click: () => change({ start: state.selected }) }, word("ways.start")));
  }
  if (isNode(selected) && isNode(start) && selected !== start) {
    buttons.push(make("button", { type: "button", id: "path-end", click: () => drawPath(start, selected) }, word("ways.path")));
  }
  const from = isNode(start) ? [make("p", {}, word("ways.from"), " ", said(nameOf(start)))] : [];
  return [...named, stepButtons(), ...from, make("div", { class: "row" }, ...buttons)];
}

choices({ id: "ways", title: "ways.title", keys: ["selected", "steps", "start", "set"], render: ways });
