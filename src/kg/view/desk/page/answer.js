// An answer of the engine as a table, as CSV, and as the things of the drawing that it names. Terms are [kind, value, datatype, language].
import { make, said } from "./dom.js";
import { given, numberText, word } from "./words.js";

const ROWS_AT_ONCE = 200;

// The id that a thing has in the page; any other IRI keeps its own.
export function pageId(address) {
  const things = `${given.base}id/`;
  return address.startsWith(things) ? `id:${address.slice(things.length)}` : address;
}

// The ids of all things that the rows name, each once.
export function thingsIn(rows) {
  return [...new Set(rows.flat().filter((term) => term !== null && term[0] === "iri").map((term) => pageId(term[1])))];
}

// An IRI under its prefix, as `kg query` shows it; whole where none fits.
function shortIri(address, prefixes) {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = address.slice(namespace.length);
    if (address.startsWith(namespace) && local !== "" && !/[/#]/.test(local)) return `${prefix}:${local}`;
  }
  return address;
}

function iriCell(address, { prefixes, isDrawn, open }) {
  const id = pageId(address);
  const text = shortIri(address, prefixes);
  if (isDrawn(id)) return make("button", { type: "button", class: "to", title: word("sparql.open"), click: () => open(id) }, said(text));
  if (/^https?:\/\//i.test(address) && !address.startsWith(given.base)) {
    return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, said(text));
  }
  return make("span", { title: address }, said(text));
}

function tableCell(term, view) {
  if (term === null) return make("td", { class: "empty" }, make("span", { class: "unseen" }, word("sparql.empty")));
  return make("td", {}, term[0] === "iri" ? iriCell(term[1], view) : said(term[1], term[3]));
}

// The table with its first rows, and a button for more. `view`: { prefixes, isDrawn(id), open(id) }.
export function answerTable({ columns, rows }, view) {
  const body = make("tbody");
  const more = make("button", { type: "button", class: "more", click: () => addRows() });
  let shown = 0;
  function addRows() {
    const next = rows.slice(shown, shown + ROWS_AT_ONCE);
    shown += next.length;
    body.append(...next.map((row) => make("tr", {}, row.map((term) => tableCell(term, view)))));
    more.hidden = shown === rows.length;
    more.textContent = word("sparql.more", { n: numberText(rows.length - shown) });
  }
  addRows();
  const head = make("thead", {}, make("tr", {}, columns.map((column) => make("th", { scope: "col" }, column))));
  const table = make("table", {}, make("caption", { class: "unseen" }, word("sparql.results")), head, body);
  return make("div", {}, make("div", { class: "sheet rows", role: "region", tabindex: "0", "aria-label": word("sparql.results") }, table), more);
}

function csvOfTerm(term) {
  const text = term === null ? "" : term[0] === "blank" ? `_:${term[1]}` : term[1];
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// As SPARQL 1.1 writes results in CSV, and `kg query --format csv` too.
export function answerCsv({ columns, rows }) {
  const lines = rows.map((row) => row.map(csvOfTerm).join(",") || '""');
  return [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}
