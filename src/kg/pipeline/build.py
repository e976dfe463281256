"""`kg build`: read, extract, resolve, draw the graph, check it, and only then publish."""

from collections.abc import Sequence
from pathlib import Path

from kg import check, store
from kg.errors import GraphError, joined
from kg.extract import Extractor
from kg.model import Issue, Record, Severity
from kg.pipeline.assemble import Assembled, assemble
from kg.pipeline.gather import gather
from kg.pipeline.inputs import Inputs, find_inputs
from kg.pipeline.publish import publish, write_issues, write_texts
from kg.pipeline.summary import Summary, counts_of


def build(data: Path, out: Path, *, strict: bool = False, extractors: Sequence[Extractor] = ()) -> Summary:
    """Build the graph of `data` into the folder `out`, which is replaced whole or left as it is.

    Args:
        data: a data folder, a folder of pages, or one page.
        out: the output folder.
        strict: treat warnings as errors.
        extractors: others that may propose items for the pages, as `kg.extract.load_extractors` gives them.

    Raises:
        InputError, ContentError, DecisionError: the input cannot be used.
        GraphError: the graph fails a check; `OUT.failed.jsonl` holds every finding.
    """
    with store.exclusive(out), store.swapped(out) as new:
        inputs = find_inputs(data)
        gathered = gather(inputs, extractors)
        made = assemble(inputs, gathered.records)
        texts = write_texts(gathered.records, new)
        findings = check.report(made.engine, texts=texts)
        issues = tuple(sorted((*gathered.issues, *made.issues, *findings)))
        _refuse(issues, out, strict=strict)
        summary = _summary(out, inputs, gathered.records, made, issues)
        publish(made, gathered.records, summary, new)
    _failed(out).unlink(missing_ok=True)
    return summary


def _summary(
    out: Path, inputs: Inputs, records: tuple[Record, ...], made: Assembled, issues: tuple[Issue, ...]
) -> Summary:
    return Summary(
        folder=out,
        documents=len(records),
        reviewed=sum(record.reviewed for record in records),
        counts=counts_of(records, made.resolution),
        quads=len(made.lines),
        issues=issues,
        credits=inputs.credits,
    )


def _failed(out: Path) -> Path:
    return out.with_name(f"{out.name}.failed.jsonl")


def _refuse(issues: tuple[Issue, ...], out: Path, *, strict: bool) -> None:
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    errors = [issue for issue in issues if issue.severity in stopping]
    if not errors:
        return
    write_issues(tuple(errors), _failed(out))
    first = errors[0]
    kept = f"{out} is as it was" if out.exists() else "nothing was published"
    raise GraphError(
        f"{len(errors)} {'error' if len(errors) == 1 else 'errors'} in the graph, {kept}; the first: "
        f"{first.document}: {first.message}",
        hint=f"{joined(first.action, f'All of them: {_failed(out)}')}",
    )
