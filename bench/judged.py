"""Which items of an extracted record are right, judged against the hand-made one by the scorer of the corpus."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

Json = dict[str, Any]


def scorer(shared: Path) -> ModuleType:
    """The scorer that stands beside the corpus."""
    spec = importlib.util.spec_from_file_location("corpus_score", shared / "corpus" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def judged(score: ModuleType, gold: Json, system: Json) -> dict[str, list[bool]]:
    """For each list of the record, whether each item is right. What a hand-made record calls optional is right."""
    same = score.Aligned(gold, system)
    entities = {s for pairs in same.pairs.values() for s in pairs.values()}
    pairs = score.align_events(gold["events"], system["events"])
    back = {s: g for g, s in pairs.items()}
    told = {e["id"]: back.get(i) for i, e in enumerate(system["events"])}
    return {
        "entities": [i in entities for i in range(len(system["entities"]))],
        "events": [i in back for i in range(len(system["events"]))],
        "participations": _participations(score, same, gold, system, told),
        "positions": _positions(score, same, gold, system),
    }


def _participations(score: ModuleType, same: Any, gold: Json, system: Json, told: dict[str, int | None]) -> list[bool]:
    numbers = {e["id"]: i for i, e in enumerate(gold["events"])}
    wanted = [(_agents(score, p, same.gold_key), numbers.get(p["event"]), p["role"]) for p in gold["participations"]]
    return [
        any(
            told.get(p["event"]) is not None
            and (event, role) == (told[p["event"]], p["role"])
            and agents & _agents(score, p, same.system_key)
            for agents, event, role in wanted
        )
        for p in system["participations"]
    ]


def _agents(score: ModuleType, part: Json, key: Any) -> set[str]:
    if part.get("agent"):
        return {key(part["agent"])}
    titles, bodies = score.as_list(part.get("position")) or [""], score.as_list(part.get("organization")) or [""]
    return {f"office:{score.normal(title)}@{key(body)}" for title in titles for body in bodies}


def _positions(score: ModuleType, same: Any, gold: Json, system: Json) -> list[bool]:
    return [any(_is_office(score, same, p, q) for p in gold["positions"]) for q in system["positions"]]


def _is_office(score: ModuleType, same: Any, p: Json, q: Json) -> bool:
    """The comparison of the scorer: the person, words of the office alike, and one of the bodies."""
    if same.system_key(q["person"]) != same.gold_key(p["person"]):
        return False
    titles = [score.normal(t) for t in score.as_list(p["position"])]
    theirs = {same.system_key(o) for o in score.as_list(q.get("organization"))}
    listed = p.get("organization")
    places = {same.gold_key(o) if o else "" for o in (listed if isinstance(listed, list) else [listed])} - {""}
    alike = any(score.similarity(t, score.normal(u)) >= 0.8 for t in titles for u in score.as_list(q["position"]))
    free = not places or (isinstance(listed, list) and "" in listed)
    return alike and bool(places & theirs or (not theirs and free))
