// Where the camera stands: moved by mouse, finger and keys through d3-zoom; `view` maps places of the graph to pixels.
import { by } from "./dom.js";
import { graph } from "./graph.js";
import { scene } from "./scene.js";
import { change, state } from "./store.js";

/* global vendor */
export const view = { x: 0, y: 0, k: 1, width: 1, height: 1, moving: false };
const stage = by("canvas");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const watchers = [];
const NEAREST = 6;
const FIT_AT_MOST = 1.3;

// Calls `listener()` on each step of a movement and when it comes to rest.
export function onMove(listener) {
  watchers.push(listener);
}

export const toScreen = (x, y) => [x * view.k + view.x, y * view.k + view.y];
export const toGraph = (x, y) => [(x - view.x) / view.k, (y - view.y) / view.k];

const zooming = vendor.zoom()
  .scaleExtent([0.001, NEAREST])
  .clickDistance(4)
  .on("start", () => { view.moving = true; })
  .on("zoom", ({ transform }) => { moveTo(transform); })
  .on("end", ({ sourceEvent }) => { view.moving = false; if (sourceEvent) remember(); watchers.forEach((listener) => listener()); });
const target = vendor.select(stage).call(zooming);

function moveTo({ x, y, k }) {
  Object.assign(view, { x, y, k });
  watchers.forEach((listener) => listener());
}

// The middle of what is seen and the scale: the same on a screen of another size.
function remember() {
  const [x, y] = toGraph(view.width / 2, view.height / 2);
  change({ camera: [Math.round(x), Math.round(y), Number(view.k.toPrecision(4))] });
}

function go(transform, smooth) {
  (smooth && !calm.matches ? target.transition().duration(350) : target).call(zooming.transform, transform);
}

export function lookAt(x, y, k = view.k, smooth = true) {
  go(vendor.zoomIdentity.translate(view.width / 2 - x * k, view.height / 2 - y * k).scale(k), smooth);
}

export function zoomBy(factor) {
  (calm.matches ? target : target.transition().duration(200)).call(zooming.scaleBy, factor);
  remember();
}

export function panBy(x, y) {
  target.call(zooming.translateBy, x / view.k, y / view.k);
  remember();
}

// Brings all that is let through into sight.
export function fit(smooth = false) {
  const [x0, y0, x1, y1] = bounds();
  const margin = Math.min(70, view.width / 8);
  const k = Math.min((view.width - 2 * margin) / Math.max(1, x1 - x0), (view.height - 2 * margin) / Math.max(1, y1 - y0), FIT_AT_MOST);
  zooming.scaleExtent([Math.min(k, 1) / 3, NEAREST]);
  lookAt((x0 + x1) / 2, (y0 + y1) / 2, Math.max(k, 1e-4), smooth);
}

function bounds() {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < graph.count; index += 1) {
    if (scene.nodeOn[index] === 0) continue;
    box[0] = Math.min(box[0], graph.x[index]);
    box[1] = Math.min(box[1], graph.y[index]);
    box[2] = Math.max(box[2], graph.x[index]);
    box[3] = Math.max(box[3], graph.y[index]);
  }
  return box[0] > box[2] ? [0, 0, 0, 0] : box;
}

// Takes over the size of the stage; the middle of what is seen stays in the middle.
export function resize() {
  const box = stage.getBoundingClientRect();
  const [x, y] = toGraph(view.width / 2, view.height / 2);
  Object.assign(view, { width: Math.max(1, box.width), height: Math.max(1, box.height) });
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  stage.width = Math.round(view.width * ratio);
  stage.height = Math.round(view.height * ratio);
  view.ratio = ratio;
  lookAt(x, y, view.k, false);
}

export function lookAsBefore() {
  if (state.camera.length === 3) lookAt(...state.camera, false);
  else fit();
}
