// The SPARQL panel: a named query with its form or a text of one's own, run on the graph of this file (asking.js); the answer as a table
// (answer.js) and as what is picked out in the drawing.
import { answerCsv, answerTable, thingsIn } from "./answer.js";
import { askEngine, endEngine, Fault, hasEngine, readLibrary, readyEngine } from "./asking.js";
import { by, make } from "./dom.js";
import { labelOfParameter, valueField } from "./fields.js";
import { filledIn } from "./form.js";
import { isDrawn, nodesNamed } from "./named.js";
import { panel } from "./panels.js";
import { show } from "./show.js";
import { change, state } from "./store.js";
import { numberText, word } from "./words.js";

const NAMED = /^([a-z0-9-]+)(?:\?(.*))?$/; // in the permalink: the name of a question and the values of its form

// What the panel holds; the elements are made from it anew when the language changes.
const sparql = { library: null, question: null, values: {}, text: "", seconds: 10, answer: null, said: [], busy: false };
const sparqlParts = {};

function questionText() {
  return sparql.question === null ? sparql.text : `${sparql.question.before}${sparql.question.after}`;
}

function wordsOfFault(fault) {
  const { line, message = "" } = fault.values;
  const { parameter, ...values } = fault.values;
  if (parameter !== undefined) values.label = labelOfParameter(parameter);
  const before = fault.place === null ? "" : (sparql.text.split("\n")[line - 1] || "").slice(0, fault.place.column - 1);
  const prefix = /([\w-]*):[\w.-]*$/.exec(before);
  if (message.includes("Prefix not found") && prefix !== null) return word("sparql.faults.prefix", { line, prefix: prefix[1] });
  return word(`sparql.faults.${fault.word}`, values);
}

function sayStatus(...sentences) {
  sparql.said = sentences;
  if (sparqlParts.status !== undefined) sparqlParts.status.textContent = sentences.map((one) => one()).join(" ");
}

function sayFault(error) {
  const fault = error instanceof Fault ? error : new Fault("refused", { message: error.message });
  sayStatus(() => wordsOfFault(fault));
  sparqlParts.status.classList.add("fault");
  if (fault.place !== null) showPlace(fault.place);
}

// Puts the caret where the engine found the mistake.
function showPlace({ line, column }) {
  const start = sparql.text.split("\n").slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const at = Math.min(start + column - 1, sparql.text.length);
  sparqlParts.text.focus();
  sparqlParts.text.setSelectionRange(at, at);
}

function setBusy(busy) {
  sparql.busy = busy;
  sparqlParts.cancel.disabled = !busy;
  sparqlParts.run.setAttribute("aria-disabled", String(busy));
}

async function warmUp() {
  sayStatus(() => word("sparql.status.loading"));
  try {
    const { size, milliseconds } = await readyEngine();
    sparqlParts.root.dataset.ready = milliseconds.toFixed(0);
    sayStatus(() => word("sparql.status.ready", { n: numberText(size), seconds: secondsText(milliseconds) }));
  } catch (error) {
    sayFault(error);
  }
}

function secondsText(milliseconds) {
  return numberText(Math.round(milliseconds / 10) / 100);
}

async function runQuery(isAsked = true) {
  if (sparql.busy) return;
  setBusy(true);
  sparqlParts.status.classList.remove("fault");
  sayStatus(() => word("sparql.status.running"));
  try {
    if (sparql.question !== null) sparqlParts.text.value = sparql.text = await filledIn(sparql.question, sparql.values);
    change({ query: permalinkText() });
    showAnswer(await askEngine(sparql.text, sparql.seconds), isAsked);
  } catch (error) {
    sayFault(error);
  }
  setBusy(false);
}

function stopQuery() {
  if (sparql.busy) endEngine(new Fault("cancelled"));
}

// An answer that nobody asked for on this page (the permalink did) leaves the drawing as the permalink has it.
function showAnswer(answer, isAsked) {
  const seconds = secondsText(answer.milliseconds);
  sparql.answer = answer;
  if (answer.boolean !== undefined) {
    sayStatus(() => word(answer.boolean ? "sparql.status.yes" : "sparql.status.no", { seconds }));
  } else {
    const set = nodesNamed(thingsIn(answer.rows));
    const { total, rows } = answer;
    const sentences = [() => word("sparql.status.rows", { n: numberText(total), seconds })];
    if (rows.length < total) sentences.push(() => word("sparql.status.shown", { m: numberText(rows.length), n: numberText(total) }));
    sayStatus(...sentences, () => word("sparql.status.drawn", { n: numberText(set.length) }));
    if (isAsked) change({ set });
  }
  renderAnswer();
  if (isAsked) scrollToStatus();
}

// Within the panel alone: the page around it stays where it is.
function scrollToStatus() {
  const box = by("panel");
  box.scrollTop += sparqlParts.status.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

function renderAnswer() {
  const { answer } = sparql;
  if (answer === null || answer.boolean !== undefined) {
    sparqlParts.answer.replaceChildren();
    return;
  }
  const save = make("a", { class: "button", download: `${sparql.question === null ? "sparql" : sparql.question.name}.csv`, href: "#", click: saveCsv }, word("sparql.csv"));
  const clear = make("button", { type: "button", click: () => change({ set: [] }) }, word("sparql.clear"));
  const view = { prefixes: sparql.library.prefixes, isDrawn, open: show };
  sparqlParts.answer.replaceChildren(make("p", { class: "row" }, save, clear), answerTable(answer, view));
}

function saveCsv(event) {
  const link = event.currentTarget;
  link.href = URL.createObjectURL(new Blob([answerCsv(sparql.answer)], { type: "text/csv;charset=utf-8" }));
  setTimeout(() => { URL.revokeObjectURL(link.href); link.href = "#"; }, 1000);
}

// The question in the permalink: its name with its values, or the text itself.
function permalinkText() {
  if (sparql.question === null) return sparql.text;
  const values = new URLSearchParams(Object.entries(sparql.values).filter(([, value]) => value !== "")).toString();
  return values === "" ? sparql.question.name : `${sparql.question.name}?${values}`;
}

function takeFromPermalink() {
  const named = NAMED.exec(state.query);
  if (named === null) [sparql.question, sparql.text] = [null, state.query];
  else chooseQuestion(named[1], Object.fromEntries(new URLSearchParams(named[2] || "")));
}

function chooseQuestion(name, values = {}) {
  sparql.question = sparql.library.questions.find((one) => one.name === name) || null;
  sparql.values = sparql.question === null ? {} : { ...defaultsOf(sparql.question), ...values };
  if (sparql.question !== null) sparql.text = questionText();
  else if (name !== "") sayStatus(() => word("sparql.faults.unknown_question", { value: name }));
}

function defaultsOf(question) {
  const known = question.parameters.map(({ name, type, default: value }) => [name, type === "language" ? state.language : value || ""]);
  return Object.fromEntries(known);
}

// --- the elements -----------------------------------------------------------------------------------------

function questionChoice() {
  const summaries = sparql.library.questions.map(({ name, summary }) => make("option", { value: name, selected: sparql.question !== null && sparql.question.name === name }, summary[state.language]));
  const select = make("select", { id: "sparql-question", change: () => { chooseQuestion(select.value); renderForm(); sparqlParts.text.value = sparql.text; } },
    make("option", { value: "", selected: sparql.question === null }, word("sparql.own")), ...summaries);
  sparqlParts.question = select;
  return make("p", {}, make("label", { for: "sparql-question" }, word("sparql.question")), select);
}

function renderForm() {
  const { question } = sparql;
  sparqlParts.question.value = question === null ? "" : question.name;
  sparqlParts.form.hidden = question === null || question.parameters.length === 0;
  sparqlParts.limits.textContent = question === null ? "" : question.limits;
  const hands = { values: sparql.values, submit: () => runQuery(), failed: sayFault };
  const fields = question === null ? [] : question.parameters.map((parameter) => valueField(parameter, hands));
  sparqlParts.form.replaceChildren(make("legend", {}, word("sparql.form")), ...fields);
}

function editorField() {
  sparqlParts.text = make("textarea", { id: "sparql-text", rows: "9", spellcheck: "false", autocapitalize: "off", wrap: "off", lang: "en",
    input: () => { [sparql.text, sparql.question] = [sparqlParts.text.value, null]; renderForm(); },
    keydown: (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); runQuery(); } } });
  sparqlParts.text.value = sparql.text;
  return make("p", {}, make("label", { for: "sparql-text" }, word("sparql.editor")), sparqlParts.text);
}

function runControls() {
  sparqlParts.run = make("button", { type: "button", id: "sparql-run", "aria-disabled": String(sparql.busy), click: () => runQuery() }, word("sparql.run"));
  sparqlParts.cancel = make("button", { type: "button", id: "sparql-cancel", disabled: !sparql.busy, click: stopQuery }, word("sparql.cancel"));
  const seconds = make("input", { id: "sparql-seconds", type: "number", min: "1", max: "600", value: String(sparql.seconds),
    change: () => { sparql.seconds = Math.min(600, Math.max(1, Number(seconds.value) || 10)); seconds.value = String(sparql.seconds); } });
  return make("p", { class: "row" }, sparqlParts.run, sparqlParts.cancel, make("label", { for: "sparql-seconds" }, word("sparql.seconds")), seconds);
}

function buildSparql() {
  sparqlParts.limits = make("p", { class: "limits", lang: "en" });
  sparqlParts.form = make("fieldset", {});
  sparqlParts.status = make("p", { id: "sparql-status", role: "status" });
  sparqlParts.answer = make("div", { id: "sparql-answer" });
  const prefixes = Object.keys(sparql.library.prefixes).map((prefix) => `${prefix}:`).join(" ");
  sparqlParts.root = make("div", { class: "sparql", keydown: (event) => { if (event.key === "Escape" && sparql.busy) stopQuery(); } },
    make("p", {}, word("sparql.intro")), questionChoice(), sparqlParts.limits, sparqlParts.form, editorField(), runControls(),
    sparqlParts.status, sparqlParts.answer, make("p", { class: "note" }, word("sparql.prefixes", { prefixes })));
  sparqlParts.language = state.language;
  renderForm();
  renderAnswer();
  sayStatus(...sparql.said);
}

async function renderSparql(element) {
  element.replaceChildren();
  const isFirst = sparql.library === null;
  sparql.library = await readLibrary();
  if (isFirst) takeFromPermalink();
  if (sparqlParts.language !== state.language) buildSparql();
  if (state.panel === "sparql") element.replaceChildren(sparqlParts.root);
  if (!isFirst) return;
  await warmUp();
  if (state.query !== "") runQuery(false);
}

if (hasEngine) panel({ id: "sparql", title: "sparql.title", render: renderSparql });
