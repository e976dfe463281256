// How words reach the screen: always as text nodes, never as markup.
export const by = (id) => document.getElementById(id);

// An element with attributes, listeners (a function under the name of the event) and children (text or elements).
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// Text from a page or the graph: it keeps its own direction and cannot turn that of its surroundings.
export function said(text, language) {
  return make("bdi", { lang: language || null }, text);
}
