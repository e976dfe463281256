// The sign of a kind in the legend, the search and the panels.
import { given } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
export const OUTLINES = {
  dot: "M9 2a6 6 0 1 0 .01 0Z", square: "M3.5 2.5h11v11h-11Z", diamond: "M9 0.5 16 8 9 15.5 2 8Z",
  triangle: "M9 2 16 14H2Z", hexagon: "M5.5 2h7L16 8l-3.5 6h-7L2 8Z",
};

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function sign(kind) {
  const look = given.nodeKinds[kind];
  const tie = given.tieKinds[kind] || { colour: "#808080", dashes: [] };
  const path = look !== undefined ? { d: OUTLINES[look.shape], fill: look.colour }
    : { d: "M0 8H18", stroke: tie.colour, "stroke-width": "2.5", "stroke-dasharray": tie.dashes.map((length) => length / 2).join(" ") };
  return svg("svg", { viewBox: "0 0 18 16", class: "sign", "aria-hidden": "true" }, svg("path", path));
}
