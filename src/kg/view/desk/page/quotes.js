// The words of the pages: each passage with what stands before and after it, and the document it is from.
import { make, said } from "./dom.js";
import { tables } from "./graph.js";
import { dateText, given, word } from "./words.js";

const OPEN = 5; // so many passages of a card are open, the others a click away
const LONG = 700; // characters: a longer passage scrolls, and so has to be reached with the keyboard
const read = new Set();

// Only web addresses become links; anything else is shown as it is.
export function link(address, text) {
  if (!/^https?:\/\//i.test(address)) return said(text || address);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: word("new_window") }, said(text || address));
}

// The document of a passage: { title, url, issued, language }.
export function sourceOf(quote) {
  if (textIds.length === 0) textIds.push(...Object.keys(tables.values.documents).sort());
  return tables.values.documents[textIds[tables.quoteText[quote]]];
}
const textIds = [];

function passage(quote) {
  const source = sourceOf(quote);
  const exact = tables.exact.get(quote);
  const issued = source.issued === undefined ? "" : `, ${dateText(source.issued)}`;
  return make("figure", {},
    make("blockquote", { lang: source.language, dir: "auto", tabindex: exact.length > LONG ? "0" : null },
      make("span", {}, cut(tables.prefix.get(quote), "start")), make("q", {}, exact.replace(/\n\s*\n/g, "\n")),
      make("span", {}, cut(tables.suffix.get(quote), "end"))),
    make("figcaption", {}, source.url === undefined ? said(source.title) : link(source.url, source.title), issued));
}

// The context on one line; it ends where it was cut, within a word or not.
function cut(context, side) {
  const line = context.replace(/\s+/g, " ");
  if (line === "") return "";
  return side === "start" ? `…${line}` : `${line}…`;
}

export function forgetPassages() {
  read.clear();
}

// Passages, folded if they may be; one that is open on the card already is not opened again.
export function passages(quotes, foldable) {
  const ids = [...quotes];
  if (ids.length === 0) return null;
  if (!foldable) return make("div", {}, ...ids.map(passage));
  const fresh = read.size < OPEN && ids.some((id) => !read.has(id));
  if (fresh) ids.forEach((id) => read.add(id));
  const title = ids.length === 1 ? word("evidence") : word("evidences", { n: ids.length });
  const inside = make("details", { open: fresh }, make("summary", {}, title));
  const fill = () => { if (inside.children.length === 1) inside.append(...ids.map(passage)); };
  inside.addEventListener("toggle", fill);
  if (fresh) fill();
  return inside;
}

// The number of a passage by its id, for those that details name.
export function quoteNumber(id) {
  if (quoteNumbers.size === 0) for (let at = 0; at < tables.quoteIds.length; at += 1) quoteNumbers.set(tables.quoteIds.get(at), at);
  return quoteNumbers.get(id);
}
const quoteNumbers = new Map();

export const identifierOf = (id) => id.replace(/^id:/, `${given.base}id/`);
