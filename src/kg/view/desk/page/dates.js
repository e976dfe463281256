// Days counted from 1 January 1970, and the dates that people write: 2019, 2019-06, 2019-06-04.
const DAY = 86400000;

export const dayOf = (year, month = 1, day = 1) => Math.round(Date.UTC(year, month - 1, day) / DAY);
export const dateOf = (day) => new Date(day * DAY);

// The first and the last day of a date, or null.
export function spanOf(text) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text.trim());
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (day !== null) return [dayOf(year, month, day), dayOf(year, month, day)];
  if (month !== null) return [dayOf(year, month), dayOf(year, month + 1) - 1];
  return [dayOf(year), dayOf(year + 1) - 1];
}

// The day a date starts, written to the year, the month or the day.
export function written(day, unit) {
  return dateOf(day).toISOString().slice(0, { year: 4, month: 7, day: 10 }[unit]);
}
