"""What the rules of queries/infer conclude from the graph."""

from collections.abc import Iterator
from pathlib import Path

from kg import assets, query
from kg.triples import Conclusions


def conclusions(engine: query.Engine) -> Iterator[Conclusions]:
    """What follows from the graph, rule by rule in the order of their names.

    No rule sees what another concludes: the result does not depend on the order.
    """
    for rule in sorted(assets.path("queries/infer").glob("*.rq")):
        yield _conclusions(engine, rule)


def _conclusions(engine: query.Engine, rule: Path) -> Conclusions:
    return Conclusions(
        rule=rule.stem,
        summary=query.load(rule).summary,
        triples=tuple((s.value, p.value, o.value) for s, p, o in engine.construct(assets.text(rule))),
    )
