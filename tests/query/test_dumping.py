import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from kg.errors import InputError
from kg.query import DUMPS
from kg.query.dumping import dumped
from kg.query.embedded import EmbeddedEngine

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
}


def quads(data: bytes, format_name: str) -> set[Quad]:
    return set(parse(data, format=FORMATS[format_name]))


@pytest.mark.parametrize("format_name", DUMPS)
def test_every_dump_says_the_same(engine: EmbeddedEngine, format_name: str) -> None:
    everything = quads(engine.dump("nquads"), "nquads")
    found = quads(engine.dump(format_name), format_name)
    if format_name in {"trig", "nquads"}:
        assert found == everything
    else:
        assert found == {Quad(q.subject, q.predicate, q.object) for q in everything}


@pytest.mark.parametrize("format_name", DUMPS)
def test_order_of_the_input_does_not_matter(engine: EmbeddedEngine, format_name: str) -> None:
    lines = engine.dump("nquads").splitlines(keepends=True)
    assert dumped(b"".join(reversed(lines)), format_name) == dumped(b"".join(lines), format_name)


def test_two_processes_write_the_same_bytes() -> None:
    graph = Path(__file__).resolve().parents[1] / "graphs" / "example.trig"
    code = (
        "import hashlib, pyoxigraph as o; from kg import query\n"
        f"s = o.Store(); s.load(path={str(graph)!r}, format=o.RdfFormat.TRIG); e = query.engine_over(s)\n"
        "print([hashlib.sha256(e.dump(f)).hexdigest() for f in query.DUMPS])"
    )
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(3)}
    assert len(runs) == 1


def test_turtle_reads_well(engine: EmbeddedEngine) -> None:
    text = engine.dump("turtle").decode("utf-8")
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert "id:venue-halle-des-forges a kg:Venue" in text


def test_lines_of_nquads_are_sorted_and_whole() -> None:
    line = '<a:a> <a:b> "x\u2028y\u0085z" <a:g> .\n'.encode()
    assert dumped(line + b"<a:A> <a:b> <a:c> <a:g> .\n" + line, "nquads") == b"<a:A> <a:b> <a:c> <a:g> .\n" + line


def test_literals_with_spaces_and_dots_keep_their_graph() -> None:
    line = b'<a:a> <a:b> "ends like <a:h> ." <a:g> .\n'
    assert quads(dumped(line, "trig"), "trig") == quads(line, "nquads")


def test_no_such_format(engine: EmbeddedEngine) -> None:
    with pytest.raises(InputError, match="turtle, trig"):
        engine.dump("word")


def test_canonical_hash_survives_trig(engine: EmbeddedEngine) -> None:
    before, after = Dataset(quads(engine.dump("nquads"), "nquads")), Dataset(quads(engine.dump("trig"), "trig"))
    before.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    after.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert before == after


TRICKY = (
    b"<a:s> <a:p> <a:o> .",
    b"<a:s> <a:p> <a:o> <a:g> .",
    b'<a:s> <a:p> "x <b>"^^<a:dt> .',
    b'<a:s> <a:p> "x <b>"^^<a:dt> <a:g> .',
    b'<a:s> <a:p> "a _:x" .',
    b'<a:s> <a:p> "a <b" .',
    b'<a:s> <a:p> "a <b\\"c> d" <a:g> .',
    b'<a:s> <a:p> "x <b>"@en <a:g> .',
    b"_:b <a:p> _:c .",
    b"_:b <a:p> _:c _:g .",
)


@pytest.mark.parametrize("line", TRICKY)
def test_a_line_without_its_graph(line: bytes) -> None:
    wanted = {Quad(q.subject, q.predicate, q.object) for q in parse(line, format=RdfFormat.N_QUADS)}
    assert quads(dumped(line + b"\n", "ntriples"), "ntriples") == wanted
