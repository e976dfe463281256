// The form of a named query: from what somebody writes into it to the text of the query, with one row of VALUES as `kg query` puts it.
import { askEngine, Fault } from "./asking.js";

const MANY_SECONDS = 30; // for the names that a form offers
const NOT_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/;
const SPARQL_ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const XSD_NAMESPACE = "http://www.w3.org/2001/XMLSchema#";

function literalText(value, datatype = "") {
  const written = `"${value.replace(/[\\"\n\r\t]/g, (sign) => SPARQL_ESCAPES[sign])}"`;
  return datatype === "" ? written : `${written}^^<${XSD_NAMESPACE}${datatype}>`;
}

function iriText(value) {
  if (NOT_IN_IRI.test(value)) throw new Fault("no_iri", { value });
  return `<${value}>`;
}

// Names as they are compared: without case, accents and marks.
export function foldedName(text) {
  const letters = text.toLowerCase().replaceAll("ß", "ss").replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("ł", "l");
  return letters.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^0-9a-z]+/g, " ").trim();
}

const knownNames = new Map();

// All names of the things that a parameter can stand for: [[name, iri], ...].
export function namesFor(parameter) {
  if (!knownNames.has(parameter.names)) {
    const found = askEngine(parameter.names, MANY_SECONDS).then(({ rows }) => rows.map(([thing, name]) => [name[1], thing[1]]));
    found.catch(() => knownNames.delete(parameter.names));
    knownNames.set(parameter.names, found);
  }
  return knownNames.get(parameter.names);
}

// The names that hold what was typed, those that begin with it first.
export function namesLike(names, typed, most) {
  const wanted = foldedName(typed);
  const found = names.map(([name]) => [foldedName(name), name]).filter(([folded]) => folded.includes(wanted));
  found.sort((a, b) => b[0].startsWith(wanted) - a[0].startsWith(wanted));
  return [...new Set(found.map(([, name]) => name))].slice(0, most);
}

async function thingText(parameter, value) {
  if (/^<?https?:\/\/[^\s]+>?$/.test(value)) return iriText(value.replace(/^<|>$/g, ""));
  const names = await namesFor(parameter);
  const id = value.replace(/^id:/, "");
  const ended = names.filter(([, iri]) => iri.endsWith(`/${id}`));
  const exact = names.filter(([name]) => name === value);
  const alike = names.filter(([name]) => foldedName(name) === foldedName(value));
  const things = [...new Set((ended.length ? ended : exact.length ? exact : alike).map(([, iri]) => iri))];
  if (things.length === 1) return iriText(things[0]);
  if (things.length === 0) throw new Fault("no_such_name", { value, parameter: parameter.name });
  throw new Fault("many_such_names", { value, count: things.length, ids: things.slice(0, 5).map((iri) => iri.split("/").pop()).join(", ") });
}

const SIMPLE_VALUES = {
  text: (value) => literalText(value),
  language: (value) => literalText(value.toLowerCase()),
  year: (value) => literalText(value),
  date: (value) => literalText(value, "date"),
  integer: (value) => literalText(value, "integer"),
  iri: (value) => iriText(value.replace(/^<|>$/g, "")),
};

function valueText(parameter, value) {
  return parameter.type in SIMPLE_VALUES ? SIMPLE_VALUES[parameter.type](value) : thingText(parameter, value);
}

// The text of a named query with the values of its form; what is left out takes its default, or stays open where it may.
export async function filledIn(question, values) {
  const names = [];
  const terms = [];
  for (const parameter of question.parameters) {
    const value = (values[parameter.name] || parameter.default || "").trim();
    if (value === "" && parameter.default === null) throw new Fault("missing", { parameter: parameter.name });
    if (value === "") continue;
    names.push(`?${parameter.name}`);
    terms.push(await valueText(parameter, value));
  }
  const row = names.length === 0 ? "" : ` VALUES (${names.join(" ")}) { (${terms.join(" ")}) } `;
  return `${question.before}${row}${question.after}`;
}
