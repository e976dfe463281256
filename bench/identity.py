"""How well resolve tells who is who: pairwise precision and recall on hand-made records with labels by hand.

    python bench/identity.py [FOLDER...] [--labels FILE] [--authority FOLDER] [--errors]

A FOLDER holds NAME.gold.json; without one, the corpus and the seeds beside the repository are read (KG_SHARED names
another place). All records are resolved together, as one build would. The labels (`identity/labels.jsonl`) name each
mention as `NAME#number of the entity in the record`: a line `same` lists what is one thing, a line `unsure` two groups
whose pairs do not count, and a mention that stands in no line is a thing of its own.

The thresholds of `data/identity/weights.yaml` are chosen on these figures.
"""

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

from kg import resolve
from kg.model import (
    Document,
    EntityType,
    Event,
    EventKind,
    Mention,
    MentionKey,
    Participation,
    Position,
    Record,
    Role,
)
from kg.text.normal import sha256

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
LABELS = Path(__file__).with_name("identity") / "labels.jsonl"

Pair = frozenset[str]


class Labels(NamedTuple):
    """What people say: pairs that are one thing, and pairs that do not count."""

    same: set[Pair]
    unsure: set[Pair]
    types: set[str]
    """Those that somebody has labelled; others do not count."""


class Mentions(NamedTuple):
    """The mentions of all records by their number: key, and language of the document."""

    keys: dict[str, MentionKey]
    languages: dict[str, str]


def load_records(folders: list[Path]) -> tuple[list[Record], Mentions]:
    """All hand-made records, with the numbers of their mentions."""
    records = []
    found = Mentions({}, {})
    for folder in folders:
        for path in sorted(folder.glob("*.gold.json")):
            name = path.name.removesuffix(".gold.json")
            raw = json.loads(path.read_text("utf-8"))
            records.append(_record(name, raw))
            for number, entity in enumerate(raw["entities"]):
                found.keys[f"{name}#{number}"] = MentionKey(name, EntityType(entity["type"]), entity["name"])
                found.languages[f"{name}#{number}"] = raw["document"]["language"]
    return records, found


def _record(name: str, raw: dict[str, Any]) -> Record:
    head = raw["document"]
    return Record(
        document=Document(
            id=name,
            language=head["language"],
            title=head.get("title"),
            published=head.get("published"),
            text="",
            sha256=sha256(name),
        ),
        mentions=tuple(
            Mention(type=EntityType(e["type"]), name=e["name"], aliases=tuple(e.get("aliases", ())))
            for e in raw["entities"]
        ),
        events=tuple(
            Event(
                id=e["id"],
                title=e["title"],
                kind=EventKind(e["kind"]) if e.get("kind") else None,
                part_of=e.get("part_of"),
                start=_one(e.get("start")),
                end=_one(e.get("end")),
                place=_one(e.get("place")),
                venue=_one(e.get("venue")),
                series=_one(e.get("series")),
            )
            for e in raw["events"]
        ),
        participations=tuple(
            Participation(
                agent=p.get("agent"),
                event=p["event"],
                role=Role(p["role"]),
                position=_one(p.get("position")),
                organization=_one(p.get("organization")),
            )
            for p in raw["participations"]
        ),
        positions=tuple(
            Position(
                person=p["person"],
                position=_one(p["position"]) or "",
                organization=_one(p.get("organization")),
                start=_one(p.get("start")),
                end=_one(p.get("end")),
            )
            for p in raw["positions"]
        ),
    )


def _one(value: Any) -> str | None:
    """The first of several values that are right; None for an empty one."""
    first = next((v for v in value if v), None) if isinstance(value, list) else value
    return str(first) if first else None


def load_labels(path: Path) -> Labels:
    """The labels as pairs."""
    found = Labels(set(), set(), set())
    for line in path.read_text("utf-8").splitlines():
        raw = json.loads(line)
        found.types.add(raw["type"])
        if "same" in raw:
            found.same.update(frozenset(pair) for pair in combinations(raw["same"], 2))
        else:
            left, right = raw["unsure"]
            found.unsure.update(frozenset(pair) for pair in product(left, right))
    return found


def merged_pairs(mentions: Mentions, groups: dict[MentionKey, str]) -> set[Pair]:
    """The pairs of one type that resolve makes one thing of."""
    by_thing: defaultdict[tuple[EntityType, str], list[str]] = defaultdict(list)
    for number, key in mentions.keys.items():
        by_thing[key.type, groups[key]].append(number)
    return {frozenset(pair) for group in by_thing.values() for pair in combinations(group, 2)}


def _facets(pair: Pair, mentions: Mentions) -> tuple[str, str]:
    one, other = sorted(pair)
    languages = "-".join(sorted((mentions.languages[one], mentions.languages[other])))
    return mentions.keys[one].type.value, languages


def table(labels: Labels, found: set[Pair], mentions: Mentions) -> Iterator[str]:
    """Precision and recall by type and by pair of languages."""
    tallies: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pair in (labels.same | found) - labels.unsure:
        type_, languages = _facets(pair, mentions)
        kind = "right" if pair in labels.same and pair in found else "missed" if pair in labels.same else "wrong"
        for facet in ((type_, "all"), (type_, languages)):
            tallies[facet][kind] += 1
    yield f"{'type':<14}{'languages':<11}{'pairs':>7}{'P':>8}{'R':>8}{'wrong':>7}{'missed':>8}"
    for (type_, languages), n in sorted(tallies.items()):
        precision = n["right"] / (n["right"] + n["wrong"]) if n["right"] + n["wrong"] else 1.0
        recall = n["right"] / (n["right"] + n["missed"]) if n["right"] + n["missed"] else 1.0
        yield (
            f"{type_:<14}{languages:<11}{n['right'] + n['missed']:>7}{precision:>8.3f}{recall:>8.3f}"
            f"{n['wrong']:>7}{n['missed']:>8}"
        )


def errors(labels: Labels, found: set[Pair], mentions: Mentions) -> Iterator[str]:
    """Each wrong and each missed pair."""
    for word, pairs in (("wrong", found - labels.same), ("missed", labels.same - found)):
        for one, other in sorted(tuple(sorted(pair)) for pair in pairs - labels.unsure):
            key = mentions.keys[one]
            yield f"{word:<7}{key.type.value:<13} {key.name!r} ({one})  {mentions.keys[other].name!r} ({other})"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--authority", type=Path, default=ROOT / "data" / "authority")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    folders = args.folders or [SHARED / "corpus" / "dev", SHARED / "seeds"]
    records, mentions = load_records(folders)
    if not records:
        sys.exit(f"no records in {', '.join(map(str, folders))}: set KG_SHARED to the folder with corpus/ and seeds/")
    resolution, _ = resolve.resolve(records, resolve.load_authority([args.authority]), ())
    groups = {key: entity.id for entity in resolution.entities for key in entity.mentions}
    labels = load_labels(args.labels)
    found = {pair for pair in merged_pairs(mentions, groups) if _facets(pair, mentions)[0] in labels.types}
    print("\n".join(table(labels, found, mentions)))
    if args.errors:
        print("\n".join(errors(labels, found, mentions)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
