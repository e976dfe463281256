// Taking it along: files, the link to what is shown, which version of the graph this is, and how to cite it.
import { by, make, said } from "./dom.js";
import { tables } from "./graph.js";
import { figurePng, figureSvg } from "./figure.js";
import { gexf, graphml, nodesCsv, tiesCsv, turtle } from "./formats.js";
import { panel } from "./panels.js";
import { address } from "./permalink.js";
import { DEFAULTS, on, state } from "./store.js";
import { dateText, given, numberText, word } from "./words.js";

const FILES = {
  "network.svg": ["image/svg+xml", figureSvg], "network.png": ["image/png", figurePng], "nodes.csv": ["text/csv", nodesCsv], "ties.csv": ["text/csv", tiesCsv],
  "network.graphml": ["application/xml", graphml], "network.gexf": ["application/xml", gexf], "network.ttl": ["text/turtle", turtle],
};

async function download(name) {
  const [type, content] = FILES[name];
  const made = await content();
  const url = URL.createObjectURL(made instanceof Blob ? made : new Blob([made], { type: `${type};charset=utf-8` }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

const permalink = () => location.href.split("#")[0] + address();

// One sentence that names the page, the version of the graph, its sources and the address.
function citation() {
  const { sha256, documents, dates } = given.version;
  const period = dates.length === 0 ? "" : `, ${[...new Set(dates)].map(dateText).join(" – ")}`;
  return word("about.citation", { title: by("title").textContent, version: sha256.slice(0, 12), documents: numberText(documents), period, url: permalink() });
}

function renderAbout(element) {
  if (!tables.ready) { element.replaceChildren(make("p", { class: "kind" }, word("loading"))); return; }
  const buttons = Object.keys(FILES).map((name) => make("button", { type: "button", id: `file-${name}`, click: () => download(name) }, name));
  const { sha256, documents, dates } = given.version;
  element.replaceChildren(make("h3", {}, word("about.files")), make("p", {}, word("about.files_hint")), make("div", { class: "buttons" }, ...buttons),
    make("h3", {}, word("about.link")), make("p", {}, word("about.link_hint")), make("p", { class: "cite", id: "permalink", tabindex: "0" }, permalink()),
    make("h3", {}, word("about.cite")), make("p", { class: "cite", id: "citation", tabindex: "0" }, said(citation())),
    make("h3", {}, word("about.version")), make("dl", {}, make("dt", {}, "SHA-256"), make("dd", {}, make("code", { id: "version" }, sha256)),
      make("dt", {}, word("about.sources")), make("dd", {}, numberText(documents), dates.length === 0 ? "" : ` (${[...new Set(dates)].map(dateText).join(" – ")})`)),
    make("p", { class: "kind" }, word("about.made")));
}

panel({ id: "about", title: "about.title", keys: [], render: renderAbout });
on(Object.keys(DEFAULTS), () => { if (state.panel === "about" && by("permalink") !== null) { by("permalink").textContent = permalink(); by("citation").replaceChildren(said(citation())); } });
