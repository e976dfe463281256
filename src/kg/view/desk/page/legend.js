// The legend: what colours, shapes and dashes say; each entry hides and shows its kind.
import { by, make } from "./dom.js";
import { choices } from "./choices.js";
import { graph } from "./graph.js";
import { scene } from "./scene.js";
import { sign } from "./signs.js";
import { change, state } from "./store.js";
import { numberText, word } from "./words.js";

function counted(kinds, column) {
  const counts = kinds.map(() => 0);
  for (const kind of column) counts[kind] += 1;
  return kinds.map((kind, at) => [kind, counts[at]]).filter(([, count]) => count > 0);
}

function entry([kind, count]) {
  const on = !state.hidden.includes(kind);
  const toggle = () => {
    change({ hidden: on ? [...state.hidden, kind] : state.hidden.filter((one) => one !== kind) });
    by(`kind-${kind}`).focus();
  };
  return make("button", { type: "button", id: `kind-${kind}`, "aria-pressed": String(on), title: word("legend_hint"), click: toggle },
    sign(kind), make("span", {}, `${word(`kinds.${kind}`)} (${numberText(count)})`));
}

function legend() {
  return [["legend_nodes", counted(graph.nodeKinds, graph.kind)], ["legend_ties", counted(scene.kinds, scene.kind)]]
    .map(([name, found]) => make("div", { role: "group", "aria-label": word(name) }, ...found.map(entry)));
}

choices({ id: "legend", title: "legend", keys: ["hidden", "projection", "rungs"], render: () => legend() });
