// Which network is drawn: the graph, or who is tied to whom by what they share, with the rungs of the tie.
import { by, make } from "./dom.js";
import { choices } from "./choices.js";
import { tables } from "./graph.js";
import { PROJECTIONS, RUNGS } from "./projection.js";
import { change, state } from "./store.js";
import { word } from "./words.js";

function chooseNetwork(projection) {
  change({ projection, rungs: [], selected: "", set: [], steps: 0 });
  by(`projection-${projection}`).focus();
}

function setRung(rung, on) {
  const chosen = state.rungs.length === 0 ? RUNGS : state.rungs;
  const rungs = RUNGS.filter((one) => (one === rung ? on : chosen.includes(one)));
  if (rungs.length > 0) change({ rungs: rungs.length === RUNGS.length ? [] : rungs, selected: "" });
  else change({ rungs: [...state.rungs] });
  by(`rung-${rung}`).checked = state.rungs.length === 0 || state.rungs.includes(rung);
  by(`rung-${rung}`).focus();
}

function networks() {
  if (!tables.ready) return [];
  const radios = PROJECTIONS.map((one) => make("label", {}, make("input", { type: "radio", name: "projection", id: `projection-${one}`,
    checked: state.projection === one, change: () => chooseNetwork(one) }), word(`projections.${one}`)));
  const chosen = state.rungs.length === 0 ? RUNGS : state.rungs;
  const rungs = RUNGS.map((one) => make("label", {}, make("input", { type: "checkbox", id: `rung-${one}`, checked: chosen.includes(one),
    change: (event) => setRung(one, event.target.checked) }), word(`kinds.${one}`)));
  const parts = [make("fieldset", { "aria-label": word("projections.title") }, ...radios)];
  if (state.projection !== "events") parts.push(make("fieldset", { "aria-label": word("projections.rungs") }, make("strong", {}, word("projections.rungs")), ...rungs));
  return parts;
}

choices({ id: "network", title: "projections.title", keys: ["projection", "rungs"], render: networks });
