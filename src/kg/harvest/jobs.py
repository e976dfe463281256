"""What is to be read: files, folders, globs, addresses of pages, and lists of such addresses."""

import glob
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg import files, source
from kg.errors import InputError
from kg.source.fetch.url import page_id

LIST = ".urls"
"""The ending of a file with one address a line."""

_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One page to be read: a file, or an address that is fetched to a file first."""

    name: str
    """The name of its record."""
    path: Path | None = None
    url: str | None = None

    @property
    def given(self) -> str:
        """The page as it was asked for."""
        return self.url or str(self.path)


def find_jobs(given: Sequence[str]) -> tuple[Job, ...]:
    """All pages that are asked for, each once, in the order given; a folder's and a glob's by name.

    Raises:
        InputError: a folder, glob or list without a page, or an address that is none.
    """
    found = dict.fromkeys(job for one in given for job in _jobs(one))
    jobs = _named(tuple(found))
    if not jobs:
        raise InputError(
            f"no page that kg can read in {', '.join(given)}.", hint=f"kg reads {', '.join(source.SUFFIXES)}."
        )
    return jobs


def _jobs(one: str) -> Iterator[Job]:
    path = Path(one)
    if one.lower().startswith(_WEB):
        yield Job(name=page_id(one), url=one)
    elif path.is_dir():
        yield from (Job(name=page.stem, path=page) for page in source.pages(path))
    elif path.suffix.lower() == LIST:
        yield from _listed(path)
    elif glob.has_magic(one) and not path.exists():
        yield from _matching(one)
    else:
        yield Job(name=path.stem, path=path)


def _matching(pattern: str) -> Iterator[Job]:
    pages = [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - also absolute ones
    readable = [page for page in pages if page.suffix.lower() in source.SUFFIXES and page.is_file()]
    if not readable:
        raise InputError(f"no page fits {pattern}.", hint="Check the pattern; ** stands for folders in folders.")
    yield from (Job(name=page.stem, path=page) for page in readable)


def _listed(path: Path) -> Iterator[Job]:
    for number, line in enumerate(files.read_text(path).splitlines(), 1):
        url = line.strip()
        if not url or url.startswith("#"):
            continue
        try:
            yield Job(name=page_id(url), url=url)
        except InputError as error:
            raise InputError(f"{path}, line {number}: {error.message}", hint=error.hint) from error


def _named(jobs: tuple[Job, ...]) -> tuple[Job, ...]:
    """Where two pages share a stem, the name of the whole file; where they share that too, with a number."""
    stems = Counter(job.name for job in jobs)
    whole = [job if job.path is None or stems[job.name] == 1 else replace(job, name=job.path.name) for job in jobs]
    seen: Counter[str] = Counter()
    out = []
    for job in whole:
        seen[job.name] += 1
        out.append(job if seen[job.name] == 1 else replace(job, name=f"{job.name}-{seen[job.name]}"))
    return tuple(out)
