"""kill -9 at random moments of build, resolve and export, and what is found afterwards.

    python -m bench.crash [--times N] [--seed N] [--gate]

A build, an export and a sitting of judgements are begun in turns and killed: after a random part of the time that they
take or, half of the builds, soon after the graph is written, where files and folders take their names. After each kill
the next opening must find the old or the new, whole; every judgement that was acknowledged; and no file that
nobody needs. At the end two builds into one folder are begun at once: one ends, the other is told so. The exit code
with --gate is 1 where anything was found.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kg import assets, resolve, store
from kg.files import write
from kg.model import Decision, Judgement

PAGES = (
    "# Rencontre à Metz\n\n12 mars 2019\n\nAnna Weber, directrice de l'IGR, a présenté le projet.\n",
    "# Treffen in Trier\n\n3. April 2020\n\nMarkus Klein, Direktor der IHK Saarland, eröffnete die Tagung.\n",
)
JUDGING = """
import sys
from pathlib import Path
from kg import resolve
from bench.crash import judgement
for number in range(int(sys.argv[2]), 1_000_000):
    resolve.append(Path(sys.argv[1]), [judgement(number)])
    print(number, flush=True)
"""


def judgement(number: int) -> Decision:
    """One of many judgements, told from the others by its number."""
    left, right = (f"organisation-{side}-{number}" for side in ("left", "right"))
    return Decision(
        left=left, right=right, judgement=Judgement.DIFFERENT, by="crash", on="2024-01-01", reason="x" * 200
    )


class Trial:
    """A folder for everything, two versions of the data, and what they become."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.out = folder / "build"
        self.table = folder / "graph.ttl"
        self.decisions = folder / "decisions"
        self.data = tuple(self._data(folder, name, page) for name, page in zip("ab", PAGES, strict=True))
        self.graphs: list[bytes] = []
        self.turtles: list[bytes] = []
        self.seconds = dict.fromkeys(("build", "export"), 0.0)
        self.acknowledged = -1
        self.findings: Counter[str] = Counter()

    def begin(self) -> None:
        """Both versions, built without harm, and the time that it takes."""
        for data in self.data:
            self.seconds["build"] = _timed(self._build(data))
            self.graphs.append(store.Folder(self.out).graph.read_bytes())
            self.seconds["export"] = _timed(self._export())
            self.turtles.append(self.table.read_bytes())

    def build(self, number: int) -> None:
        """Kill a build, and look at what it left."""
        late = self.random.random() < 0.5
        started = self._build(self.data[number % 2])
        if late:
            _until(self.out.with_name(".build.new") / "graph.nq", started)
        time.sleep(self.random.random() * self.seconds["build"] * (0.4 if late else 1))
        _kill(started)
        self._look_at_the_store()

    def export(self, number: int) -> None:
        """Kill an export, and look at the file."""
        started = self._export()
        time.sleep(self.seconds["export"] * (0.5 + self.random.random() / 2))
        _kill(started)
        self._expect(self.table.read_bytes() in self.turtles, f"export {number}: the file is torn")
        code = "import sys; from pathlib import Path; from kg import files; files.write(Path(sys.argv[1]), b'')"
        subprocess.run([sys.executable, "-c", code, str(self.table.with_name("other"))], check=True)
        left = [path.name for path in self.table.parent.glob(".*") if path.name != ".build.lock"]
        self._expect(not left, f"export: left behind: {left}")

    def judge(self, number: int) -> None:
        """Kill a sitting of judgements, and count them."""
        first = self.acknowledged + 1
        command = [sys.executable, "-c", JUDGING, str(self.decisions), str(first)]
        started = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert started.stdout is not None
        started.stdout.readline()
        time.sleep(self.random.random() * 0.2)
        _kill(started)
        said = started.stdout.read().split()
        found = [decision.left for decision in resolve.load_decisions(self.decisions)]
        last = int(said[-1]) if said else first
        self._expect(len(found) == len(set(found)), f"judge {number}: a judgement stands twice")
        self._expect(len(found) > last, f"judge {number}: {last + 1} were acknowledged, {len(found)} found")
        self.acknowledged = len(found) - 1

    def twice(self) -> None:
        """Two builds at once."""
        first = self._build(self.data[0])
        _until(self.out.with_name(".build.new"), first)
        began = time.monotonic()
        second = self._build(self.data[1])
        _, said = second.communicate()
        waited = time.monotonic() - began
        self._expect(second.returncode == 2 and b"another build" in said, f"twice: {second.returncode}, {said!r}")
        self._expect(first.wait() == 0, "twice: the first did not end well")
        print(f"two builds at once: the second was told after {waited:.2f} s, its start included")

    def _look_at_the_store(self) -> None:
        opened = store.open_read(self.out)
        folder = store.Folder(self.out)
        graph = folder.graph.read_bytes()
        self._expect(graph in self.graphs, "build: the graph is neither the old nor the new")
        self._expect(len(opened) == graph.count(b"\n"), "build: the store is not that of the graph")
        self._expect(store.sorted_lines(opened) == graph.decode().splitlines(), "build: the store is torn")
        whole = folder.turtle.read_bytes() == self.turtles[self.graphs.index(graph)]
        self._expect(whole and folder.manifest.is_file(), "build: the exports are not those of the graph")
        left = [path.name for path in self.out.parent.glob(".build.*") if path.name != ".build.lock"]
        left += [path.name for path in self.out.rglob("*") if path.name.startswith((".", "bulk-", "LOG.old"))]
        self._expect(not left, f"build: left behind: {left}")

    def _expect(self, held: bool, what: str) -> None:
        if not held:
            self.findings[what] += 1
            print(what, flush=True)

    def _build(self, data: Path) -> subprocess.Popen[bytes]:
        return _begun("build", str(data), "-o", str(self.out))

    def _export(self) -> subprocess.Popen[bytes]:
        return _begun("export", "turtle", "--graph", str(self.out), "-o", str(self.table))

    def _data(self, folder: Path, name: str, page: str) -> Path:
        data = folder / name
        shutil.copytree(assets.path("data") / "authority", data / "authority")
        write(data / "documents" / "page.md", page.encode())
        return data


def _begun(*arguments: str) -> subprocess.Popen[bytes]:
    """A command of kg, begun."""
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def _timed(started: subprocess.Popen[bytes]) -> float:
    began = time.monotonic()
    _, said = started.communicate()
    if started.returncode != 0:
        raise RuntimeError(said.decode())
    return time.monotonic() - began


def _until(path: Path, started: subprocess.Popen[bytes]) -> None:
    """Wait until a path is there, or the process has ended."""
    while not path.exists() and started.poll() is None:
        time.sleep(0.001)


def _kill(started: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """Kill -9, and nothing that was begun by it lives on."""
    started.kill()
    started.wait()
    try:
        if os.getpgid(started.pid) == started.pid:
            os.killpg(started.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def run(times: int, seed: int) -> Counter[str]:
    """The kills, half of them builds, and what was found."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), seed)
        trial.begin()
        kinds: tuple[Callable[[int], None], ...] = (trial.build, trial.judge, trial.build, trial.export)
        for number in range(times):
            kinds[number % len(kinds)](number)
        trial.twice()
        done = Counter(kinds[number % len(kinds)].__name__ for number in range(times))
        told = ", ".join(f"{count} {name}" for name, count in sorted(done.items()))
        print(f"{times} times kill -9 ({told}): {sum(trial.findings.values())} findings")
        return trial.findings


def main() -> int:
    """Kill, look and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gate", action="store_true")
    arguments = parser.parse_args()
    findings = run(arguments.times, arguments.seed)
    return int(arguments.gate and bool(findings))


if __name__ == "__main__":
    sys.exit(main())
