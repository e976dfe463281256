"""Fetch the test suites of the W3C that the conformance tests run: `python tools/suites.py [--into FOLDER]`.

The suites are not kept in the repository. They are taken from the source archives of rdflib and pySHACL on PyPI, which
carry them (SPARQL 1.0 and 1.1, Turtle, TriG, N-Quads, N-Triples, RDF/XML, JSON-LD, SHACL), each archive checked by its
sha256. What is there already is not fetched again. Without a network the program says so and ends with 0: the
conformance tests are skipped then, unless KG_SUITES_NEEDED is set.
"""

import argparse
import hashlib
import io
import os
import sys
import tarfile
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

HOST = "https://files.pythonhosted.org/packages"
DEADLINE = 120


@dataclass(frozen=True, slots=True)
class Archive:
    """A source archive on PyPI: the folder it unpacks to, its address, its sha256, the folders that are kept."""

    name: str
    path: str
    sha256: str
    kept: tuple[str, ...]


ARCHIVES = (
    Archive(
        "rdflib-7.6.0",
        "98/f5/18bb77b7af9526add0c727a3b2048959847dc5fb030913e2918bf384fec3/rdflib-7.6.0.tar.gz",
        "6c831288d5e4a5a7ece85d0ccde9877d512a3d0f02d7c06455d00d6d0ea379df",
        ("test/data/suites/w3c", "test/jsonld/1.1"),
    ),
    Archive(
        "pyshacl-0.40.1",
        "1f/b8/f92465fead905b7c5365631a3997107c896cf1e32f4f9a163bdaee54e4fb/pyshacl-0.40.1.tar.gz",
        "011e3cf1a68b31747cb762ba3d755ae1bdcc464c8fad0dc212a9adc550719552",
        ("test/resources/sht_tests",),
    ),
)


def fetch(archive: Archive, into: Path) -> None:
    """Fetch and unpack one archive, whole or not at all.

    Raises:
        OSError: it cannot be reached or written.
        ValueError: it is not the archive that was meant.
    """
    with urllib.request.urlopen(f"{HOST}/{archive.path}", timeout=DEADLINE) as reply:
        data = reply.read()
    found = hashlib.sha256(data).hexdigest()
    if found != archive.sha256:
        raise ValueError(f"{archive.path} has the sha256 {found}, not {archive.sha256}")
    half = into / f"{archive.name}.part"
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        tar.extractall(half, members=[m for m in tar if _kept(m, archive)], filter="data")
    (half / archive.name).rename(into / archive.name)
    half.rmdir()


def _kept(member: tarfile.TarInfo, archive: Archive) -> bool:
    inside = PurePosixPath(member.name)
    return member.isfile() and any(inside.is_relative_to(f"{archive.name}/{folder}") for folder in archive.kept)


def main() -> int:
    """Fetch what is missing; 0 where all is there or cannot be reached, 1 where an archive is a wrong one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=Path(__file__).parents[1] / ".suites")
    into = parser.parse_args().into
    into.mkdir(parents=True, exist_ok=True)
    for archive in ARCHIVES:
        if (into / archive.name).is_dir():
            continue
        try:
            fetch(archive, into)
        except (OSError, urllib.error.URLError) as error:
            print(f"suites: {archive.name} cannot be fetched ({error}): its tests are skipped", file=sys.stderr)
        except ValueError as error:
            print(f"suites: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(main())
