// The card of a node or a tie: its names and facts, its ties with their statements, and the passages.
import { make, said } from "./dom.js";
import { graph, isNode, nameOf, namesOf, nodeKind, numberOf, tables } from "./graph.js";
import { onFilter } from "./filters.js";
import { panel, renderPanel } from "./panels.js";
import { forgetPassages, identifierOf, link, passages, quoteNumber } from "./quotes.js";
import { kindOfTie, otherEnd, scene, tiesOf } from "./scene.js";
import { select, selection } from "./selection.js";
import { show } from "./show.js";
import { sign } from "./signs.js";
import { statementParts, statementsOf } from "./statements.js";
import { state } from "./store.js";
import { dateText, word } from "./words.js";

const TAKES_PART = ["reported", "announced"];
const SECTIONS = ["office", "takes_part", "acts_for", "part", "place"];
const MOST_WRITTEN = 150; // ties of a section that are written out

export function toNode(node) {
  return make("button", { type: "button", class: "to", click: () => show(graph.ids.get(node)) }, said(nameOf(node)));
}

function thingPart(id) {
  const at = numberOf(id);
  if (at < 0) return said(id);
  return isNode(at) ? toNode(at) : said(nameOf(at));
}

const detailsOf = (node) => JSON.parse(tables.details.get(node));

export function startOf(node) {
  const found = detailsOf(node).find(([key]) => key === "start");
  return found === undefined ? "" : found[1][0].date || found[1][0].text;
}

// A tie seen from one of its ends: the other end, when it was, and what is said of it.
function tieItem(tie, end) {
  const other = otherEnd(tie, end);
  const start = startOf(other);
  const above = [...tiesOf(other)].filter((one) => kindOfTie(one) === "part" && scene.source[one] === other && scene.target[one] !== end);
  return make("li", { class: "tie" }, sign(nodeKind(other)), make("div", {}, toNode(other), start === "" ? null : ` (${dateText(start)})`,
    ...above.flatMap((one) => [` ${word("session_of")} `, toNode(scene.target[one])]), ...statementParts(statementsOf(tie), true)));
}

function tieSections(node) {
  const mine = [...tiesOf(node)].filter((tie) => scene.tieOn[tie] === 1);
  const section = (tie) => (TAKES_PART.includes(kindOfTie(tie)) ? "takes_part" : kindOfTie(tie));
  return SECTIONS.flatMap((name) => [["from", scene.source], ["to", scene.target]].flatMap(([side, ends]) => {
    const found = mine.filter((tie) => section(tie) === name && ends[tie] === node);
    if (found.length === 0) return [];
    const items = found.slice(0, MOST_WRITTEN).map((tie) => tieItem(tie, node));
    if (found.length > MOST_WRITTEN) items.push(make("li", { class: "note" }, word("more_ties", { n: found.length - MOST_WRITTEN })));
    return [heading(`sections.${name}_${side}`), make("ul", {}, ...items)];
  }));
}

function aloneSection(node) {
  const alone = [...tables.alone.of(node)];
  if (alone.length === 0) return [];
  const section = ["event", "session"].includes(nodeKind(node)) ? "takes_part" : "office";
  return [heading(`sections.${section}_alone`), ...statementParts(alone, true)];
}

const heading = (path) => make("h3", {}, word(path));

function valuePart(it) {
  if ("thing" in it) return thingPart(it.thing);
  if ("link" in it) return link(it.link);
  if ("date" in it) return dateText(it.date);
  if ("count" in it) return make("span", {}, word(`counted.${it.how}`, { n: it.count }), passages(it.evidence.map(quoteNumber), true));
  return said(it.text);
}

function detailList(node) {
  const rows = detailsOf(node).flatMap(([key, values]) =>
    [make("dt", {}, word(`details.${key}`)), make("dd", {}, ...values.map((it) => make("div", {}, valuePart(it))))]);
  return rows.length === 0 ? null : make("dl", {}, ...rows);
}

function otherNames(node) {
  const others = namesOf(node).filter(({ text }) => text !== nameOf(node));
  if (others.length === 0) return null;
  const items = others.map(({ text, language }) => make("li", {}, said(text, language), language === "" ? "" : ` (${language})`));
  return make("ul", { class: "names", "aria-label": word("other_names") }, ...items);
}

function mentions(node) {
  const quotes = tables.nodeQuotes.of(node);
  return quotes.length === 0 ? [] : [heading("mentions_of"), passages(quotes, true)];
}

const kindLine = (kind) => make("p", { class: "kind" }, sign(kind), " ", word(`kinds.${kind}`));

function nodeCard(node) {
  return [kindLine(nodeKind(node)), make("h2", {}, said(nameOf(node))), otherNames(node), detailList(node), ...tieSections(node),
    ...aloneSection(node), ...mentions(node), heading("identifier"), make("code", {}, said(identifierOf(graph.ids.get(node))))];
}

function tieCard(tie) {
  const [from, to] = [scene.source[tie], scene.target[tie]];
  const ends = make("h2", {}, toNode(from), " — ", toNode(to));
  if (scene.weight !== null) return [kindLine(kindOfTie(tie)), ends, ...scene.tell(tie)];
  const statements = statementsOf(tie);
  const own = ["part", "place"].includes(kindOfTie(tie)) ? tables.nodeQuotes.of(from) : [];
  const quoted = statements.length > 0 ? statementParts(statements, false) : [passages(own, false)];
  return [kindLine(kindOfTie(tie)), ends, ...quoted, statements.length + own.length === 0 ? make("p", {}, word("no_evidence")) : null];
}

function setCard() {
  const items = [...selection.core].slice(0, MOST_WRITTEN).map((node) => make("li", { class: "tie" }, sign(nodeKind(node)), toNode(node)));
  return [make("h2", {}, word("picked", { n: selection.core.size })), make("ul", {}, ...items)];
}

function card() {
  if (selection.node >= 0) return nodeCard(selection.node);
  if (selection.tie >= 0) return tieCard(selection.tie);
  return selection.core.size > 0 ? setCard() : null;
}

function renderCard(element) {
  if (!tables.ready) { element.replaceChildren(make("p", { class: "kind" }, word("loading"))); return; }
  forgetPassages();
  const found = card();
  const close = make("button", { type: "button", class: "close", click: () => select("") }, word("close"));
  const parts = found === null ? [make("p", { class: "kind" }, word("intro"))] : [close, ...found];
  element.replaceChildren(...parts.filter((part) => part !== null));
  element.scrollTop = 0;
}

onFilter(() => { if (state.panel === "card" && state.selected !== "") renderPanel(); });
panel({ id: "card", title: "panel", keys: ["selected", "set"], render: renderCard });
