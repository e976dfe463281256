"""The same made-up mentions through kg and through splink, side by side: quality and time.

    python -m bench.identity_splink [--mentions 10000] [--seed 4]

Runs in an environment of its own with splink (5.0), pandas, PyYAML and rapidfuzz. splink gets what a table can hold:
type, name, the body and the office of a person. Its model learns without labels (EM), one for people and one for all
else, and the threshold that is best for the truth is taken. It runs twice: on the names as they stand, and on the names
as kg reads them (sorted, titles off, meanings for bodies).
"""

import argparse
import logging
import time
from collections.abc import Iterator, Mapping
from typing import Any

from bench.identity_made import Made, made
from bench.identity_scale import quality

from kg import resolve
from kg.model import EntityType, MentionKey, Record
from kg.resolve.match.forms import Reader
from kg.resolve.match.person_names import name_key
from kg.text.normal import fold

THRESHOLDS = (0.001, 0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999)
Row = dict[str, Any]


def rows(data: Made, *, read: bool) -> Iterator[Row]:
    """One row a mention."""
    reader = Reader(data.authority)
    number = 0
    for record in data.records:
        for mention in record.mentions:
            position = next((p for p in record.positions if p.person == mention.name), None)
            body = "" if position is None else position.organization or ""
            name = _read(mention.type, mention.name, reader) if read else fold(mention.name)
            yield {
                "unique_id": number,
                "type": mention.type.value,
                "name": name,
                "first": name.split()[0],
                "last": name.split()[-1],
                "body": (_read(EntityType.ORGANIZATION, body, reader) if read else fold(body)) or None,
                "office": None if position is None else fold(position.position),
            }
            number += 1


def _read(type_: EntityType, name: str, reader: Reader) -> str:
    return " ".join(name_key(name) if type_ is EntityType.PERSON else reader.form(name).tokens)


def keys(records: list[Record]) -> list[MentionKey]:
    """The mentions in the order of the rows."""
    return [MentionKey(r.document.id, m.type, m.name) for r in records for m in r.mentions]


def with_splink(table: list[Row], *, people: bool) -> Iterator[list[str]]:
    """The group of each row, for each threshold."""
    import splink.comparison_library as cl  # noqa: PLC0415
    from pandas import DataFrame  # noqa: PLC0415
    from splink import Linker, SettingsCreator, block_on  # noqa: PLC0415
    from splink.backends.duckdb import DuckDBAPI  # noqa: PLC0415

    logging.getLogger("splink").setLevel(logging.ERROR)
    facts = [cl.JaroWinklerAtThresholds("body", [0.97, 0.9]), cl.ExactMatch("office")] if people else []
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.97, 0.92, 0.85]).configure(term_frequency_adjustments=True),
            *(facts or [cl.ExactMatch("type")]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("type", "name"),
            block_on("type", "last", "substr(first,1,2)"),
            block_on("type", "first", "substr(last,1,2)"),
        ],
    )
    linker = Linker(DuckDBAPI().register(DataFrame(table)), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("type", "name")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("type", "last"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("body" if people else "first"))
    predicted = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    for threshold in THRESHOLDS:
        clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        frame = clustered.as_pandas_dataframe()
        groups = dict(zip(frame["unique_id"], frame["cluster_id"], strict=True))
        yield [str(groups[row["unique_id"]]) for row in table]


def best_of_splink(data: Made, *, read: bool) -> dict[MentionKey, str]:
    """The groups at the threshold that is best for the truth, for people and for all else: no user could know it."""
    found: dict[MentionKey, str] = {}
    both = list(zip(keys(data.records), rows(data, read=read), strict=True))
    for people in (True, False):
        part = [(key, row) for key, row in both if (key.type is EntityType.PERSON) is people]
        truth = {key: data.truth[key] for key, _ in part}
        tried = []
        for groups in with_splink([row for _, row in part], people=people):
            named = {key: f"{people}-{group}" for (key, _), group in zip(part, groups, strict=True)}
            precision, recall = quality(truth, named)["all"]
            tried.append((2 * precision * recall / ((precision + recall) or 1), named))
        found |= max(tried, key=lambda one: one[0])[1]
    return found


def line(name: str, seconds: float, truth: Mapping[MentionKey, str], found: Mapping[MentionKey, str]) -> str:
    """One system's figures."""
    figures = "  ".join(f"{type_} P {p:.3f} R {r:.3f}" for type_, (p, r) in quality(truth, found).items())
    return f"{name:<28}{seconds:>7.1f} s  {figures}"


def main() -> None:
    """Print one line a system."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mentions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=4)
    args = parser.parse_args()
    data = made(args.mentions, args.seed)
    started = time.perf_counter()
    resolution, _ = resolve.resolve(data.records, data.authority, ())
    seconds = time.perf_counter() - started
    ours = {key: entity.id for entity in resolution.entities for key in entity.mentions}
    print(line("kg", seconds, data.truth, ours), flush=True)
    for read in (False, True):
        started = time.perf_counter()
        theirs = best_of_splink(data, read=read)
        name = "splink, names read by kg" if read else "splink, names as they stand"
        print(line(name, time.perf_counter() - started, data.truth, theirs), flush=True)


if __name__ == "__main__":
    main()
