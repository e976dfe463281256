// The other side of asking.js: holds the graph in Oxigraph (`oxigraph`, the bundle before this script) and answers one question
// after the other. A question that runs too long is ended from outside, together with this worker.
import { inflated } from "./inflating.js";

const MOST_ROWS = 100000; // more than a page can show; the count goes on
const FORM = /^(?:\s|#[^\n\r]*|BASE\s*<[^>]*>|PREFIX\s+[^\s:]*:\s*<[^>]*>)*([A-Za-z]*)/i;
const UPDATES = ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"];
const PLACE = /error at (\d+):(\d+): (.*)/s;
const GRAPH = { format: "application/trig", lenient: true }; // lenient: kg wrote these IRIs, nobody has to check them again

let store = null;
let prologue = "";

// A panic of the engine is told as the fault of the question, not in the console.
console.error = () => {};

async function open({ engine, graph, prefixes }) {
  const [module, quads] = await Promise.all([inflated(engine).then((code) => WebAssembly.compile(code)), inflated(graph)]);
  oxigraph.initSync({ module });
  store = new oxigraph.Store();
  store.load(new Uint8Array(quads), GRAPH);
  prologue = Object.entries(prefixes).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `).join("");
  return { size: store.size };
}

// A term as [kind, value, datatype, language].
function termOf(node) {
  if (node.termType === "NamedNode") return ["iri", node.value, "", ""];
  if (node.termType === "BlankNode") return ["blank", node.value, "", ""];
  return ["literal", node.value, node.datatype === undefined ? "" : node.datatype.value, node.language || ""];
}

function termOfJson(cell) {
  if (cell === undefined) return null;
  if (cell.type === "uri") return ["iri", cell.value, "", ""];
  if (cell.type === "literal") return ["literal", cell.value, cell.datatype || "", cell["xml:lang"] || ""];
  return [cell.type === "bnode" ? "blank" : "literal", typeof cell.value === "string" ? cell.value : JSON.stringify(cell.value), "", ""];
}

function rowsOf(text) {
  const found = JSON.parse(store.query(text, { use_default_graph_as_union: true, results_format: "json" }));
  if (found.boolean !== undefined) return { boolean: found.boolean };
  const columns = found.head.vars;
  const bindings = found.results.bindings;
  const rows = bindings.slice(0, MOST_ROWS).map((binding) => columns.map((column) => termOfJson(binding[column])));
  return { columns, rows, total: bindings.length };
}

// The triples of CONSTRUCT and DESCRIBE, each once, in the order of their writing.
function triplesOf(text) {
  const found = new Map(store.query(text, { use_default_graph_as_union: true }).map((quad) => [quad.toString(), quad]));
  const sorted = [...found.keys()].sort().slice(0, MOST_ROWS);
  const rows = sorted.map((key) => found.get(key)).map((quad) => [quad.subject, quad.predicate, quad.object].map(termOf));
  return { columns: ["subject", "predicate", "object"], rows, total: found.size };
}

// SELECT, ASK and the like: the first word after the prologue.
function formOf(text) {
  return FORM.exec(text)[1].toUpperCase();
}

function answer(text) {
  const form = formOf(text);
  const asked = prologue + text; // on one line, so that the numbers of lines stay those of the text
  return form === "CONSTRUCT" || form === "DESCRIBE" ? triplesOf(asked) : rowsOf(asked);
}

// What was wrong: a place in the text where there is one; `fatal` where the engine cannot go on.
function faultOf(error) {
  const fatal = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
  const place = PLACE.exec(error.message);
  if (place === null) return { message: String(error.message || error), fatal };
  const line = Number(place[1]);
  return { line, column: Math.max(1, Number(place[2]) - (line === 1 ? prologue.length : 0)), message: place[3], fatal };
}

onmessage = async ({ data }) => {
  const started = performance.now();
  try {
    const found = data.ask === undefined ? await open(data) : answer(data.ask);
    postMessage({ ...found, milliseconds: performance.now() - started });
  } catch (error) {
    postMessage({ fault: { ...faultOf(error), isUpdate: data.ask !== undefined && UPDATES.includes(formOf(data.ask)) } });
  }
};
