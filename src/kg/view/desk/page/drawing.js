// The drawing on screen. While the camera moves, the last sharp picture is moved and scaled as a bitmap and only labels and what is
// selected are drawn anew; when it rests, a new sharp picture is painted in slices and takes the place of the old one.
import { onMove, toScreen, view } from "./camera.js";
import { by } from "./dom.js";
import { graph, nodeKind } from "./graph.js";
import { chooseLabels, drawLabels, forgetLabels } from "./labels.js";
import { lookOf, outline, painting, radius, widthOf } from "./paint.js";
import { scene } from "./scene.js";
import { selection } from "./selection.js";
import { on } from "./store.js";
import { given } from "./words.js";

const REST = 120; // milliseconds without movement
const MOST_HIGHLIGHTED = 1500;
const PAPER = { ink: "#000000", ground: "#ffffff", faint: "#444444", accent: "#000000" };
const screen = by("canvas").getContext("2d");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
export const colours = { ink: "#000", ground: "#fff", faint: "#888", accent: "#00f" };
let sharp = null; // { canvas, camera }: the last sharp picture and where the camera stood
let whole = null; // the same of the first picture, which shows all: it fills what the sharp one leaves open
let labels = [];
let work = null; // the painting that goes on
let resting = 0;
let asked = false;
export const drawn = { pictures: 0 }; // how many sharp pictures have been finished

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of Object.keys(colours)) colours[name] = style.getPropertyValue(`--${name}`).trim();
}

export const shownLabels = () => labels;

export function ask() {
  if (!asked) { asked = true; requestAnimationFrame(frame); }
}

function frame() {
  asked = false;
  const { ratio, width, height } = view;
  screen.setTransform(ratio, 0, 0, ratio, 0, 0);
  screen.clearRect(0, 0, width, height);
  const focused = selection.nodes.size > 0;
  screen.globalAlpha = focused ? 0.25 : 1;
  if (whole !== null && whole !== sharp && !covers(sharp)) blit(whole);
  if (sharp !== null) blit(sharp);
  screen.globalAlpha = 1;
  if (focused) highlight();
  drawLabels(screen, view, labels, colours);
}

// Whether a picture fills the screen where the camera now stands.
function covers({ camera }) {
  const scale = view.k / camera.k;
  const [left, top] = [view.x - camera.x * scale, view.y - camera.y * scale];
  return left <= 1 && top <= 1 && left + camera.width * scale >= view.width - 1 && top + camera.height * scale >= view.height - 1;
}

function blit({ canvas, camera }) {
  const scale = view.k / camera.k;
  screen.drawImage(canvas, view.x - camera.x * scale, view.y - camera.y * scale, camera.width * scale, camera.height * scale);
}

function highlight() {
  const { k } = view;
  let count = 0;
  for (const tie of selection.ties) {
    if (scene.tieOn[tie] === 0 || (count += 1) > MOST_HIGHLIGHTED) continue;
    const look = lookOf(scene.kind[tie]);
    screen.strokeStyle = look.colour;
    screen.lineWidth = widthOf(tie, look, k) + 1.5;
    screen.setLineDash(look.dashes);
    screen.beginPath();
    screen.moveTo(...toScreen(graph.x[scene.source[tie]], graph.y[scene.source[tie]]));
    screen.lineTo(...toScreen(graph.x[scene.target[tie]], graph.y[scene.target[tie]]));
    screen.stroke();
  }
  screen.setLineDash([]);
  for (const index of selection.nodes) if (scene.nodeOn[index] === 1) mark(index, selection.core.has(index));
}

function mark(index, core) {
  const [x, y] = toScreen(graph.x[index], graph.y[index]);
  if (x < -30 || y < -30 || x > view.width + 30 || y > view.height + 30) return;
  const r = Math.max(radius(index, view.k), core ? 4 : 2.5);
  screen.beginPath();
  outline(screen, index, x, y, r);
  screen.fillStyle = given.nodeKinds[nodeKind(index)].colour;
  screen.strokeStyle = core ? colours.ink : colours.ground;
  screen.lineWidth = core ? 3 : 1.5;
  screen.fill();
  screen.stroke();
}

// Starts a new sharp picture; `now` shows it while it is painted, because what the old one shows is no longer true.
export function repaint(now = false) {
  clearTimeout(resting);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [by("canvas").width, by("canvas").height];
  const next = { canvas, camera: { ...view } };
  work = { steps: painting(canvas.getContext("2d"), next.camera, colours), next };
  if (now) whole = null;
  relabel();
  paintOn(work, now);
}

function paintOn(mine, now) {
  if (work !== mine) return;
  const done = mine.steps.next().done;
  if (now || done) { sharp = mine.next; ask(); }
  if (!done) { setTimeout(paintOn, 0, mine, now); return; }
  work = null;
  if (whole === null) whole = sharp;
  drawn.pictures += 1;
}

export function relabel() {
  const first = selection.nodes.size > 0 ? [...selection.core, ...selection.nodes].filter((index) => scene.nodeOn[index] === 1).slice(0, 200) : [];
  labels = chooseLabels(screen, view, [...new Set(first)]);
  if (selection.nodes.size > 0) labels = labels.filter((index) => selection.nodes.has(index));
  ask();
}

function moved() {
  ask();
  work = null;
  clearTimeout(resting);
  if (!view.moving) resting = setTimeout(repaint, REST);
}

// Paper is white: the picture is painted anew for it, at once, and as before afterwards.
function paintForPaper() {
  Object.assign(colours, PAPER);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [by("canvas").width, by("canvas").height];
  sharp = { canvas, camera: { ...view } };
  for (const steps = painting(canvas.getContext("2d"), sharp.camera, colours); !steps.next().done;);
  frame();
}

function paintForScreen() {
  readColours();
  repaint(true);
}

export function startDrawing() {
  readColours();
  dark.addEventListener("change", paintForScreen);
  window.addEventListener("beforeprint", paintForPaper);
  window.addEventListener("afterprint", paintForScreen);
  on(["language"], () => { forgetLabels(); relabel(); });
  onMove(moved);
  repaint(true);
}

