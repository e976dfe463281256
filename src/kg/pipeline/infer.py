"""What the rules of queries/infer conclude from the graph."""

from collections.abc import Iterator

from kg import assets, query


def conclusions(engine: query.Engine) -> Iterator[tuple[str, str, str]]:
    """The IRIs of subject, predicate and object of each conclusion, rule by rule."""
    for rule in sorted(assets.path("queries/infer").glob("*.rq")):
        for subject, predicate, value in engine.construct(assets.text(rule)):
            yield subject.value, predicate.value, value.value
