// The card of a node or a tie: its facts, its ties with their statements, and the passages.
const TAKES_PART = ["reported", "announced"];
const SECTIONS = ["office", "takes_part", "acts_for", "part", "place"];
const tiesOf = {};
const ties = Object.fromEntries(data.graph.edges.map((tie) => [tie.id, tie]));
for (const tie of data.graph.edges) for (const end of [tie.from, tie.to]) (tiesOf[end] = tiesOf[end] || []).push(tie);
const kindOf = Object.fromEntries(data.graph.nodes.map((node) => [node.id, node.kind]));

function toNode(id) {
  return make("button", { type: "button", class: "to", click: () => show(id, true) }, said(nameOf(id)));
}

function named(id) {
  return id in kindOf ? toNode(id) : said(nameOf(id));
}

function list(items, separator = ", ") {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

function statement(id) {
  const it = data.statements[id];
  const bodies = it.post === undefined ? [] : it.body || [];
  const words = [...(it.role || []), ...(it.post || []), ...bodies].map((thing) => said(nameOf(thing)));
  const dates = (it.attested || []).map((date) => word("attested", { date: dateText(date) }));
  if (it.period !== undefined) dates.push(word("period", { date: it.period.join(", ") }));
  const how = (it.factuality || []).map((iri) => make("span", { class: `how ${iri.split("/").pop()}` }, nameOf(iri)));
  return make("div", { class: "said" }, ...list(words), ...(dates.length === 0 ? [] : [" — ", dates.join(", ")]), " ", ...list(how, " "));
}

function statements(ids, closed) {
  return ids.map((id) => make("div", {}, statement(id), passages(data.statements[id].evidence, closed)));
}

// A tie seen from one of its ends: the other end, when it was, and what is said of it.
function tieItem(tie, end) {
  const other = tie.from === end ? tie.to : tie.from;
  const start = (data.things[other].details.find(([key]) => key === "start") || [null, []])[1];
  const above = (tiesOf[other] || []).filter((t) => t.kind === "part" && t.from === other && t.to !== end);
  return make("li", { class: "tie" }, sign(kindOf[other]), make("div", {}, toNode(other),
    start.length === 0 ? null : ` (${dateText(start[0].date || start[0].text)})`,
    ...above.flatMap((t) => [` ${word("session_of")} `, toNode(t.to)]), ...statements(tie.statements, true)));
}

function sectionOf(tie) {
  return TAKES_PART.includes(tie.kind) ? "takes_part" : tie.kind;
}

function tieSections(id) {
  const out = [];
  for (const section of SECTIONS) {
    for (const [side, end] of [["from", "from"], ["to", "to"]]) {
      const mine = (tiesOf[id] || []).filter((tie) => sectionOf(tie) === section && tie[end] === id);
      if (mine.length > 0) out.push(heading(`sections.${section}_${side}`), make("ul", {}, ...mine.map((tie) => tieItem(tie, id))));
    }
  }
  return out;
}

function aloneSection(id) {
  const alone = data.things[id].statements;
  if (alone.length === 0) return [];
  const section = kindOf[id] === "event" || kindOf[id] === "session" ? "takes_part" : "office";
  return [heading(`sections.${section}_alone`), ...statements(alone, true)];
}

function heading(path) {
  return make("h3", {}, word(path));
}

function value(it) {
  if ("thing" in it) return named(it.thing);
  if ("link" in it) return link(it.link);
  if ("date" in it) return dateText(it.date);
  if ("count" in it) return make("span", {}, word(`counted.${it.how}`, { n: it.count }), passages(it.evidence, true));
  return said(it.text);
}

function details(id) {
  const rows = data.things[id].details.flatMap(([key, values]) =>
    [make("dt", {}, word(`details.${key}`)), make("dd", {}, ...values.map((it) => make("div", {}, value(it))))]);
  return rows.length === 0 ? null : make("dl", {}, ...rows);
}

function otherNames(id) {
  const others = data.names[id].all.filter(([text]) => text !== nameOf(id));
  if (others.length === 0) return null;
  const items = others.map(([text, language]) => make("li", {}, said(text, language), language === "" ? "" : ` (${language})`));
  return make("ul", { class: "names", "aria-label": word("other_names") }, ...items);
}

function mentions(id) {
  const ids = data.things[id].evidence;
  return ids.length === 0 ? [] : [heading("mentions_of"), passages(ids, true)];
}

function identifier(id) {
  return [heading("identifier"), make("code", {}, said(id.replace(/^id:/, `${data.base}id/`)))];
}

function kindLine(kind) {
  return make("p", { class: "kind" }, sign(kind), " ", word(`kinds.${kind}`));
}

function nodeCard(id) {
  return [kindLine(kindOf[id]), make("h2", {}, said(nameOf(id))), otherNames(id), details(id),
    ...tieSections(id), ...aloneSection(id), ...mentions(id), ...identifier(id)];
}

function tieCard(id) {
  const tie = ties[id];
  const ends = make("h2", {}, toNode(tie.from), " — ", toNode(tie.to));
  const own = ["part", "place"].includes(tie.kind) ? data.things[tie.from].evidence : [];
  const said_ = tie.statements.length > 0 ? statements(tie.statements, false) : [passages(own, false)];
  return [kindLine(tie.kind), ends, ...said_, tie.statements.length + own.length === 0 ? make("p", {}, word("no_evidence")) : null];
}

function renderPanel() {
  const panel = by("panel");
  panel.setAttribute("aria-label", word("panel"));
  const close = make("button", { type: "button", class: "close", click: () => show(null) }, word("close"));
  read.clear();
  const card = state.shown === null ? [make("p", { class: "kind" }, word("intro"))]
    : [close, ...(state.shown in ties ? tieCard(state.shown) : nodeCard(state.shown))];
  panel.replaceChildren(...card.filter((part) => part !== null));
  panel.scrollTop = 0;
}
