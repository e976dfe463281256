// What is drawn, as text of the formats that other programs read. Everything from the graph is escaped for the format it goes into.
import { graph, namesOf, nodeKind, tables } from "./graph.js";
import { identifier, nodeRow, shownNodes, shownTies, tieRow } from "./rows.js";
import { scene } from "./scene.js";
import { statementsOf, things, wordsOf } from "./statements.js";
import { given } from "./words.js";

const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
export const xml = (text) => String(text).replace(NOT_IN_XML, "").replace(/[&<>"']/g, (one) => ENTITIES[one]);

// A cell that a spreadsheet would take for a formula is kept from it by an apostrophe.
function cell(value) {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(rows) {
  if (rows.length === 0) return "";
  const columns = Object.keys(rows[0]);
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export const nodesCsv = () => csv(shownNodes().map(nodeRow));
export const tiesCsv = () => csv(shownTies().map(tieRow));

export function graphml() {
  const [nodes, ties] = [shownNodes().map(nodeRow), shownTies().map(tieRow)];
  const type = (value) => (typeof value === "number" ? "int" : "string");
  const keys = (row, kind) => Object.entries(row || {}).map(([name, value]) => `  <key id="${kind}_${name}" for="${kind}" attr.name="${name}" attr.type="${type(value)}"/>\n`).join("");
  const data = (row, kind) => Object.entries(row).map(([name, value]) => `<data key="${kind}_${name}">${xml(value)}</data>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys(nodes[0], "node")}${keys(ties[0], "edge")}  <graph edgedefault="undirected">\n`
    + nodes.map((row) => `    <node id="${xml(row.id)}">${data(row, "node")}</node>\n`).join("")
    + ties.map((row, at) => `    <edge id="e${at}" source="${xml(row.source)}" target="${xml(row.target)}">${data(row, "edge")}</edge>\n`).join("")
    + "  </graph>\n</graphml>\n";
}

export function gexf() {
  const nodes = shownNodes();
  const values = (row) => Object.entries(row).map(([name, value]) => `<attvalue for="${name}" value="${xml(value)}"/>`).join("");
  const head = (row, kind) => `    <attributes class="${kind}">${Object.entries(row || {}).map(([name, value]) => `<attribute id="${name}" title="${name}" type="${typeof value === "number" ? "integer" : "string"}"/>`).join("")}</attributes>\n`;
  const rows = nodes.map(nodeRow);
  const ties = shownTies().map(tieRow);
  const place = ({ node }) => `<viz:position x="${graph.x[node]}" y="${-graph.y[node]}" z="0"/><viz:color hex="${given.nodeKinds[nodeKind(node)].colour}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n  <graph defaultedgetype="undirected">\n${head(rows[0], "node")}${head(ties[0], "edge")}    <nodes>\n`
    + rows.map((row, at) => `      <node id="${xml(row.id)}" label="${xml(row.name)}"><attvalues>${values(row)}</attvalues>${place(nodes[at])}</node>\n`).join("")
    + "    </nodes>\n    <edges>\n"
    + ties.map((row, at) => `      <edge id="${at}" source="${xml(row.source)}" target="${xml(row.target)}" weight="${row.weight}"><attvalues>${values(row)}</attvalues></edge>\n`).join("")
    + "    </edges>\n  </graph>\n</gexf>\n";
}

const CLASSES = { person: "kg:Person", organisation: "kg:Organisation", event: "kg:Event", session: "kg:Session", territory: "kg:Territory" };
const LABELS = { person: "rdfs:label", event: "schema:name", session: "schema:name" };
const STRUCTURE = { part: "kg:partOf", place: "schema:location", acts_for: "kg:competentFor" };
const PARTICIPATION = { event: "kg:in", participant: "kg:participant", role: "kg:role", post: "kg:post", body: "kg:onBehalfOf", factuality: "kg:factuality" };
const TENURE = { person: "org:member", post: "kg:post", body: "org:organization" };
const ESCAPED = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const text = (value) => `"${value.replace(/[\\"\n\r\t]/g, (one) => ESCAPED[one]).replace(/[\u0000-\u001F\u007F]/g, "")}"`;
const iri = (value) => `<${value.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`)}>`;
const resource = (id) => iri(id.replace(/^id:/, `${given.base}id/`));

function nodeTriples(node) {
  const kind = nodeKind(node);
  const labels = namesOf(node).filter(({ rank }) => rank === 0)
    .map((name) => `${LABELS[kind] || "skos:prefLabel"} ${text(name.text)}${/^[a-z]{2,3}(-\w+)*$/i.test(name.language) ? `@${name.language}` : ""}`);
  return `${iri(identifier(node))} ${[`a ${CLASSES[kind]}`, ...labels].join(" ; ")} .\n`;
}

function statementTriples(statement) {
  const isTenure = tables.person.of(statement).length > 0;
  const own = Object.entries(isTenure ? TENURE : PARTICIPATION).flatMap(([column, property]) => things(column, statement).map((thing) => `${property} ${iri(identifier(thing))}`));
  const dates = wordsOf("attested", statement).filter((date) => /^\d{4}-\d\d-\d\d$/.test(date)).map((date) => `kg:attestedOn "${date}"^^xsd:date`);
  const quotes = [...tables.statementQuotes.of(statement)];
  const evidence = quotes.map((quote) => `kg:evidence ${resource(tables.quoteIds.get(quote))}`);
  const head = `${resource(tables.statementIds.get(statement))} ${[`a ${isTenure ? "kg:Tenure" : "kg:Participation"}`, ...own, ...dates, ...evidence].join(" ; ")} .\n`;
  return head + quotes.map(quoteTriples).join("");
}

function quoteTriples(quote) {
  const [id, parts] = [tables.quoteIds.get(quote), ["exact", "prefix", "suffix"].map((part) => `oa:${part} ${text(tables[part].get(quote))}`)];
  return `${resource(id)} a kg:Evidence ; oa:hasSelector ${resource(`${id}-quote`)} .\n${resource(`${id}-quote`)} a oa:TextQuoteSelector ; ${parts.join(" ; ")} .\n`;
}

// The nodes and the statements behind the ties; the ties of a projection are not in the graph, what they are made of is.
export function turtle() {
  const prefixes = { kg: `${given.base}ns#`, oa: "http://www.w3.org/ns/oa#", org: "http://www.w3.org/ns/org#", rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    schema: "https://schema.org/", skos: "http://www.w3.org/2004/02/skos/core#", xsd: "http://www.w3.org/2001/XMLSchema#" };
  const head = Object.entries(prefixes).map(([name, base]) => `@prefix ${name}: <${base}> .\n`).join("");
  const [ties, derived] = [shownTies(), scene.weight !== null];
  const statements = new Set(ties.flatMap(derived ? scene.behind : statementsOf));
  const bare = ties.filter((tie) => !derived && statementsOf(tie).length === 0 && STRUCTURE[scene.kinds[scene.kind[tie]]] !== undefined)
    .map((tie) => `${iri(identifier(scene.source[tie]))} ${STRUCTURE[scene.kinds[scene.kind[tie]]]} ${iri(identifier(scene.target[tie]))} .\n`);
  return `${head}\n${shownNodes().map(({ node }) => nodeTriples(node)).join("")}${bare.join("")}${[...statements].map(statementTriples).join("")}`;
}

