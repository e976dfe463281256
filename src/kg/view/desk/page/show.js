// Shows a node: selects it, lets its kind through if it was hidden, and brings it into the middle of the picture.
import { lookAt, view } from "./camera.js";
import { by } from "./dom.js";
import { graph, numberOf, nodeKind } from "./graph.js";
import { scene } from "./scene.js";
import { select } from "./selection.js";
import { change, state } from "./store.js";

export function show(id) {
  const node = numberOf(id);
  const kind = nodeKind(node);
  if (state.hidden.includes(kind)) change({ hidden: state.hidden.filter((one) => one !== kind) });
  if (scene.nodeOn[node] === 0) change({ set: [], steps: 0 });
  select(id);
  lookAt(graph.x[node], graph.y[node], Math.max(view.k, graph.count > 2000 ? 0.6 : 0.9));
  by("panel").focus({ preventScroll: true });
}
