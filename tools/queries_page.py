"""Bring the list of named queries in docs/queries.md up to date: `python tools/queries_page.py`.

What stands above the mark is written by hand; a test fails where the list below it is stale.
"""

from collections.abc import Iterator
from pathlib import Path

from kg import files, query
from kg.query.cards import column, command, fallback, kind

PAGE = Path(__file__).resolve().parents[1] / "docs" / "queries.md"
MARK = "<!-- From here on this page is made by tools/queries_page.py from queries/question/*.rq. -->\n"


def page(text: str) -> str:
    """The page with the list as it should be."""
    return text.partition(MARK)[0] + MARK + "\n" + "\n".join(_entries())


def _entries() -> Iterator[str]:
    for named in query.named_queries().values():
        yield f"### {named.name}\n"
        for language in ("en", "fr", "de"):
            yield f"- *{language}* {named.summary[language]}"
        yield f"\n```sh\n{command(named)}\n```\n"
        if named.parameters:
            yield "Parameters:\n"
            yield from (f"- `{p.name}` ({kind(p)}; {fallback(p)}): {p.summary}" for p in named.parameters)
            yield ""
        yield "Columns:\n"
        yield from (f"- `{one.name}`: {column(one)}" for one in named.columns)
        yield f"\nLimits: {named.limits}\n" if named.limits else ""


def main() -> None:
    """Write it."""
    files.write(PAGE, page(files.read_text(PAGE)).encode("utf-8"))


if __name__ == "__main__":
    main()
