// The drawing as a figure with its legend: SVG for print and editing, PNG for slides.
import { view } from "./camera.js";
import { colours, shownLabels } from "./drawing.js";
import { by } from "./dom.js";
import { xml } from "./formats.js";
import { graph, nodeKind, shortName } from "./graph.js";
import { wrapped } from "./labels.js";
import { lookOf, outline, painting, radius, widthOf } from "./paint.js";
import { scene } from "./scene.js";
import { given, word } from "./words.js";

const LEGEND = 24; // pixels of a line
const MOST_IN_FIGURE = 50000;
const SHARPER = 2;

function legendLines() {
  const nodes = graph.nodeKinds.filter((kind, at) => graph.kind.some((one, node) => one === at && scene.nodeOn[node] === 1));
  const ties = scene.kinds.filter((kind, at) => scene.kind.some((one, tie) => one === at && scene.tieOn[tie] === 1));
  return [...nodes, ...ties];
}

// A path in place of a canvas: the shapes are written down as they are drawn.
function pathOf(node, x, y, r) {
  const parts = [];
  const at = (value) => value.toFixed(1);
  outline({
    moveTo: (px, py) => parts.push(`M${at(px)} ${at(py)}`), lineTo: (px, py) => parts.push(`L${at(px)} ${at(py)}`), closePath: () => parts.push("Z"),
    rect: (px, py, w, h) => parts.push(`M${at(px)} ${at(py)}h${at(w)}v${at(h)}h${at(-w)}Z`),
    arc: (px, py, r2) => parts.push(`M${at(px - r2)} ${at(py)}a${at(r2)} ${at(r2)} 0 1 0 ${at(2 * r2)} 0a${at(r2)} ${at(r2)} 0 1 0 ${at(-2 * r2)} 0Z`),
  }, node, x, y, r);
  return parts.filter((part, index) => !(part.startsWith("M") && parts[index + 1] !== undefined && parts[index + 1].startsWith("M"))).join("");
}

const inSight = (x, y) => x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20;
const placeOf = (node) => [graph.x[node] * view.k + view.x, graph.y[node] * view.k + view.y];

function tieLines() {
  const lines = [];
  for (let tie = 0; tie < scene.source.length && lines.length < MOST_IN_FIGURE; tie += 1) {
    if (scene.tieOn[tie] === 0) continue;
    const [[ax, ay], [bx, cy]] = [placeOf(scene.source[tie]), placeOf(scene.target[tie])];
    if (Math.max(ax, bx) < 0 || Math.max(ay, cy) < 0 || Math.min(ax, bx) > view.width || Math.min(ay, cy) > view.height) continue;
    const look = lookOf(scene.kind[tie]);
    const dashes = look.dashes.length > 0 ? ` stroke-dasharray="${look.dashes.join(" ")}"` : "";
    lines.push(`<line x1="${ax.toFixed(1)}" y1="${ay.toFixed(1)}" x2="${bx.toFixed(1)}" y2="${cy.toFixed(1)}" stroke="${look.colour}" stroke-width="${widthOf(tie, look, view.k).toFixed(2)}"${dashes}/>`);
  }
  return lines;
}

function nodePaths() {
  const paths = [];
  for (let node = 0; node < graph.count; node += 1) {
    const [x, y] = placeOf(node);
    if (scene.nodeOn[node] === 1 && inSight(x, y)) paths.push(`<path d="${pathOf(node, x, y, radius(node, view.k))}" fill="${given.nodeKinds[nodeKind(node)].colour}" stroke="${colours.ground}" stroke-width="1"/>`);
  }
  return paths;
}

function labelTexts() {
  return shownLabels().flatMap((node) => {
    const [x, y] = placeOf(node);
    return wrapped(shortName(node)).map((line, at) => `<text x="${x.toFixed(1)}" y="${(y + radius(node, view.k) + 13 + at * 15).toFixed(1)}">${xml(line)}</text>`);
  });
}

function legendMarks() {
  return legendLines().map((kind, at) => {
    const y = view.height + LEGEND * (Math.floor(at / 3) + 0.7);
    const x = 16 + (at % 3) * (view.width / 3);
    const look = given.nodeKinds[kind];
    const tie = given.tieKinds[kind] || { colour: "#808080", dashes: [] };
    const mark = look === undefined ? `<line x1="${x}" y1="${y}" x2="${x + 18}" y2="${y}" stroke="${tie.colour}" stroke-width="2.5" stroke-dasharray="${tie.dashes.join(" ") || "none"}"/>`
      : `<path d="${pathOf(graph.kind.indexOf(graph.nodeKinds.indexOf(kind)), x + 9, y, 6)}" fill="${look.colour}"/>`;
    return `${mark}<text class="legend" x="${x + 26}" y="${y + 4}">${xml(word(`kinds.${kind}`))}</text>`;
  });
}

// `painted` leaves nodes and ties out where they are painted already.
export function figureSvg(painted = false) {
  const height = view.height + LEGEND * (Math.ceil(legendLines().length / 3) + 1);
  const style = `text{font:13px sans-serif;fill:${colours.ink};text-anchor:middle;paint-order:stroke;stroke:${colours.ground};stroke-width:3px;stroke-linejoin:round}.legend{text-anchor:start}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view.width} ${height}" width="${view.width}" height="${height}">\n`
    + `<title>${xml(by("title").textContent)}</title>\n<style>${style}</style>\n`
    + (painted ? "" : `<rect width="100%" height="100%" fill="${colours.ground}"/>\n<g>${tieLines().join("\n")}</g>\n<g>${nodePaths().join("\n")}</g>\n`)
    + `<g>${labelTexts().join("\n")}</g>\n<g>${legendMarks().join("\n")}</g>\n</svg>\n`;
}

// The same figure, painted at twice the size.
export async function figurePng() {
  const canvas = document.createElement("canvas");
  const height = view.height + LEGEND * (Math.ceil(legendLines().length / 3) + 1);
  Object.assign(canvas, { width: view.width * SHARPER, height: height * SHARPER });
  const ctx = canvas.getContext("2d");
  const picture = document.createElement("canvas");
  Object.assign(picture, { width: view.width * SHARPER, height: view.height * SHARPER });
  for (const steps = painting(picture.getContext("2d"), { ...view, ratio: SHARPER }, colours); !steps.next().done;);
  ctx.fillStyle = colours.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(picture, 0, 0);
  ctx.scale(SHARPER, SHARPER);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(figureSvg(true))}`;
  await image.decode();
  ctx.drawImage(image, 0, 0);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}
