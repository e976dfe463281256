// The page as a whole: its words in the reader's language, its buttons, and the first picture.
function counts() {
  return word("counts", { n: nodes.length, m: edges.length });
}

function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  const title = data.title === null ? word("title") : data.title;
  document.title = by("title").textContent = title;
  query.placeholder = word("search");
  for (const [id, path] of [["query", "search"], ["found", "search"], ["languages", "language"], ["zoom-in", "zoom_in"],
    ["zoom-out", "zoom_out"], ["zoom-all", "zoom_all"], ["zoom", "picture"]]) by(id).setAttribute("aria-label", word(path));
  for (const [id, path] of [["zoom-in", "zoom_in"], ["zoom-out", "zoom_out"], ["zoom-all", "zoom_all"]]) by(id).title = word(path);
  by("network").firstElementChild.setAttribute("aria-label", word("picture"));
  by("credits").textContent = word("credits");
  by("status").textContent = counts();
  by("languages").replaceChildren(...data.order.languages.map((one) => make("button",
    { type: "button", lang: one, "aria-pressed": String(one === language), click: () => { speak(one); by("languages").querySelector(`[lang=${one}]`).focus(); } },
    one.toUpperCase())));
  relabel();
  renderLegend();
  renderPanel();
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: motion() });
}

by("zoom-in").addEventListener("click", () => zoom(1.4));
by("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
by("zoom-all").addEventListener("click", () => network.fit({ ...FIT, animation: motion() }));
dark.addEventListener("change", colour);
window.addEventListener("hashchange", showAddressed);
network.on("resize", () => { if (state.shown === null) network.fit(FIT); });

by("network").firstElementChild.setAttribute("role", "application");
if (window.matchMedia("(max-width: 70rem)").matches) by("legend").open = false;
colour();
speak(state.language);
network.redraw();
network.fit(FIT);
showAddressed();
window.kgView = { network, show };
