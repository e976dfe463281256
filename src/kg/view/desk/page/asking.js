// The graph of the page as a SPARQL engine, in a worker: started when it is first needed, ended when a question takes too long or is
// called off, and then started anew for the next one. Questions are answered one after the other.
import { by } from "./dom.js";
import { inflated } from "./inflating.js";
import { given } from "./words.js";

// What went wrong, as a word of the page and its values; `place` is a line and column of the question where there is one.
export class Fault extends Error {
  constructor(name, values = {}, place = null) {
    super(name);
    this.word = name;
    this.values = values;
    this.place = place;
  }
}

export const hasEngine = given.sparql;

const running = { engine: null, worker: null, waiting: null, last: Promise.resolve() };
let library = null;

function blockText(id) {
  return by(id).textContent;
}

// The prefixes and the named queries.
export function readLibrary() {
  if (library === null) library = wholePage().then(() => inflated(blockText("sparql-questions"))).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  return library;
}

// The blocks stand behind the program, so that the picture need not wait for them.
function wholePage() {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => { document.addEventListener("DOMContentLoaded", resolve, { once: true }); });
}

// The running engine with its graph: { size, milliseconds }.
export function readyEngine() {
  if (running.engine === null) running.engine = startEngine();
  return running.engine;
}

async function startEngine() {
  const started = performance.now();
  try {
    const [{ prefixes }, program] = await Promise.all([readLibrary(), inflated(blockText("sparql-worker"))]);
    running.worker = workerOf(program);
    const { size } = await tellWorker({ engine: blockText("sparql-engine"), graph: blockText("sparql-graph"), prefixes });
    return { size, milliseconds: performance.now() - started };
  } catch (error) {
    const fault = error instanceof Fault && error.word !== "refused" ? error : new Fault("no_engine", { message: error.message });
    endEngine(fault);
    throw fault;
  }
}

function workerOf(program) {
  const address = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
  const worker = new Worker(trustedAddress(address));
  worker.onmessage = ({ data }) => { URL.revokeObjectURL(address); hearWorker(data); };
  worker.onerror = (event) => { event.preventDefault(); endEngine(new Fault("no_engine", { message: event.message || "" })); };
  return worker;
}

// The browser takes an address for a script only from a policy; this one lets through what the page itself has made.
function trustedAddress(address) {
  if (globalThis.trustedTypes === undefined) return address;
  if (trustedAddress.policy === undefined) trustedAddress.policy = trustedTypes.createPolicy("kg-worker", { createScriptURL: onlyBlob });
  return trustedAddress.policy.createScriptURL(address);
}

function onlyBlob(address) {
  if (!address.startsWith("blob:")) throw new TypeError(address);
  return address;
}

function tellWorker(message) {
  return new Promise((resolve, reject) => {
    running.waiting = { resolve, reject };
    running.worker.postMessage(message);
  });
}

function hearWorker(data) {
  const { resolve, reject } = running.waiting;
  if (data.fault === undefined) resolve(data);
  else if (data.fault.fatal) endEngine(new Fault("too_complex"));
  else reject(faultIn(data.fault));
}

function faultIn({ line, column, message, isUpdate }) {
  if (isUpdate) return new Fault("update");
  const service = /^The service <(.*)> is not supported/.exec(message);
  if (service !== null) return new Fault("no_service", { address: service[1] });
  return line === undefined ? new Fault("refused", { message }) : new Fault("syntax", { line, column, message }, { line, column });
}

// Ends the worker; whoever waits for it is told why.
export function endEngine(fault) {
  const { worker, waiting } = running;
  Object.assign(running, { engine: null, worker: null, waiting: null });
  if (worker !== null) worker.terminate();
  if (waiting !== null) waiting.reject(fault);
}

async function askNow(text, seconds) {
  await readyEngine();
  const clock = setTimeout(() => endEngine(new Fault("too_long", { seconds })), seconds * 1000);
  try {
    return await tellWorker({ ask: text });
  } finally {
    clearTimeout(clock);
  }
}

// The answer: { columns, rows, total } with rows of terms [kind, value, datatype, language] or null, or { boolean }.
export function askEngine(text, seconds) {
  const asked = running.last.then(() => askNow(text, seconds));
  running.last = asked.catch(() => {});
  return asked;
}
