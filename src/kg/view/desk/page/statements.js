// A statement in words: role, office and body, when it is attested, announced or reported, how sure it is; and its passages.
import { make, said } from "./dom.js";
import { graph, nameOf, tables } from "./graph.js";
import { passages } from "./quotes.js";
import { dateText, word } from "./words.js";

export const UNSTATED = 255;

export const things = (column, statement) => [...tables[column].of(statement)];
export const wordsOf = (column, statement) => things(column, statement).map((at) => tables.words.get(at));
export const statementsOf = (tie) => (tie < tables.tieStatements.length ? [...tables.tieStatements.of(tie)] : []);

export function listed(items, separator = ", ") {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

function sentence(statement) {
  const posts = things("post", statement);
  const bodies = posts.length === 0 ? [] : things("body", statement);
  const words = [...things("role", statement), ...posts, ...bodies].map((thing) => said(nameOf(thing)));
  const dates = wordsOf("attested", statement).map((date) => word("attested", { date: dateText(date) }));
  const periods = wordsOf("period", statement);
  if (periods.length > 0) dates.push(word("period", { date: periods.join(", ") }));
  const how = things("factuality", statement)
    .map((thing) => make("span", { class: `how ${graph.ids.get(thing).split("/").pop()}` }, nameOf(thing)));
  if (tables.confidence[statement] !== UNSTATED) how.push(make("span", { class: "sure" }, word("sure", { n: tables.confidence[statement] })));
  return make("div", { class: "said" }, ...listed(words), ...(dates.length === 0 ? [] : [" — ", dates.join(", ")]), " ", ...listed(how, " "));
}

export function statementParts(statements, foldable) {
  return statements.map((one) => make("div", {}, sentence(one), passages(tables.statementQuotes.of(one), foldable)));
}
