"""How fast the network page is, against the page that pyvis alone writes, in the same run.

`python -m bench.view` draws made-up networks of 1,000, 20,000 and 100,000 nodes, three ties a node, and opens each
page in headless Chromium: file size, first picture, when it stands still, frames a second in a scripted pan and zoom,
memory of the tab. pyvis, with its physics on as it comes, is given 1,000 nodes and four minutes. `--layout` measures
the layout alone: CPU seconds, whether the bytes are the same twice, and how many of the ten nearest of a node belong
to its community, beside the spring layout of networkx.
"""

import argparse
import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from bench.network_sample import sample
from playwright.sync_api import TimeoutError as Late
from playwright.sync_api import sync_playwright

from kg.view.desk.assembly import Options, drawn
from kg.view.placing.places import places
from kg.view.scene import Scene, compose

SIZES: Final = (1_000, 20_000, 100_000)
OF_PYVIS: Final = 1_000
OF_NETWORKX: Final = 1_000
LIMIT: Final = 240
NONE: Final = f"none in {LIMIT} s"
CHROMIUM: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

WATCH: Final = """() => {
    const look = () => {
        const canvas = document.querySelector("canvas");
        if (canvas !== null && canvas.width > 0 && canvas.width * canvas.height > 90000) {
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            for (let at = 3; at < data.length; at += 4 * 97) {
                if (data[at] > 0) { window.benchFirst = performance.now(); return; }
            }
        }
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
STILL: Final = {
    "desk": "async () => { await kgDesk.ready; while (kgDesk.drawn.pictures === 0) "
    "await new Promise(requestAnimationFrame); return performance.now(); }",
    "pyvis": "limit => new Promise((done) => { setTimeout(done, limit, null); "
    "network.once('stabilized', () => done(performance.now())); })",
}
MOVE: Final = """async () => {
    const canvas = document.querySelector("canvas");
    const box = canvas.getBoundingClientRect();
    let [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const frame = () => new Promise(requestAnimationFrame);
    const say = (type, on, more) => on.dispatchEvent(new (type === "wheel" ? WheelEvent : MouseEvent)(type,
        { clientX: x, clientY: y, bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, ...more }));
    const times = [await frame()];
    for (let step = 0; step < 60; step += 1) { say("wheel", canvas, { deltaY: -40 }); times.push(await frame()); }
    say("mousedown", canvas);
    for (let step = 0; step < 90; step += 1) {
        [x, y] = [x + 4 * Math.cos(step / 9), y + 4 * Math.sin(step / 9)];
        say("mousemove", window);
        times.push(await frame());
    }
    say("mouseup", window);
    for (let step = 0; step < 60; step += 1) { say("wheel", canvas, { deltaY: 40 }); times.push(await frame()); }
    const each = times.slice(1).map((time, at) => time - times[at]).sort((a, b) => a - b);
    return [1000 / each[each.length >> 1], 1000 / each[Math.floor(each.length * 0.95)]];
}"""


def main() -> None:
    """Measure what is asked for and print a table."""
    arguments = argparse.ArgumentParser(description="Measure the network page.")
    arguments.add_argument("--layout", action="store_true", help="the layout alone")
    arguments.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="how many nodes")
    arguments.add_argument("--no-pyvis", action="store_true", help="leave pyvis out, which takes minutes")
    asked = arguments.parse_args()
    if asked.layout:
        measure_layouts(asked.sizes)
    else:
        measure_pages(asked.sizes, with_pyvis=not asked.no_pyvis)


def measure_layouts(sizes: list[int]) -> None:
    """CPU seconds and purity of layouts."""
    print("| layout | nodes | ties | CPU s | purity | same bytes twice |\n|---|---|---|---|---|---|")
    for size in sizes:
        facts, community = sample(size)
        nodes, ties = _numbered(compose(facts))
        group = np.array([community[node] for node in nodes])
        started = time.process_time()
        found = places(len(nodes), ties)
        spent = time.process_time() - started
        twice = found.tobytes() == places(len(nodes), ties).tobytes() if size <= 20_000 else "-"
        print(
            f"| kg | {len(nodes):,} | {len(ties):,} | {spent:.1f} | {_purity(found, group):.2f} | {twice} |", flush=True
        )
        if size <= OF_NETWORKX:
            _print_spring(len(nodes), ties, group)


def _print_spring(count: int, ties: "np.typing.NDArray[Any]", group: "np.typing.NDArray[Any]") -> None:
    import networkx  # noqa: PLC0415 - only here

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(ties.tolist())
    started = time.process_time()
    try:
        found = networkx.spring_layout(graph, seed=1)
    except ModuleNotFoundError:
        print("(networkx lays out 500 nodes and more with scipy: python -m pip install scipy)", flush=True)
        return
    spent = time.process_time() - started
    points = np.array([found[node] for node in range(count)])
    print(
        f"| networkx spring | {count:,} | {len(ties):,} | {spent:.1f} | {_purity(points, group):.2f} | - |", flush=True
    )


def _numbered(scene: Scene) -> tuple[list[str], "np.typing.NDArray[Any]"]:
    nodes = list(scene.nodes)
    number = {node: index for index, node in enumerate(nodes)}
    return nodes, np.array([(number[tie.source], number[tie.target]) for tie in scene.ties])


def _purity(points: "np.typing.NDArray[Any]", group: "np.typing.NDArray[Any]") -> float:
    """The share of the ten nearest of a node, over a sample, that are of its community."""
    chosen = np.linspace(0, len(points) - 1, min(500, len(points))).astype(int)
    shares = []
    for node in chosen:
        distances = np.hypot(*(points - points[node]).astype(float).T)
        distances[node] = np.inf
        shares.append((group[np.argpartition(distances, 10)[:10]] == group[node]).mean())
    return float(np.mean(shares))


def measure_pages(sizes: list[int], *, with_pyvis: bool) -> None:
    """Open each page and print what it does."""
    print("| page | nodes | ties | MB | first picture ms | still ms | fps median | fps of the slowest 5 % | tab MB |")
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name, scene, path in _pages(sizes, Path(folder), with_pyvis=with_pyvis):
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
            found = _measure(browser, name, path)
            size = f"{path.stat().st_size / 1e6:.1f}"
            print(f"| {name} | {len(scene.nodes):,} | {len(scene.ties):,} | {size} | {' | '.join(found)} |", flush=True)
            browser.close()


def _pages(sizes: list[int], folder: Path, *, with_pyvis: bool) -> Iterator[tuple[str, Scene, Path]]:
    for size in sizes:
        facts, _ = sample(size)
        scene = compose(facts)
        path = folder / f"{size}.html"
        version = hashlib.sha256(str(size).encode()).hexdigest()
        path.write_text(drawn(scene, facts, version, Options(sparql=False), b""), encoding="utf-8")
        yield "desk", scene, path
        if with_pyvis and size <= OF_PYVIS:
            other = folder / f"{size}-pyvis.html"
            other.write_text(_plain(scene), encoding="utf-8")
            yield "pyvis", scene, other


def _plain(scene: Scene) -> str:
    from pyvis.network import Network  # noqa: PLC0415 - only here

    network = Network(height="900px", width="100%", cdn_resources="in_line")
    for node in scene.nodes:
        network.add_node(node, label=node, title=node)
    for tie in scene.ties:
        network.add_edge(tie.source, tie.target)
    return str(network.generate_html())


def _measure(browser: Any, name: str, path: Path) -> list[str]:
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.set_default_timeout(LIMIT * 1000)
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    page.add_init_script(f"({WATCH})()")
    page.goto(path.as_uri(), wait_until="commit")
    try:
        page.wait_for_function("() => window.benchFirst !== undefined")
    except Late:
        return [NONE] * 4 + [f"{_memory(browser):,.0f}"]
    first = page.evaluate("() => window.benchFirst")
    still = page.evaluate(STILL[name], LIMIT * 1000)
    page.wait_for_timeout(500)
    middle, slow = page.evaluate(MOVE)
    said = NONE if still is None else f"{still:,.0f}"
    return [f"{first:,.0f}", said, f"{middle:.1f}", f"{slow:.1f}", f"{_memory(browser):,.0f}"]


def _memory(browser: Any) -> float:
    """What the largest tab process holds, in MB."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = [0.0]
    for one in processes:
        status = Path(f"/proc/{one['id']}/status")
        if one["type"] == "renderer" and status.exists():
            lines = [line for line in status.read_text("utf-8").splitlines() if line.startswith("VmRSS")]
            sizes += [int(line.split()[1]) / 1000 for line in lines]
    return max(sizes)


if __name__ == "__main__":
    main()
