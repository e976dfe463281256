// What can be drawn now: the ties of the graph or of a projection of it, and which nodes and ties are let through.
import { graph } from "./graph.js";

export const scene = {
  source: null, target: null, // numbers of nodes
  kind: null, // numbers of kinds
  kinds: [], // their names
  weight: null, // of a projection, how often; null where every tie counts once
  nodeOn: null, tieOn: null, // 1 for what is let through
  member: null, // of a projection, 1 for the nodes that belong to it
  tell: null, // of a projection, what the panel tells of a tie
  behind: null, // of a projection, the statements that a tie is made of
  degree: null, // how many ties of the graph each node has
};

export function useGraph() {
  Object.assign(scene, { source: graph.source, target: graph.target, kind: graph.tieKind, kinds: graph.tieKinds, weight: null });
  scene.tieOn = new Uint8Array(scene.source.length).fill(1);
  scene.nodeOn = new Uint8Array(graph.count).fill(1);
  forgetNeighbours();
}

export function forgetNeighbours() {
  neighbours.clear();
}

export function countDegrees() {
  scene.degree = new Uint32Array(graph.count);
  for (const ends of [graph.source, graph.target]) for (const end of ends) scene.degree[end] += 1;
}

export function tieId(tie) {
  return `${graph.ids.get(scene.source[tie])} ${graph.ids.get(scene.target[tie])} ${scene.kinds[scene.kind[tie]]}`;
}

export function findTie(id) {
  const [source, target, kind] = id.split(" ");
  if (kind === undefined) return -1;
  const kindNumber = scene.kinds.indexOf(kind);
  for (let tie = 0; tie < scene.source.length; tie += 1) {
    if (scene.kind[tie] === kindNumber && graph.ids.get(scene.source[tie]) === source && graph.ids.get(scene.target[tie]) === target) return tie;
  }
  return -1;
}

// The ties of each node, as one list cut into pieces; made when it is first asked for.
const neighbours = new Map();

export function tiesOf(node) {
  if (neighbours.size === 0) {
    const at = new Uint32Array(graph.count + 1);
    for (const ends of [scene.source, scene.target]) for (const end of ends) at[end + 1] += 1;
    for (let index = 0; index < graph.count; index += 1) at[index + 1] += at[index];
    const next = at.slice();
    const ties = new Uint32Array(2 * scene.source.length);
    for (let tie = 0; tie < scene.source.length; tie += 1) for (const ends of [scene.source, scene.target]) ties[next[ends[tie]]++] = tie;
    neighbours.set("at", at).set("ties", ties);
  }
  const at = neighbours.get("at");
  return neighbours.get("ties").subarray(at[node], at[node + 1]);
}

export function otherEnd(tie, node) {
  return scene.source[tie] === node ? scene.target[tie] : scene.source[tie];
}

export const kindOfTie = (tie) => scene.kinds[scene.kind[tie]];
