// The legend: what colours, shapes and dashes say; each entry hides and shows its kind.
const counted = {};
for (const { kind } of [...data.graph.nodes, ...data.graph.edges]) counted[kind] = (counted[kind] || 0) + 1;

function entry(kind) {
  const on = !state.hidden.has(kind);
  const toggle = () => { hide(kind, on); renderLegend(); by(`kind-${kind}`).focus(); };
  return make("button", { type: "button", id: `kind-${kind}`, "aria-pressed": String(on), title: word("legend_hint"), click: toggle },
    sign(kind), make("span", {}, `${word(`kinds.${kind}`)} (${counted[kind]})`));
}

function renderLegend() {
  by("legend").querySelector("summary").textContent = word("legend");
  for (const [place, kinds, label] of [["node-kinds", data.order.nodes, "legend_nodes"], ["tie-kinds", data.order.ties, "legend_ties"]]) {
    by(place).setAttribute("aria-label", word(label));
    by(place).replaceChildren(...kinds.filter((kind) => kind in counted).map(entry));
  }
}
