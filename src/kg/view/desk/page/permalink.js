// The address: what of the state differs from its defaults, in the fragment, so that a link shows the same to somebody else.
import { numberOf } from "./graph.js";
import { PROJECTIONS, RUNGS } from "./projection.js";
import { change, DEFAULTS, on, state } from "./store.js";
import { given } from "./words.js";

const STATE_KEYS = Object.keys(DEFAULTS);
const PAUSE = 250; // milliseconds: browsers refuse an address that changes all the time
const CHOICES = { language: given.languages, sheet: ["nodes", "ties"], projection: PROJECTIONS, steps: ["0", "1", "2", "3"] };
let waiting = 0;
let isRead = false; // what a link asks for is read before anything is written over it, however long the data takes

export function address() {
  const parts = STATE_KEYS.filter((key) => JSON.stringify(state[key]) !== JSON.stringify(DEFAULTS[key]))
    .map((key) => [key, typeof DEFAULTS[key] === "string" ? state[key] : JSON.stringify(state[key])]);
  return parts.length === 0 ? "" : `#${new URLSearchParams(parts)}`;
}

// Whole: in a frame of a notebook, "#..." alone would be an address of the notebook.
function pageAddress() {
  return location.href.replace(/#.*$/s, "");
}

export function writeAddress() {
  if (!isRead) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => history.replaceState(null, "", pageAddress() + address()), PAUSE);
}

// A value of the kind that the default has, or undefined: an address may hold anything.
function checked(key, text) {
  const usual = DEFAULTS[key];
  if (CHOICES[key] !== undefined && !CHOICES[key].includes(text)) return undefined;
  if (typeof usual === "string") return text;
  let value;
  try { value = JSON.parse(text); } catch { return undefined; }
  if (typeof value !== typeof usual || value === null || Array.isArray(value) !== Array.isArray(usual)) return undefined;
  if (key === "camera") return value.length === 3 && value.every(Number.isFinite) && value[2] > 0 ? value : undefined;
  if (key === "rungs") return value.every((one) => RUNGS.includes(one)) ? value : undefined;
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? value : undefined;
  if (key === "filters") return Object.values(value).every((one) => Array.isArray(one)) ? value : undefined;
  return value;
}

// Takes over what the address says; an address that is only a name, as in `#person-1`, selects that thing.
export function readAddress() {
  const text = location.hash.slice(1);
  const values = isRead ? { ...structuredClone(DEFAULTS), language: state.language } : {}; // at first, what somebody has done already stays
  isRead = true;
  if (text !== "" && !text.includes("=")) {
    let id = text;
    try { id = decodeURIComponent(text); } catch { /* as it stands */ }
    values.selected = [`id:${id}`, id].find((one) => numberOf(one) >= 0) || "";
  }
  for (const [key, part] of new URLSearchParams(text.includes("=") ? text : "")) {
    const value = STATE_KEYS.includes(key) ? checked(key, part) : undefined;
    if (value !== undefined) values[key] = value;
  }
  change(values);
}

on(STATE_KEYS, writeAddress);
