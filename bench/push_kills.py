"""Kill `kg push` at random moments and see that the next one goes on and that nothing is lost or doubled.

    python -m bench.push_kills [--kills 50] [--seed 1]

Each round starts a push with small chunks to an oxigraph server, kills it (-9) after a random time, pushes again until
it ends by itself, and counts. Prints one line with what was found; exit code 1 when anything was torn.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.servers import oxigraph

from kg import push
from kg.vocab.namespaces import GRAPH, ID, KG

STATEMENTS = 4_000


def folder_of(path: Path, version: int) -> Path:
    """An output folder with one large and ten small graphs, other in every version."""
    path.mkdir(exist_ok=True)
    names = ["reference"] * (STATEMENTS - 1_000) + [f"text-{i % 10}" for i in range(1_000)]
    quads = sorted(f'<{ID}a-{i:06}> <{KG}asStated> "{version}" <{GRAPH}{name}> .\n' for i, name in enumerate(names))
    (path / "graph.nq").write_text("".join(quads), "utf-8")
    return path


def killed(url: str, folder: Path, seconds: float) -> bool:
    """Start a push and kill it after so long; whether it was still running."""
    command = [sys.executable, "-m", "kg", "push", url, "--via", "gsp", "--graph", str(folder), "--chunk", "40"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    running = process.poll() is None
    process.kill()
    process.wait()
    return running


def main() -> int:
    """Run the rounds."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance, hits, resumed, torn = random.Random(chosen.seed), 0, 0, 0
    work = Path(tempfile.mkdtemp())
    (work / "store").mkdir()
    with oxigraph(work / "store") as server:
        there = push.address(f"{server}/store", via="gsp")
        for number in range(chosen.kills):
            folder = folder_of(work / "build", number)
            hits += killed(there.url, folder, chance.uniform(0.2, 0.7))
            outcome = push.push(folder, there)
            resumed += 0 < outcome.plan.left < STATEMENTS
            torn += sum(c.count for c in outcome.comparisons) != STATEMENTS or not all(
                c.same for c in outcome.comparisons
            )
    shutil.rmtree(work)
    print(f"{chosen.kills} kills: {hits} while it ran, {resumed} resumed in the middle, {torn} torn")
    return int(torn > 0)


if __name__ == "__main__":
    sys.exit(main())
