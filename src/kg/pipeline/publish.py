"""Everything that an output folder holds, written from one graph."""

from pathlib import Path
from typing import Any

import kg
from kg import check, export, files, jsonl, records, store, view
from kg.model import Issue, Record
from kg.pipeline.assemble import Assembled
from kg.pipeline.summary import Summary
from kg.text.normal import sha256


def publish(made: Assembled, gathered: tuple[Record, ...], summary: Summary, into: Path) -> None:
    """Write graph, store, exports, network, records, issues and manifest into the folder `into`."""
    folder = store.Folder(into)
    files.write_lines(folder.graph, made.lines)
    store.build_store(folder.graph, folder.store)
    export.export(made.engine, "turtle", folder.turtle)
    export.export(made.engine, "jsonld", folder.jsonld)
    view.write(made.engine, folder.network)
    for record in gathered:
        page = jsonl.page(records.to_json(record))
        files.write(folder.records / f"{record.document.id}.json", page.encode("utf-8"))
    write_issues(summary.issues, folder.issues)
    manifest = _manifest(made, gathered, summary)
    files.write(folder.manifest, jsonl.page(manifest).encode("utf-8"))


def write_texts(gathered: tuple[Record, ...], into: Path) -> Path:
    """Write the stored text of each document, which offsets count in, and return their folder."""
    folder = store.Folder(into).texts
    for record in gathered:
        files.write(folder / f"{record.document.sha256}.txt", record.document.text.encode("utf-8"))
    return folder


def write_issues(issues: tuple[Issue, ...], path: Path) -> None:
    """Write issues as sorted lines of JSON."""
    files.write(path, check.as_json_lines(issues).encode("utf-8"))


def _manifest(made: Assembled, gathered: tuple[Record, ...], summary: Summary) -> dict[str, Any]:
    return {
        "kg": kg.__version__,
        "graph_sha256": sha256("".join(f"{line}\n" for line in made.lines)),
        "citation": summary.credits.to_json(),
        "quads": summary.quads,
        "counts": dict(summary.counts),
        "documents": [
            {
                "id": record.document.id,
                "title": record.document.title,
                "source": record.document.source,
                "sha256": record.document.sha256,
                "record": "reviewed" if record.reviewed else "extracted",
            }
            for record in gathered
        ],
    }
