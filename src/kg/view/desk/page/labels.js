// Labels: the best tied nodes first, none over another. Which are shown is chosen when the picture rests; where, anew in each frame.
import { graph, shortName } from "./graph.js";
import { radius } from "./paint.js";
import { scene } from "./scene.js";

const LINE = 22; // characters
const LINES = 3;
const SIZE = 13; // pixels
const MOST_LABELS = 220;
const TRIED = 6000;
const CELL = 16; // pixels
const FONT = `${SIZE}px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif`;

const made = new Map(); // by node: its lines and their width; emptied when the language changes

export function forgetLabels() {
  made.clear();
}

// Text in a few short lines, without the marks that turn its direction: they would garble a drawing.
export function wrapped(text) {
  const lines = [""];
  for (const one of text.replace(/\p{C}/gu, (mark) => (/\s/.test(mark) ? " " : "")).trim().split(/\s+/u)) {
    let word = one;
    const last = lines.length - 1;
    if (lines[last] !== "" && lines[last].length + 1 + word.length <= LINE) { lines[last] += ` ${word}`; continue; }
    while (word !== "") {
      if (lines[lines.length - 1] !== "") lines.push("");
      lines[lines.length - 1] = word.slice(0, LINE);
      word = word.slice(LINE);
      if (lines.length > LINES) return [...lines.slice(0, LINES - 1), `${lines[LINES - 1].slice(0, LINE - 1)}…`];
    }
  }
  return lines;
}

function label(ctx, index) {
  if (!made.has(index)) {
    const lines = wrapped(shortName(index));
    made.set(index, { lines, width: Math.max(...lines.map((line) => ctx.measureText(line).width)) });
  }
  return made.get(index);
}

// The nodes whose labels have room, in the order of their ties; those of `first` before all others.
export function chooseLabels(ctx, { x, y, k, width, height }, first) {
  ctx.font = FONT;
  const taken = new Set();
  const chosen = [];
  let tried = 0;
  const consider = (index) => {
    const [sx, sy] = [graph.x[index] * k + x, graph.y[index] * k + y];
    if (sx < 0 || sy < 0 || sx > width || sy > height) return;
    tried += 1;
    const { lines, width: wide } = label(ctx, index);
    const top = sy + radius(index, k) + 2;
    const box = [sx - wide / 2 - 3, top, sx + wide / 2 + 3, top + lines.length * (SIZE + 2)];
    if (free(taken, box)) chosen.push(index);
  };
  for (const index of first) consider(index);
  const before = new Set(first);
  for (let index = 0; index < graph.count && chosen.length < MOST_LABELS && tried < TRIED; index += 1) {
    if (scene.nodeOn[index] === 1 && !before.has(index)) consider(index);
  }
  return chosen;
}

// Whether no cell of the box is taken; if so it is from now on.
function free(taken, [left, top, right, bottom]) {
  const cells = [];
  for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
      const cell = row * 10007 + column;
      if (taken.has(cell)) return false;
      cells.push(cell);
    }
  }
  cells.forEach((cell) => taken.add(cell));
  return true;
}

export function drawLabels(ctx, { x, y, k }, chosen, colours) {
  ctx.font = FONT;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3;
  ctx.strokeStyle = colours.ground;
  ctx.fillStyle = colours.ink;
  for (const index of chosen) {
    const [sx, sy] = [graph.x[index] * k + x, graph.y[index] * k + y + radius(index, k) + 2];
    label(ctx, index).lines.forEach((line, number) => {
      ctx.strokeText(line, sx, sy + number * (SIZE + 2));
      ctx.fillText(line, sx, sy + number * (SIZE + 2));
    });
  }
}
