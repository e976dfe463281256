"""A plot of how time grows with the size of a graph, both axes logarithmic, as SVG that stands by itself."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT, TOP = 760, 440, 64, 48, 190, 16
COLOURS = ("#00558c", "#c1440e", "#2e7d32", "#6a1b9a", "#795548")
DASHES = {"kg": "", "kg-memory": "12 3", "pyoxigraph": "6 4", "rdflib": "2 3"}

Points = Sequence[tuple[int, float]]


def plot(series: Mapping[str, Points]) -> str:
    """One line for each series, named `operation engine`: a colour for the operation, a dash for the engine."""
    sizes = [x for points in series.values() for x, _ in points]
    times = [max(y, 0.01) for points in series.values() for _, y in points]
    low, high = floor(log10(min(sizes))), ceil(log10(max(sizes)))
    least, most = floor(log10(min(times))), ceil(log10(max(times)))

    def place(x: float, y: float) -> tuple[float, float]:
        across = LEFT + (log10(x) - low) / (high - low) * (WIDTH - LEFT - RIGHT)
        up = HEIGHT - BOTTOM - (log10(max(y, 0.01)) - least) / (most - least) * (HEIGHT - BOTTOM - TOP)
        return round(across, 1), round(up, 1)

    parts = [_grid(place, (low, high), (least, most))]
    operations = sorted({name.split()[0] for name in series})
    for number, (name, points) in enumerate(sorted(series.items())):
        operation, engine = name.split()
        colour, dash = COLOURS[operations.index(operation) % len(COLOURS)], DASHES.get(engine, "")
        path = " ".join(f"{x},{y}" for x, y in (place(*point) for point in points))
        line = f'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"'
        y = TOP + 16 + 20 * number
        parts.append(f'<polyline points="{path}" {line}/>')
        parts.append(f'<line x1="{WIDTH - RIGHT + 16}" y1="{y - 4}" x2="{WIDTH - RIGHT + 46}" y2="{y - 4}" {line}/>')
        parts.append(f'<text x="{WIDTH - RIGHT + 52}" y="{y}">{escape(name)}</text>')
    style = 'font-family="sans-serif" font-size="12" fill="#222"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" {style}>'
        "<title>CPU seconds by statements</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _grid(place: object, sizes: tuple[int, int], times: tuple[int, int]) -> str:
    assert callable(place)
    out = []
    for power in range(sizes[0], sizes[1] + 1):
        x, _ = place(10**power, 10 ** times[0])
        out.append(f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        out.append(f'<text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(times[0], times[1] + 1):
        _, y = place(10 ** sizes[0], 10**power)
        out.append(f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{10.0**power:g} s</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">statements</text>')
    return "".join(out)
