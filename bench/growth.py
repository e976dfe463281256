"""How time and memory grow with the length of a text, from 10 kB to 10 MB, for .txt, .md and .html.

    python -m bench.growth [--formats .txt,.md,.html] [--largest MB] [--gate]

A text of a size is made of everyday paragraphs, programme lines and names, and read and extracted in a process of its
own. Time is CPU time; the exponent is the slope of the line through all sizes on
logarithmic scales (1 is linear, 2 quadratic). Memory is the most that the process held less what it held after it had
read a small text, over the size of the file. With --gate the exit code is 1 where an exponent is over 1.1, or memory
over ten times the text at the largest size.
"""

import argparse
import math
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from kg.extract import extract
from kg.source import read

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
EXPONENT, TIMES = 1.1, 10.0
MIB = 1024 if sys.platform != "darwin" else 1
GIVEN = ("Anna", "Jean-Luc", "Markus", "Sophie", "Owen", "Ingrid", "Pierre", "Katrin", "Élise", "Jörg")
SYLLABLES = ("bar", "lin", "mon", "ter", "vau", "sche", "dor", "gue", "rit", "wal", "kes", "ona")
BODIES = ("Chambre de commerce de", "Institut für", "Council of", "Conseil départemental de", "Stadtverwaltung")
SPOKEN = (
    "{who}, directrice de la {body}, a présenté le projet de {town} devant une cinquantaine de participants.",
    "{who} ({body}) eröffnete die Tagung am {day}. März {year} in {town} und begrüßte die Gäste aus {other}.",
    "{who}, president of the {body}, will chair the panel on transport between {town} and {other}.",
    "La réunion du {day} avril {year} à {town} a réuni les élus de la région et les associations du territoire.",
)
TIMED = "{hour}h{minute} – {who}, {body} : « {town}, {other} et la frontière »"


def name(chance: random.Random) -> str:
    """A name that no list knows."""
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


def sentence(chance: random.Random, form: str) -> str:
    """One sentence, its names, bodies, towns and days its own."""
    return form.format(
        who=f"{chance.choice(GIVEN)} {name(chance)}",
        body=f"{chance.choice(BODIES)} {name(chance)}",
        town=name(chance),
        other=name(chance),
        day=chance.randint(1, 28),
        year=chance.randint(1990, 2025),
        hour=chance.randint(8, 18),
        minute=chance.choice(("00", "15", "30", "45")),
    )


def page(ending: str, size: int) -> str:
    """A text of about this many bytes in a format."""
    chance, parts, length = random.Random(size), [_begin(ending)], 0
    while length < size:
        lines = [sentence(chance, TIMED) for _ in range(3)]
        prose = " ".join(sentence(chance, chance.choice(SPOKEN)) for _ in range(4))
        part = _part(ending, name(chance), lines, prose)
        parts.append(part)
        length += len(part.encode())
    return "".join(parts)


def _begin(ending: str) -> str:
    return "<!DOCTYPE html><html lang='fr'><body><main><h1>Rapport</h1>" if ending == ".html" else "Rapport\n\n"


def _part(ending: str, title: str, lines: Sequence[str], prose: str) -> str:
    if ending == ".html":
        items = "".join(f"<li>{line}</li>" for line in lines)
        return f"<h2>{title}</h2>\n<ul>{items}</ul>\n<p>{prose}</p>\n"
    if ending == ".md":
        return f"## {title}\n\n" + "".join(f"- {line}\n" for line in lines) + f"\n{prose}\n\n"
    return f"{title}\n\n" + "".join(f"{line}\n" for line in lines) + f"\n{prose}\n\n"


def most() -> int:
    """The most memory that this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MIB


def one(small: Path, path: Path) -> None:
    """What a measuring process does: print the CPU seconds and the memory of one text, word lists read before."""
    extract(read(small))
    before, start = most(), process_time()
    extract(read(path))
    print(process_time() - start, most() - before)


def measured(ending: str, size: int) -> tuple[int, float, int]:
    """The bytes of a text, the seconds and the memory it takes."""
    with tempfile.TemporaryDirectory() as folder:
        small, path = Path(folder) / f"small{ending}", Path(folder) / f"page{ending}"
        small.write_text(page(ending, SIZES[0]), "utf-8")
        path.write_text(page(ending, size), "utf-8")
        command = [sys.executable, "-m", "bench.growth", "--child", str(small), str(path)]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
        seconds, memory = told.stdout.split()
        return path.stat().st_size, float(seconds), int(memory)


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """The slope of the line through the points on logarithmic scales."""
    xs, ys = [math.log(size) for size, _ in points], [math.log(seconds) for _, seconds in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> int:
    """Measure every size, print, and hold to the bars where told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--formats", default=".txt,.md,.html")
    parser.add_argument("--largest", type=float, default=10.0, help="megabytes")
    parser.add_argument("--gate", action="store_true", help="exit with 1 over a bar")
    parser.add_argument("--child", type=Path, nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        one(*given.child)
        return 0
    over = False
    for ending in given.formats.split(","):
        points = []
        for size in (size for size in SIZES if size <= given.largest * 1_000_000):
            length, seconds, memory = measured(ending, size)
            points.append((length, seconds))
            print(f"{ending:<6}{length:>12} bytes{seconds:>9.2f} s{memory / length:>8.1f} times the text", flush=True)
        slope = exponent(points)
        print(f"{ending:<6}exponent {slope:.2f}", flush=True)
        over = over or slope > EXPONENT or memory / length > TIMES
    return int(given.gate and over)


if __name__ == "__main__":
    sys.exit(main())
