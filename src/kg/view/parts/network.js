// The picture: vis-network on the nodes, edges and options that pyvis wrote, in the colours of the reader's theme.
const nodes = new vis.DataSet(data.graph.nodes);
const edges = new vis.DataSet(data.graph.edges);
const visible = {
  nodes: new vis.DataView(nodes, { filter: (node) => !state.hidden.has(node.kind) }),
  edges: new vis.DataView(edges, { filter: (tie) => !state.hidden.has(tie.kind) }),
};
const network = new vis.Network(by("network"), visible, data.graph.options);
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const FIT = { maxZoomLevel: 1.3, animation: false };

function motion() {
  return calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

function colour() {
  const style = getComputedStyle(document.documentElement);
  const [ink, ground, faint] = ["--ink", "--ground", "--faint"].map((name) => style.getPropertyValue(name).trim());
  const halo = { strokeWidth: 3, strokeColor: ground };
  network.setOptions({ nodes: { font: { color: ink, ...halo } }, edges: { font: { color: faint, ...halo } } });
  nodes.update(data.graph.nodes.map(({ id, kind }) => {
    const fill = data.nodeKinds[kind].colour;
    const plain = { background: fill, border: ground };
    return { id, color: { ...plain, highlight: { background: fill, border: ink }, hover: { background: fill, border: faint } } };
  }));
}

function relabel() {
  const inLanguage = ({ id, labels }) => ({ id, label: labels[state.language] || " " });
  nodes.update(data.graph.nodes.map(inLanguage));
  edges.update(data.graph.edges.map(inLanguage));
}

// What a reader has moved stays where it is when it comes back.
function hide(kind, hidden) {
  nodes.update(Object.entries(network.getPositions()).map(([id, { x, y }]) => ({ id, x, y })));
  if (hidden) state.hidden.add(kind);
  else state.hidden.delete(kind);
  visible.nodes.refresh();
  visible.edges.refresh();
}

// Show the card of a node or a tie, or none; `look` also brings it into the middle of the picture.
function show(id, look = false) {
  state.shown = id;
  const isTie = id in ties;
  if (id !== null) for (const kind of isTie ? [ties[id].kind, kindOf[ties[id].from], kindOf[ties[id].to]] : [kindOf[id]]) reveal(kind);
  renderPanel();
  if (id === null) network.unselectAll();
  else if (isTie) network.setSelection({ edges: [id] });
  else network.selectNodes([id]);
  if (look && !isTie) {
    network.redraw();
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: motion() });
    by("panel").focus({ preventScroll: true });
  }
  if (!isTie) remember(id);
}

function reveal(kind) {
  if (!state.hidden.has(kind)) return;
  hide(kind, false);
  renderLegend();
}

// The address names the node that is shown, so that it can be cited.
function remember(id) {
  const page = location.href.replace(/#.*$/, ""); // whole: in a frame of a notebook, "#..." alone would be an address of the notebook
  history.replaceState(null, "", id === null ? page : `${page}#${encodeURIComponent(id.replace(/^id:/, ""))}`);
}

function showAddressed() {
  let id = "";
  try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
  const named = [`id:${id}`, id].find((one) => Object.hasOwn(kindOf, one));
  if (named !== undefined) show(named, true);
}

network.on("click", ({ nodes: [node], edges: [tie] }) => show(node === undefined ? (tie === undefined ? null : tie) : node));
