"""Write the answers of every named query on tests/graphs/example.trig: `python tools/question_goldens.py`.

They go to tests/golden/question/NAME.csv. Look at the differences before you commit them: a test holds the queries to
these files.
"""

from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg import files, query

TESTS = Path(__file__).resolve().parents[1] / "tests"
GOLDEN = TESTS / "golden" / "question"


def example() -> query.EmbeddedEngine:
    """The engine over the example graph."""
    store = Store()
    store.load(path=TESTS / "graphs" / "example.trig", format=RdfFormat.TRIG)
    return query.engine_over(store)


def asked() -> Mapping[str, Mapping[str, str]]:
    """With which values each query is asked."""
    return {name: dict(values) for name, values in files.read_yaml(GOLDEN / "asked.yaml").items()}


def answers() -> dict[str, str]:
    """The answer of each named query as CSV."""
    engine, values = example(), asked()
    return {
        name: query.written(engine.run(named.text, query.bind(named, values.get(name, {}), engine)), "csv")
        for name, named in query.named_queries().items()
    }


def main() -> None:
    """Write them all."""
    for name, answer in answers().items():
        files.write(GOLDEN / f"{name}.csv", answer.encode("utf-8"))


if __name__ == "__main__":
    main()
