// The table: what is drawn, for whoever would rather read it, sortable by every column.
import { by, make, said } from "./dom.js";
import { graph, tables } from "./graph.js";
import { onFilter } from "./filters.js";
import { panel, renderPanel } from "./panels.js";
import { nodeRow, shownNodes, shownTies, tieRow } from "./rows.js";
import { onSelection, select } from "./selection.js";
import { tieId } from "./scene.js";
import { show } from "./show.js";
import { change, state } from "./store.js";
import { numberText, word } from "./words.js";

const PAGE = 100; // rows that are added at a time
const MOST_SORTED = 20000; // rows beyond this are left out of the table, not of the files
const COLUMNS = { nodes: ["name", "kind", "ties", "first", "countries"], ties: ["source_name", "target_name", "kind", "weight", "first", "factuality", "quotes"] };
const NUMBERS = ["ties", "weight", "quotes"];
let written_ = PAGE;

function sheetRows() {
  if (state.sheet === "nodes") return shownNodes().slice(0, MOST_SORTED).map((one) => ({ ...nodeRow(one), open: () => show(graph.ids.get(one.node)) }));
  return shownTies().slice(0, MOST_SORTED).map((tie) => ({ ...tieRow(tie), open: () => select(tieId(tie)) }));
}

function sorted(rows) {
  const [column, downwards] = [state.sort.replace(/^-/, ""), state.sort.startsWith("-")];
  if (!COLUMNS[state.sheet].includes(column)) return rows;
  const collator = new Intl.Collator(state.language, { numeric: true });
  const compare = NUMBERS.includes(column) ? (a, b) => a[column] - b[column] : (a, b) => collator.compare(a[column], b[column]);
  return rows.sort((a, b) => (downwards ? -compare(a, b) : compare(a, b)));
}

function headCell(column) {
  const direction = state.sort === column ? "ascending" : state.sort === `-${column}` ? "descending" : "none";
  const press = () => { change({ sort: direction === "ascending" ? `-${column}` : column }); by(`sort-${column}`).focus(); };
  const mark = { ascending: " ↑", descending: " ↓", none: "" }[direction];
  return make("th", { scope: "col", "aria-sort": direction }, make("button", { type: "button", id: `sort-${column}`, click: press }, word(`columns.${column}`), mark));
}

function bodyCell(row, column, at) {
  if (at === 0) return make("th", { scope: "row" }, make("button", { type: "button", class: "to", click: row.open }, said(row[column])));
  const isNumber = NUMBERS.includes(column);
  return make("td", { class: isNumber ? "number" : null }, isNumber ? numberText(row[column]) : said(row[column]));
}

function renderSheet(element) {
  if (!tables.ready) { element.replaceChildren(make("p", { class: "kind" }, word("loading"))); return; }
  const rows = sorted(sheetRows());
  const columns = COLUMNS[state.sheet];
  const choose = (one) => () => { written_ = PAGE; change({ sheet: one, sort: "" }); by(`sheet-${one}`).focus(); };
  const kinds = ["nodes", "ties"].map((one) => make("button", { type: "button", class: "set", id: `sheet-${one}`, "aria-pressed": String(state.sheet === one), click: choose(one) }, word(`sheet.${one}`)));
  const table = make("table", {}, make("caption", {}, word("sheet.caption", { n: numberText(rows.length) })), make("thead", {}, make("tr", {}, ...columns.map(headCell))),
    make("tbody", {}, ...rows.slice(0, written_).map((row) => make("tr", {}, ...columns.map((column, at) => bodyCell(row, column, at))))));
  const more = rows.length > written_ ? make("button", { type: "button", id: "sheet-more", click: () => { written_ += PAGE; renderPanel(); } }, word("sheet.more")) : null;
  element.replaceChildren(make("div", { class: "buttons", role: "group", "aria-label": word("sheet.title") }, ...kinds),
    make("div", { class: "sheet", tabindex: "0", role: "region", "aria-label": word("sheet.title") }, table), ...(more === null ? [] : [more]));
}

panel({ id: "sheet", title: "sheet.title", keys: ["sheet", "sort"], render: renderSheet });
const renew = () => { if (state.panel === "sheet") renderPanel(); };
onFilter(renew);
onSelection(renew);
