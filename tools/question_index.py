"""Make queries/question.json from the headers of queries/question/*.rq: `python tools/question_index.py`.

The program reads the JSON file, for loading YAML takes longer than answering the query; a test fails where it is stale.
"""

from pathlib import Path
from typing import Any

from kg import files, jsonl
from kg.query.header import header

QUERIES = Path(__file__).resolve().parents[1] / "queries"


def gather(folder: Path) -> dict[str, Any]:
    """The header of each query, by name."""
    return {path.stem: header(path.read_text("utf-8"), path.name) for path in sorted(folder.glob("*.rq"))}


if __name__ == "__main__":
    files.write(QUERIES / "question.json", jsonl.page(gather(QUERIES / "question")).encode("utf-8"))
