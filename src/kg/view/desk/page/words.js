// The page's own words in the reader's language, and what is written differently in each: dates and numbers.
import { state } from "./store.js";

export const given = JSON.parse(document.getElementById("given").textContent);

// The words under a path such as "sections.office"; {n} and the like are filled in.
export function word(path, values = {}) {
  const found = path.split(".").reduce((part, key) => (part === undefined ? part : part[key]), given.words[state.language]);
  return (found === undefined ? path : found).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

// 2019, 2019-06, 2019-06-04 or 2019-06-04T18:30:00+02:00, as the reader's language writes it; the hour is that of the place.
export function dateText(value) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(value);
  if (parts === null) return value;
  const [year, month, day] = parts.slice(1, 4).map((part) => (part === undefined ? null : Number(part)));
  const format = { timeZone: "UTC", year: "numeric" };
  if (month !== null) format.month = "long";
  if (day !== null) format.day = "numeric";
  const date = new Intl.DateTimeFormat(state.language, format).format(new Date(Date.UTC(year, (month || 1) - 1, day || 1)));
  return parts[4] === undefined ? date : `${date}, ${parts[4]}:${parts[5]}`;
}

export function numberText(value) {
  return new Intl.NumberFormat(state.language).format(value);
}
