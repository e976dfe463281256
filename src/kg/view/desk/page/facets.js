// Filters: by role, kind of organisation, territory, topic, announced or reported, confidence; nodes without ties; ties across borders.
import { by, make, said } from "./dom.js";
import { choices } from "./choices.js";
import { graph, nameOf, tables } from "./graph.js";
import { change, state } from "./store.js";
import { numberText, word } from "./words.js";

const FACETS = ["role", "factuality", "organisation", "topic", "territory"];
const open = new Set();
const facetCounts = new Map(); // by facet: how many statements or nodes have each value

function countedValues(facet) {
  if (!facetCounts.has(facet)) {
    const found = new Map();
    for (const value of tables[facet].numbers) found.set(value, (found.get(value) || 0) + 1);
    facetCounts.set(facet, found);
  }
  return facetCounts.get(facet);
}

function boxes(facet, chosen) {
  const collator = new Intl.Collator(state.language);
  return [...countedValues(facet)].map(([value, count]) => ({ value, count, name: nameOf(value) }))
    .sort((a, b) => collator.compare(a.name, b.name)).map((one) => box(facet, one, chosen));
}

// There can be thousands of values: they are written out when the facet is opened.
function facetPart(facet) {
  if (countedValues(facet).size === 0) return [];
  const chosen = new Set(state.filters[facet] || []);
  const title = `${word(`facets.${facet}`)}${chosen.size > 0 ? ` (${chosen.size})` : ""}`;
  const isOpen = open.has(facet) || chosen.size > 0;
  const values = make("div", { class: "values", role: "group", "aria-label": word(`facets.${facet}`), tabindex: "0" }, ...(isOpen ? boxes(facet, chosen) : []));
  const toggle = (event) => {
    if (event.target.open) open.add(facet); else open.delete(facet);
    if (event.target.open && values.children.length === 0) values.append(...boxes(facet, chosen));
  };
  return [make("details", { open: isOpen, toggle }, make("summary", {}, title), values)];
}

function box(facet, { value, count, name }, chosen) {
  const id = graph.ids.get(value);
  const input = make("input", { type: "checkbox", id: `${facet} ${id}`, checked: chosen.has(id), change: (event) => {
    const kept = (state.filters[facet] || []).filter((one) => one !== id);
    const filters = { ...state.filters, [facet]: event.target.checked ? [...kept, id] : kept };
    if (filters[facet].length === 0) delete filters[facet];
    change({ filters });
    by(`${facet} ${id}`).focus();
  } });
  return make("label", {}, input, make("span", {}, said(name), make("span", { class: "count" }, ` ${numberText(count)}`)));
}

function flag(key, on, path) {
  const set = (event) => { change({ [key]: event.target.checked === on }); by(`flag-${key}`).focus(); };
  return make("label", {}, make("input", { type: "checkbox", id: `flag-${key}`, checked: state[key] === on, change: set }), word(path));
}

function sureness() {
  const shown = make("output", {}, ` ${state.sure} %`);
  const slider = make("input", { type: "range", min: "0", max: "100", step: "5", id: "sure", value: String(state.sure),
    input: (event) => { shown.textContent = ` ${event.target.value} %`; },
    change: (event) => { change({ sure: Number(event.target.value) }); by("sure").focus(); } });
  slider.value = String(state.sure);
  return make("label", {}, make("span", {}, word("facets.sure"), shown), slider);
}

const isFiltered = () => Object.keys(state.filters).length > 0 || state.sure > 0 || state.border || !state.isolated || state.hidden.length > 0
  || state.from !== "" || state.to !== "" || state.steps > 0;

function all() {
  change({ filters: {}, sure: 0, border: false, isolated: true, hidden: [], from: "", to: "", steps: 0 });
}

function facets() {
  if (!tables.ready) return [];
  const sure = tables.confidence.some((one) => one !== 255) ? [sureness()] : [];
  return [...FACETS.flatMap(facetPart), ...sure, flag("border", true, "facets.border"), flag("isolated", false, "facets.isolated"),
    make("div", { class: "row" }, make("button", { type: "button", id: "facets-all", disabled: !isFiltered(), click: all }, word("facets.all")))];
}

choices({ id: "facets", title: "facets.title", keys: ["filters", "sure", "border", "isolated", "hidden", "from", "to", "steps"], render: facets });
