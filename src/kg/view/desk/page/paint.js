// The sharp picture: nodes, then under them the ties, drawn in slices of a few milliseconds so that the page stays at hand.
import { graph } from "./graph.js";
import { scene } from "./scene.js";
import { given } from "./words.js";

const SLICE = 9; // milliseconds
const CHUNK = 512;
const MOST_TIES = 60000;
const DOT = 2; // pixels: smaller nodes have no shape

const PATHS = {
  dot: (ctx, x, y, r) => { ctx.moveTo(x + r, y); ctx.arc(x, y, r, 0, 7); },
  square: (ctx, x, y, r) => { ctx.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8); },
  diamond: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.1, [0, -1, 1, 0, 0, 1, -1, 0]),
  triangle: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.15, [0, -1, 0.95, 0.75, -0.95, 0.75]),
  hexagon: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.05, [0.5, -0.87, 1, 0, 0.5, 0.87, -0.5, 0.87, -1, 0, -0.5, -0.87]),
};

function polygon(ctx, x, y, r, corners) {
  ctx.moveTo(x + corners[0] * r, y + corners[1] * r);
  for (let at = 2; at < corners.length; at += 2) ctx.lineTo(x + corners[at] * r, y + corners[at + 1] * r);
  ctx.closePath();
}

// Half the width of a node in pixels.
export function radius(index, k) {
  const size = given.nodeKinds[graph.nodeKinds[graph.kind[index]]].size;
  const more = graph.count > 300 ? 0.45 + 0.12 * Math.log2(1 + scene.degree[index]) : 1;
  return Math.min(26, Math.max(1, size * more * Math.min(k, 1.6)));
}

export function outline(ctx, index, x, y, r) {
  PATHS[given.nodeKinds[graph.nodeKinds[graph.kind[index]]].shape](ctx, x, y, r);
}

// Draws what `camera` sees into a canvas: gives way to the browser after each slice. Returns at the end how many ties were left out.
export function* painting(ctx, camera, colours) {
  const { x, y, k, width, height, ratio } = camera;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  ctx.globalCompositeOperation = "destination-over";
  let until = performance.now() + SLICE;
  for (let kind = 0; kind < graph.nodeKinds.length; kind += 1) {
    ctx.fillStyle = given.nodeKinds[graph.nodeKinds[kind]].colour;
    ctx.strokeStyle = colours.ground;
    const edged = k > 0.35;
    ctx.lineWidth = 3;
    ctx.beginPath();
    for (let index = 0; index < graph.count; index += 1) {
      if (graph.kind[index] !== kind || scene.nodeOn[index] === 0) continue;
      const [sx, sy] = [graph.x[index] * k + x, graph.y[index] * k + y];
      if (sx < -30 || sy < -30 || sx > width + 30 || sy > height + 30) continue;
      const r = radius(index, k);
      if (r < DOT) ctx.rect(sx - r, sy - r, 2 * r, 2 * r);
      else outline(ctx, index, sx, sy, r);
    }
    ctx.fill();
    if (edged) ctx.stroke();
    if (performance.now() > until) { yield; until = performance.now() + SLICE; }
  }
  yield;
  yield* paintTies(ctx, camera);
  ctx.globalCompositeOperation = "source-over";
}

function* paintTies(ctx, { x, y, k, width, height }) {
  const drawn = scene.kinds.map(() => []);
  let count = 0;
  let until = performance.now() + SLICE;
  for (let tie = 0; tie < scene.source.length && count < MOST_TIES; tie += 1) {
    if (scene.tieOn[tie] === 0) continue;
    const [from, to] = [scene.source[tie], scene.target[tie]];
    const [ax, ay, bx, by_] = [graph.x[from] * k + x, graph.y[from] * k + y, graph.x[to] * k + x, graph.y[to] * k + y];
    if (Math.max(ax, bx) < 0 || Math.max(ay, by_) < 0 || Math.min(ax, bx) > width || Math.min(ay, by_) > height) continue;
    const lines = drawn[scene.kind[tie]];
    lines.push(tie, ax, ay, bx, by_);
    count += 1;
    if (lines.length >= 5 * CHUNK) {
      strokeTies(ctx, scene.kind[tie], lines, k);
      lines.length = 0;
      if (performance.now() > until) { yield; until = performance.now() + SLICE; }
    }
  }
  for (const [kind, lines] of drawn.entries()) if (lines.length > 0) { strokeTies(ctx, kind, lines, k); yield; }
}

function strokeTies(ctx, kind, lines, k) {
  const look = lookOf(kind);
  ctx.strokeStyle = look.colour;
  ctx.globalAlpha = scene.source.length > 20000 ? Math.min(1, 0.15 + k) : 0.9;
  ctx.lineWidth = Math.max(0.4, look.width * Math.min(1, k * 1.6));
  ctx.setLineDash(k > 0.35 ? look.dashes : []);
  if (scene.weight === null) stroke(ctx, lines, 0, lines.length);
  else for (let at = 0; at < lines.length; at += 5) {
    ctx.lineWidth = widthOf(lines[at], look, k);
    stroke(ctx, lines, at, at + 5);
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function stroke(ctx, lines, start, end) {
  ctx.beginPath();
  for (let at = start; at < end; at += 5) {
    ctx.moveTo(lines[at + 1], lines[at + 2]);
    ctx.lineTo(lines[at + 3], lines[at + 4]);
  }
  ctx.stroke();
}

export function lookOf(kind) {
  return given.tieKinds[scene.kinds[kind]] || { colour: "#808080", dashes: [], width: 1.5 };
}

export function widthOf(tie, look, k) {
  const weight = scene.weight === null ? 1 : scene.weight[tie];
  return Math.min(9, Math.max(0.4, look.width * Math.sqrt(weight) * Math.min(1, k * 1.6)));
}
