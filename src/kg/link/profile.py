"""What is known of a register before it is asked: its endpoint, its queries, and what its classes and codes mean.

All of it is data: `data/linking/NAME.yaml` and the queries of `queries/link/NAME`. A file of one's own, in `linking/`
of the data folder, comes first, and may say only what is other than in the one that it `extends`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from kg import assets
from kg.errors import InputError
from kg.files import read_text, read_yaml
from kg.model import EntityType
from kg.vocab.concepts import ids

QUERIES: Final = ("by-name", "by-code", "facts")
_FOLDER: Final = "data/linking"
_HINT: Final = "docs/linking.md describes profiles."
_BATCH: Final = ("names", "codes", "items")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """How a value becomes an address in another register."""

    form: re.Pattern[str]
    address: str
    """With `{}` for the value."""

    def iri(self, value: str) -> str | None:
        """The address of a value, blanks left out; None where it does not look like one of the register's."""
        plain = "".join(value.split())
        return self.address.replace("{}", plain) if self.form.fullmatch(plain) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One register and how it is asked."""

    name: str
    title: str
    endpoint: str
    items: str
    """How the addresses of its items begin; what else an answer names is left out."""
    queries: Mapping[str, str]
    """The texts of `by-name`, `by-code` and `facts`."""
    languages: Mapping[str, tuple[str, ...]]
    """For each language of ours the tags under which the register may have a name."""
    batch: Mapping[str, int]
    """How many `names`, `codes` and `items` go into one query."""
    pause: float
    undated: frozenset[str]
    identifiers: Mapping[str, Identifier]
    people: frozenset[str]
    kinds: Mapping[str, str]
    """Our kind for each class of the register, by its address."""
    excluded: frozenset[str]

    def types(self, classes: Sequence[str]) -> frozenset[EntityType]:
        """What sort of thing the classes of an item make it."""
        found = {EntityType.PERSON} if self.people & set(classes) else set()
        for kind in self.kinds_of(classes):
            found |= {EntityType.TERRITORY} if kind in ids("territory-kind") else set()
            found |= {EntityType.ORGANIZATION} if kind in ids("organisation-kind") else set()
        return frozenset(found)

    def kinds_of(self, classes: Sequence[str]) -> frozenset[str]:
        """Our kinds that the classes of an item mean."""
        return frozenset(self.kinds[one] for one in classes if one in self.kinds)


def load_profile(name: str, own: Path | None = None) -> Profile:
    """The profile of that name: from the data folder, else the one that comes with kg; or the one in a file.

    Args:
        name: `wikidata`, `eu`, a name of one's own, or the path of a YAML file.
        own: the data folder.

    Raises:
        InputError: there is none, or it is not what a profile may be.
    """
    raw, where = _raw(name, own, ())
    missing = [key for key in _KEYS if key not in raw]
    if missing:
        raise InputError(f"{where} does not say {', '.join(missing)}.", hint=_HINT)
    endpoint = _text(raw, "endpoint", where)
    if not endpoint.startswith(("http://", "https://")):
        raise InputError(f"{where}: {endpoint!r} is no address of an endpoint.", hint="It begins with https://.")
    classes = _text(raw, "classes", where)
    kinds = _lists(raw, "kinds", where)
    return Profile(
        name=Path(name).stem,
        title=_text(raw, "title", where),
        endpoint=endpoint,
        items=_text(raw, "items", where),
        queries=_queries(_text(raw, "queries", where), own, where),
        languages={language: tuple(tags) for language, tags in _lists(raw, "languages", where).items()},
        batch=_batch(raw, where),
        pause=_number(raw, "pause", where),
        undated=frozenset(_list(raw, "undated", where)),
        identifiers=_identifiers(raw, where),
        people=frozenset(classes + one for one in _list(raw, "people", where)),
        kinds={classes + one: _kind(kind, where) for kind, listed in kinds.items() for one in listed},
        excluded=frozenset(classes + one for one in _list(raw, "excluded", where)),
    )


_OPTIONAL: Final[dict[str, Any]] = {"pause": 1.0, "undated": [], "identifiers": {}, "people": [], "excluded": []}
_KEYS: Final = (*(one.name for one in fields(Profile) if one.name != "name"), "classes")


def _raw(name: str, own: Path | None, extending: tuple[str, ...]) -> tuple[dict[str, Any], Path]:
    """The settings of a profile, those that it extends included."""
    path = _path(name, own, shipped=name in extending)
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise InputError(f"{path} must hold settings, each with its value.", hint=_HINT)
    above = raw.pop("extends", None)
    for key in sorted(raw.keys() - set(_KEYS)):
        raise InputError(f"{path}: unknown setting {key!r}.", hint=f"Known: extends, {', '.join(sorted(_KEYS))}.")
    if above is None:
        return _OPTIONAL | raw, path
    if extending.count(str(above)) > 1:
        raise InputError(f"{path}: profiles extend each other in a circle.", hint=_HINT)
    return _raw(str(above), own, (*extending, name, str(above)))[0] | raw, path


def _path(name: str, own: Path | None, *, shipped: bool) -> Path:
    if name.endswith((".yaml", ".yml")):
        return Path(name)
    folders = [assets.path(_FOLDER)]
    if own is not None and not shipped:
        folders.insert(0, own / "linking")
    found = next((path for folder in folders if (path := folder / f"{name}.yaml").is_file()), None)
    if found is None:
        known = sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})
        raise InputError(f"there is no profile {name!r}.", hint=f"There are {', '.join(known)}; or name a YAML file.")
    return found


def _queries(folder: str, own: Path | None, where: Path) -> dict[str, str]:
    """The texts of the queries: in a folder beside the profile, in that of the data folder, or of those of kg."""
    places = [where.parent / folder, *([own / "linking" / folder] if own is not None else [])]
    place = next((one for one in places if one.is_dir()), assets.path("queries/link") / folder)
    return {name: read_text(place / f"{name}.rq") for name in QUERIES}


def _text(raw: Mapping[str, Any], key: str, where: Path) -> str:
    if not isinstance(raw[key], str) or not raw[key]:
        raise InputError(f"{where}: {key!r} must be text, not {raw[key]!r}.", hint=_HINT)
    return str(raw[key])


def _number(raw: Mapping[str, Any], key: str, where: Path) -> float:
    if isinstance(raw[key], bool) or not isinstance(raw[key], int | float) or raw[key] < 0:
        raise InputError(f"{where}: {key!r} must be a number of at least 0, not {raw[key]!r}.", hint=_HINT)
    return float(raw[key])


def _list(raw: Mapping[str, Any], key: str, where: Path) -> list[str]:
    value = raw[key]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise InputError(f"{where}: {key!r} must be a list of texts, not {value!r}.", hint=_HINT)
    return value


def _mapping(raw: Mapping[str, Any], key: str, where: Path) -> Mapping[str, Any]:
    if not isinstance(raw[key], dict):
        raise InputError(f"{where}: {key!r} must give each name its value, not {raw[key]!r}.", hint=_HINT)
    return dict(raw[key])


def _lists(raw: Mapping[str, Any], key: str, where: Path) -> dict[str, list[str]]:
    found = _mapping(raw, key, where)
    return {name: _list(found, name, where) for name in found}


def _kind(kind: str, where: Path) -> str:
    if kind not in ids("territory-kind") | ids("organisation-kind"):
        raise InputError(f"{where}: there is no kind {kind!r}.", hint="docs/authority.md lists the kinds.")
    return kind


def _batch(raw: Mapping[str, Any], where: Path) -> dict[str, int]:
    found = _mapping(raw, "batch", where)
    return {name: max(1, int(_number(found, name, where))) if name in found else 1 for name in _BATCH}


def _identifiers(raw: Mapping[str, Any], where: Path) -> dict[str, Identifier]:
    found = {}
    for name, value in _mapping(raw, "identifiers", where).items():
        if not isinstance(value, dict) or value.keys() != {"form", "address"} or "{}" not in str(value["address"]):
            raise InputError(f"{where}: the identifier {name!r} needs form, and address with {{}} in it.", hint=_HINT)
        try:
            found[name] = Identifier(form=re.compile(value["form"]), address=str(value["address"]))
        except (re.error, TypeError) as error:
            raise InputError(f"{where}: the form of {name!r} is no pattern: {error}.", hint=_HINT) from error
    return found
