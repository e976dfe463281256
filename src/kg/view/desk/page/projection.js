// Projections: people with people, institutions with institutions, territories with territories. Two are tied by what they share; which
// kinds of sharing count, the rungs of the tie, is chosen in the page. What one came for is read from the participations.
import { make, said } from "./dom.js";
import { graph, isNode, nodeKind, nameOf, tables } from "./graph.js";
import { forgetNeighbours, scene } from "./scene.js";
import { statementParts } from "./statements.js";
import { dateText, word } from "./words.js";

export const PROJECTIONS = ["events", "people", "organisations", "territories"];
export const RUNGS = ["same_event", "same_session", "moderator_speaker", "joint_organisers", "same_body"];
const ABSENT = ["excused", "cancelled"];
const MOST_PAIRS = 300000;
const MOST_TOLD = 30;

const lastWord = (thing) => graph.ids.get(thing).split("/").pop();

// Whom a participation or a tenure puts there: nodes.
function people(statement, factuality) {
  const found = tables.participant.of(statement);
  return factuality.includes("represented") ? [] : [...found].filter((node) => isNode(node) && nodeKind(node) === "person");
}

function bodies(statement) {
  const found = [...tables.body.of(statement), ...tables.participant.of(statement)];
  return [...new Set(found)].filter((node) => isNode(node) && nodeKind(node) !== "person");
}

function territories(statement) {
  return [...new Set(bodies(statement).flatMap((body) => [...tables.territory.of(body)]))].filter(isNode);
}

const WHO = { people, organisations: bodies, territories };

// What is shared: of each rung, by unit (an event, a body, a person) the actors and the statements that put each there.
function gather(projection, mask) {
  const units = Object.fromEntries(RUNGS.map((rung) => [rung, new Map()]));
  const put = (rung, unit, actor, statement, side = "") => {
    if (!units[rung].has(unit)) units[rung].set(unit, new Map());
    const there = units[rung].get(unit);
    if (!there.has(actor)) there.set(actor, { statements: [], sides: new Set() });
    there.get(actor).statements.push(statement);
    there.get(actor).sides.add(side);
  };
  for (let statement = 0; statement < tables.confidence.length; statement += 1) {
    if (mask !== null && mask[statement] === 0) continue;
    const factuality = [...tables.factuality.of(statement)].map(lastWord);
    if (factuality.length > 0 && factuality.every((one) => ABSENT.includes(one))) continue;
    const roles = [...tables.role.of(statement)].map(lastWord);
    const actors = WHO[projection](statement, factuality);
    for (const event of tables.event.of(statement)) for (const actor of actors) {
      const whole = tables.whole[event];
      put("same_event", whole, actor, statement);
      if (whole !== event) put("same_session", event, actor, statement);
      for (const side of ["moderator", "speaker"]) if (roles.includes(side)) put("moderator_speaker", event, actor, statement, side);
      if (roles.some((role) => ["organizer", "host", "partner"].includes(role))) put("joint_organisers", whole, actor, statement);
    }
    shareBody(projection, statement, put);
  }
  return units;
}

// People share a body that they act for or hold an office in; bodies share a person who does so.
function shareBody(projection, statement, put) {
  const persons = [...tables.participant.of(statement), ...tables.person.of(statement)].filter((node) => isNode(node) && nodeKind(node) === "person");
  const held = [...tables.body.of(statement)].filter(isNode);
  for (const person of persons) for (const body of held) {
    if (projection === "people") put("same_body", body, person, statement);
    else if (projection === "organisations") put("same_body", person, body, statement);
    else for (const place of tables.territory.of(body)) if (isNode(place)) put("same_body", person, place, statement);
  }
}

const opposed = (one, other) => (one.has("moderator") && other.has("speaker")) || (one.has("speaker") && other.has("moderator"));

function pairs(rung, units) {
  const found = new Map();
  for (const [unit, there] of units) {
    const actors = [...there.keys()].sort((a, b) => a - b);
    for (let i = 0; i < actors.length; i += 1) for (let j = i + 1; j < actors.length; j += 1) {
      if (rung === "moderator_speaker" && !opposed(there.get(actors[i]).sides, there.get(actors[j]).sides)) continue;
      const key = actors[i] * graph.count + actors[j];
      if (found.has(key)) found.get(key).push(unit);
      else if (found.size < MOST_PAIRS) found.set(key, [unit]);
    }
  }
  return found;
}

// Makes the projection the scene.
export function projected(projection, asked, mask) {
  const rungs = RUNGS.filter((rung) => asked.length === 0 || asked.includes(rung));
  const units = gather(projection, mask);
  const ties = rungs.flatMap((rung, kind) => [...pairs(rung, units[rung])]
    .map(([key, found]) => ({ kind, from: Math.floor(key / graph.count), to: key % graph.count, shared: found })));
  ties.sort((a, b) => b.shared.length - a.shared.length);
  const member = new Uint8Array(graph.count);
  for (const rung of RUNGS) for (const there of units[rung].values()) for (const actor of there.keys()) member[actor] = 1;
  Object.assign(scene, {
    source: Uint32Array.from(ties, (tie) => tie.from), target: Uint32Array.from(ties, (tie) => tie.to),
    kind: Uint8Array.from(ties, (tie) => tie.kind), weight: Uint32Array.from(ties, (tie) => tie.shared.length),
    kinds: rungs, member, tieOn: new Uint8Array(ties.length).fill(1), nodeOn: new Uint8Array(graph.count).fill(1),
    tell: (tie) => shared(ties[tie], units[rungs[ties[tie].kind]]),
    behind: (tie) => grounds(ties[tie], units[rungs[ties[tie].kind]]),
  });
  forgetNeighbours();
}

function grounds({ from, to, shared: found }, units) {
  return found.flatMap((unit) => [from, to].flatMap((end) => units.get(unit).get(end).statements));
}

// What the two ends of a tie share, and the words that say so.
function shared({ from, to, shared: found }, units) {
  const parts = found.slice(0, MOST_TOLD).map((unit) => {
    const dates = isNode(unit) && tables.when.of(unit).length > 0 ? ` (${dateText(new Date(tables.when.of(unit)[0] * 86400000).toISOString().slice(0, 10))})` : "";
    return make("section", {}, make("h3", {}, said(nameOf(unit)), dates), ...[from, to].map((end) => make("div", { class: "end" },
      make("strong", {}, said(nameOf(end))), ...statementParts([...new Set(units.get(unit).get(end).statements)], true))));
  });
  return [make("p", {}, word("weight", { n: found.length })), ...parts];
}
