"""The suites, by name: where their manifests lie, which tests are run, and how."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.conformance import parsers, sparql
from bench.conformance.manifests import Case, Manifest

W3C: Final = "rdflib-7.6.0/test/data/suites/w3c"
ELSEWHERE: Final = ("entailment/", "service/", "protocol/", "http-rdf-update/", "service-description/")
"""What the engine has nothing to do with: reasoning, a network, an HTTP server."""


@dataclass(frozen=True, slots=True)
class Suite:
    """Its manifest below the folder of all suites, the kinds of tests that are run, and what runs one."""

    manifest: str
    kinds: tuple[str, ...]
    passes: Callable[[Any], bool]

    def cases(self, folder: Path) -> Iterator[Any]:
        """The tests of the suite that are run."""
        manifest = folder / self.manifest
        if manifest.suffix == ".jsonld":
            yield from parsers.json_ld(manifest)
            return
        for case in Manifest(manifest).cases():
            if not case.name.startswith(ELSEWHERE) and (not self.kinds or case.kind in self.kinds):
                yield case


def _shacl(case: Case) -> bool:
    from bench.conformance import shacl  # noqa: PLC0415 - pySHACL is slow to load

    return shacl.passes(case)


_SYNTAX: Final = tuple(sparql.SYNTAX)
SUITES: Final[Mapping[str, Suite]] = {
    "sparql-1.1-query": Suite(f"{W3C}/sparql11/manifest-all.ttl", sparql.EVALUATION, sparql.passes),
    "sparql-1.1-update": Suite(f"{W3C}/sparql11/manifest-all.ttl", sparql.UPDATE, sparql.passes),
    "sparql-1.1-syntax": Suite(f"{W3C}/sparql11/manifest-all.ttl", _SYNTAX, sparql.passes),
    "sparql-1.0-query": Suite(f"{W3C}/dawg-data-r2/manifest-evaluation.ttl", sparql.EVALUATION, sparql.passes),
    "sparql-1.0-syntax": Suite(f"{W3C}/dawg-data-r2/manifest-syntax.ttl", _SYNTAX, sparql.passes),
    "turtle": Suite(f"{W3C}/turtle/manifest.ttl", (), parsers.passes),
    "trig": Suite(f"{W3C}/trig/manifest.ttl", (), parsers.passes),
    "n-quads": Suite(f"{W3C}/nquads/manifest.ttl", (), parsers.passes),
    "n-triples": Suite(f"{W3C}/ntriples/manifest.ttl", (), parsers.passes),
    "rdf-xml": Suite(f"{W3C}/rdf-xml/manifest.ttl", (), parsers.passes),
    "json-ld-to-rdf": Suite("rdflib-7.6.0/test/jsonld/1.1/toRdf-manifest.jsonld", (), parsers.json_ld_passes),
    "shacl": Suite("pyshacl-0.40.1/test/resources/sht_tests/manifest.ttl", (), _shacl),
}
