// What is chosen to be drawn, beside the drawing: the legend, filters, projections, time. A part registers itself, as panels do:
//   choices({ id: "legend", title: "legend", keys: [...], render() { return [elements]; } });
import { by, make } from "./dom.js";
import { on } from "./store.js";
import { word } from "./words.js";

const chosen = [];

export function choices(one) {
  chosen.push(one);
  on(one.keys, () => renderChoice(one));
}

function renderChoice(one) {
  const place = by(`choice-${one.id}`);
  if (place === null) return;
  const found = one.render();
  place.hidden = found.length === 0;
  place.querySelector(".inside").replaceChildren(...found);
}

export function renderChoices() {
  by("choices").querySelector("summary").textContent = word("choices.title");
  by("choice-parts").replaceChildren(...chosen.map((one) => make("section", { id: `choice-${one.id}`, "aria-label": word(one.title) },
    make("h2", {}, word(one.title)), make("div", { class: "inside" }))));
  chosen.forEach(renderChoice);
}

on(["language"], renderChoices);
