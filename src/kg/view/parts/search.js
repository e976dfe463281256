// The search box: every name in every language, without regard to case, accents and umlauts.
const LETTERS = { "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l" };
const SHOWN = 12;

function folded(text) {
  const plain = text.toLowerCase().replace(/[ßœæøł]/g, (letter) => LETTERS[letter]).normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// Müller is found by Muller and by Mueller, and the other way round.
function forms(text) {
  const spelt = text.normalize("NFC").replace(/[äöü]/gi, (letter) => `${letter.normalize("NFD")[0]}e`);
  return [...new Set([folded(text), folded(spelt)])];
}

const index = data.graph.nodes.flatMap(({ id, kind }) => {
  const names = data.names[id].all.length === 0 ? [[id, ""]] : data.names[id].all;
  return names.map(([text]) => ({ id, kind, text, forms: forms(text), ties: (tiesOf[id] || []).length }));
});

// 0 where the name begins so, 1 where a word of it does, 2 where it stands anywhere, none where a word is missing.
function rank(entry, asked) {
  const ranks = entry.forms.flatMap((form) => asked.map((query) => {
    if (form.startsWith(query)) return 0;
    if (` ${form}`.includes(` ${query}`)) return 1;
    return query.split(" ").every((part) => form.includes(part)) ? 2 : 3;
  }));
  return Math.min(...ranks);
}

function find(query) {
  const asked = forms(query).filter((form) => form !== "");
  if (asked.length === 0) return [];
  const best = new Map();
  for (const entry of index) {
    const at = rank(entry, asked);
    if (at < 3 && !(best.has(entry.id) && best.get(entry.id).at <= at)) best.set(entry.id, { ...entry, at });
  }
  return [...best.values()].sort((a, b) => a.at - b.at || b.ties - a.ties || (a.text < b.text ? -1 : 1));
}

const query = by("query");
const found = by("found");
let active = -1;

function suggestion(entry, number) {
  const name = nameOf(entry.id);
  return make("li", { role: "option", id: `found-${number}`, "aria-selected": "false", "data-id": entry.id,
    mousedown: (event) => { event.preventDefault(); choose(entry.id); } },
  sign(entry.kind), make("span", {}, said(name), ...(entry.text === name ? [] : [" ", make("span", { class: "other" }, said(entry.text))])));
}

function suggest() {
  const results = find(query.value);
  const items = results.slice(0, SHOWN).map(suggestion);
  if (results.length > SHOWN) items.push(make("li", { class: "note", role: "presentation" }, word("more", { n: results.length - SHOWN })));
  if (results.length === 0) items.push(make("li", { class: "note", role: "presentation" }, word("found_none")));
  found.replaceChildren(...items);
  open(query.value.trim() !== "");
  activate(results.length > 0 ? 0 : -1);
  by("status").textContent = query.value.trim() === "" ? counts() : results.length === 0 ? word("found_none") : word("found", { n: results.length });
}

function open(yes) {
  found.hidden = !yes;
  query.setAttribute("aria-expanded", String(yes));
  if (!yes) query.removeAttribute("aria-activedescendant");
}

function activate(number) {
  const options = [...found.querySelectorAll("[role=option]")];
  active = options.length === 0 ? -1 : (number + options.length) % options.length;
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
  if (active < 0) return query.removeAttribute("aria-activedescendant");
  query.setAttribute("aria-activedescendant", options[active].id);
  options[active].scrollIntoView({ block: "nearest" });
}

function choose(id) {
  query.value = nameOf(id);
  open(false);
  by("status").textContent = counts();
  show(id, true);
}

const KEYS = {
  ArrowDown: () => (found.hidden ? suggest() : activate(active + 1)),
  ArrowUp: () => activate(active - 1),
  Enter: () => { if (found.hidden) suggest(); if (active >= 0) choose(found.querySelectorAll("[role=option]")[active].dataset.id); },
  Escape: () => (found.hidden ? show(null) : open(false)),
};

query.addEventListener("input", suggest);
query.addEventListener("focus", () => query.select());
query.addEventListener("blur", () => open(false));
query.addEventListener("keydown", (event) => {
  if (!(event.key in KEYS) || event.isComposing) return;
  event.preventDefault();
  KEYS[event.key]();
});
