// The panels beside the drawing, as tabs. A panel registers itself when its module is loaded:
//   panel({ id: "sparql", title: "panels.sparql", render(element) { ... } });
// `title` is a path of words. `render` fills the element anew each time the panel is opened, its keys change or the language does;
// `keys` names the parts of the state that it shows (store.js).
import { by, make } from "./dom.js";
import { change, on, state } from "./store.js";
import { word } from "./words.js";

const panels = [];

export function panel(one) {
  panels.push(one);
  on(one.keys || [], () => { if (state.panel === one.id) renderPanel(); });
}

export function renderPanel() {
  const open = panels.find((one) => one.id === state.panel) || panels[0];
  by("tabs").setAttribute("aria-label", word("panels.all"));
  by("tabs").replaceChildren(...panels.map((one) => tab(one, one === open)));
  const body = by("panel");
  body.setAttribute("aria-labelledby", `tab-${open.id}`);
  if (body.dataset.panel !== open.id) body.scrollTop = 0;
  body.dataset.panel = open.id;
  open.render(body);
}

function tab(one, isOpen) {
  return make("button", { type: "button", role: "tab", id: `tab-${one.id}`, "aria-selected": String(isOpen), "aria-controls": "panel",
    tabindex: isOpen ? "0" : "-1", click: () => { change({ panel: one.id }); by(`tab-${one.id}`).focus(); },
    keydown: (event) => walk(event, one) }, word(one.title));
}

// Arrow keys walk along the tabs, as a tab list promises.
function walk(event, one) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const next = panels[(panels.indexOf(one) + step + panels.length) % panels.length];
  change({ panel: next.id });
  by(`tab-${next.id}`).focus();
}

on(["panel", "language"], renderPanel);
