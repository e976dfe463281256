"""Whether people of one name stay two where pages say so: the cases of `identity/homonyms.yaml`.

    python -m bench.identity_homonyms

Each case is resolved alone, and then all of them in one run, as pages of one build.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg import resolve
from kg.files import read_yaml
from kg.model import Authority, Document, EntityType, Event, Mention, MentionKey, Participation, Position, Record, Role
from kg.text.normal import sha256

FILE = Path(__file__).with_name("identity") / "homonyms.yaml"
AUTHORITY = Path(__file__).resolve().parents[1] / "data" / "authority"
Json = Mapping[str, Any]


def cases(kind: str) -> list[Json]:
    """The cases of two people (`apart`) or of one (`one`)."""
    found: list[Json] = read_yaml(FILE)[kind]
    return found


def pages(case: Json, number: int = 0) -> tuple[Record, Record]:
    """The two pages of a case."""
    names = (case["name"], case.get("other", case["name"]))
    left, right = (_page(f"{number:03}-{at}", names[at], case[side]) for at, side in enumerate(("left", "right")))
    return left, right


def _page(document: str, name: str, said: Json) -> Record:
    body = said.get("town") or said.get("body")
    mentions = [Mention(type=EntityType.PERSON, name=name)]
    if body is not None:
        kind = EntityType.TERRITORY if "town" in said else EntityType.ORGANIZATION
        mentions.append(Mention(type=kind, name=body))
    takes_part = said.get("event", False)
    return Record(
        document=Document(id=document, language=said.get("language", "fr"), text="", sha256=sha256(document)),
        mentions=tuple(mentions),
        events=(Event(id="e", title=f"Colloque {document}", start=f"{said['year']}-05-06"),),
        participations=(Participation(agent=name, event="e", role=Role.SPEAKER),) if takes_part else (),
        positions=(Position(person=name, position=said.get("post", "X"), organization=body, start=str(said["year"])),),
    )


def are_one(records: tuple[Record, Record], groups: Mapping[MentionKey, str]) -> bool:
    """Whether the people of two pages came out as one."""
    keys = [MentionKey(record.document.id, EntityType.PERSON, record.mentions[0].name) for record in records]
    return groups[keys[0]] == groups[keys[1]]


def outcome(records: list[Record], authority: Mapping[str, Authority]) -> dict[MentionKey, str]:
    """Who is who."""
    resolution, _ = resolve.resolve(records, authority, ())
    return {key: entity.id for entity in resolution.entities for key in entity.mentions}


def wrong(authority: Mapping[str, Authority]) -> Iterator[str]:
    """Every case that comes out wrong, alone or with all others."""
    listed = [("apart", case) for case in cases("apart")] + [("one", case) for case in cases("one")]
    made = [pages(case, number) for number, (_, case) in enumerate(listed)]
    together = outcome([record for pair in made for record in pair], authority)
    for (kind, case), pair in zip(listed, made, strict=True):
        alone = outcome(list(pair), authority)
        if are_one(pair, alone) is not (kind == "one"):
            yield f"alone, not {kind}: {case}"
        if kind == "apart" and are_one(pair, together):
            yield f"with all others, not {kind}: {case}"


def main() -> int:
    """Print what comes out wrong, and how many cases there are."""
    found = list(wrong(resolve.load_authority([AUTHORITY])))
    print("\n".join(found))
    print(f"{len(cases('apart'))} cases of two people, {len(cases('one'))} of one; {len(found)} wrong")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
