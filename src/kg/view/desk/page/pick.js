// What lies under a place on the screen: the nearest node, else the nearest tie.
import { toScreen, view } from "./camera.js";
import { graph } from "./graph.js";
import { radius } from "./paint.js";
import { scene } from "./scene.js";

const REACH = 6; // pixels beside a node or a tie

export function nodeAt(x, y) {
  let best = -1;
  let least = Infinity;
  for (let index = 0; index < graph.count; index += 1) {
    if (scene.nodeOn[index] === 0) continue;
    const [dx, dy] = [graph.x[index] * view.k + view.x - x, graph.y[index] * view.k + view.y - y];
    if (Math.abs(dx) > 40 || Math.abs(dy) > 40) continue;
    const beyond = Math.hypot(dx, dy) - radius(index, view.k);
    if (beyond < REACH && beyond < least) [least, best] = [beyond, index];
  }
  return best;
}

export function tieAt(x, y) {
  let best = -1;
  let least = REACH;
  for (let tie = 0; tie < scene.source.length; tie += 1) {
    if (scene.tieOn[tie] === 0) continue;
    const distance = toSegment(x, y, toScreen(graph.x[scene.source[tie]], graph.y[scene.source[tie]]),
      toScreen(graph.x[scene.target[tie]], graph.y[scene.target[tie]]));
    if (distance < least) [least, best] = [distance, tie];
  }
  return best;
}

function toSegment(x, y, [ax, ay], [bx, byy]) {
  const [dx, dy] = [bx - ax, byy - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
