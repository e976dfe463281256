// The words of the pages: each passage with what stands before and after it, and the document it is from.
function passage(id) {
  const quote = data.quotes[id];
  const source = data.documents[quote.text];
  const issued = source.issued === undefined ? "" : `, ${dateText(source.issued)}`;
  return make("figure", {},
    make("blockquote", { lang: source.language, dir: "auto", tabindex: quote.exact.length > 700 ? "0" : null },
      make("span", {}, cut(quote.prefix, "start")), make("q", {}, quote.exact.replace(/\n\s*\n/g, "\n")), make("span", {}, cut(quote.suffix, "end"))),
    make("figcaption", {}, source.url === undefined ? said(source.title) : link(source.url, source.title), issued));
}

// The context on one line; it ends where it was cut, within a word or not.
function cut(context, side) {
  const line = context.replace(/\s+/g, " ");
  if (line === "") return "";
  return side === "start" ? `…${line}` : `${line}…`;
}

// The first passages of a card are open, the others a click away; one that is open already is not opened again.
const OPEN = 5;
const read = new Set();

function passages(ids, foldable) {
  if (ids.length === 0) return null;
  const figures = ids.map(passage);
  if (!foldable) return make("div", {}, ...figures);
  const fresh = read.size < OPEN && ids.some((id) => !read.has(id));
  if (fresh) ids.forEach((id) => read.add(id));
  const title = ids.length === 1 ? word("evidence") : word("evidences", { n: ids.length });
  return make("details", { open: fresh ? "" : null }, make("summary", {}, title), ...figures);
}
