// What the page is given, and how words reach the screen: always as text nodes, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const state = { language: data.language, hidden: new Set(), shown: null };
const by = (id) => document.getElementById(id);

function word(path, values = {}) {
  const found = path.split(".").reduce((part, key) => (part === undefined ? part : part[key]), data.words[state.language]);
  return (found === undefined ? path : found).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

function nameOf(id) {
  return id in data.names ? data.names[id].name[state.language] : id;
}

// An element with attributes, listeners (a function under the name of the event) and children (text or elements).
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Text from a page or the graph: it keeps its own direction and cannot turn that of its surroundings.
function said(text, language) {
  return make("bdi", { lang: language || null }, text);
}

// Only web addresses become links; anything else is shown as it is.
function link(address, text) {
  if (!/^https?:\/\//i.test(address)) return said(text || address);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: word("new_window") }, said(text || address));
}

// 2019, 2019-06, 2019-06-04 or 2019-06-04T18:30:00+02:00, as the reader's language writes it; the hour is that of the place.
function dateText(value) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(value);
  if (parts === null) return value;
  const [year, month, day] = parts.slice(1, 4).map((part) => (part === undefined ? null : Number(part)));
  const format = { timeZone: "UTC", year: "numeric" };
  if (month !== null) format.month = "long";
  if (day !== null) format.day = "numeric";
  const moment = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  const date = new Intl.DateTimeFormat(state.language, format).format(moment);
  return parts[4] === undefined ? date : `${date}, ${parts[4]}:${parts[5]}`;
}

// The sign of a kind in the legend, the search and the panel.
const OUTLINES = {
  dot: "M9 2a6 6 0 1 0 .01 0Z", square: "M3.5 2.5h11v11h-11Z", diamond: "M9 0.5 16 8 9 15.5 2 8Z",
  triangle: "M9 2 16 14H2Z", hexagon: "M5.5 2h7L16 8l-3.5 6h-7L2 8Z",
};

function sign(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 18 16");
  svg.setAttribute("class", "sign");
  svg.setAttribute("aria-hidden", "true");
  if (kind in data.nodeKinds) {
    path.setAttribute("d", OUTLINES[data.nodeKinds[kind].shape]);
    path.setAttribute("fill", data.nodeKinds[kind].colour);
  } else {
    path.setAttribute("d", "M0 8H18");
    path.setAttribute("stroke", data.tieKinds[kind].colour);
    path.setAttribute("stroke-width", "2.5");
    path.setAttribute("stroke-dasharray", data.tieKinds[kind].dashes.map((length) => length / 2).join(" "));
  }
  svg.append(path);
  return svg;
}
