"""The mentions of all records, in one order, with all their names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import EntityType, MentionKey, Record, Span
from kg.resolve.contradictions import order
from kg.resolve.match.forms import Form, Reader
from kg.resolve.names import compared
from kg.text.acronym import is_acronym


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One mention: a thing that a document names."""

    key: MentionKey
    names: tuple[str, ...]
    """The mention's name, then its other names in the document."""
    record: Record
    span: Span | None
    """Where it is named first."""

    @property
    def full_names(self) -> tuple[str, ...]:
        """Its names but for acronyms, as they are compared."""
        return tuple(dict.fromkeys(compared(name) for name in self.names if not is_acronym(name)))

    @property
    def acronyms(self) -> tuple[str, ...]:
        """Its acronyms, as they are compared."""
        return tuple(dict.fromkeys(compared(name) for name in self.names if is_acronym(name)))

    def forms(self, reader: Reader) -> tuple[Form, ...]:
        """What its names mean, but for acronyms and for names that only say what sort of body it is."""
        forms = dict.fromkeys(reader.form(name) for name in self.names if not is_acronym(name))
        return tuple(form for form in forms if not form.is_general)


def named_in(records: Sequence[Record]) -> list[Named]:
    """Every mention of the records, by document, type and name; a name that stands twice in a record is one mention."""
    found: dict[MentionKey, Named] = {}
    for record in records:
        for mention in record.mentions:
            key = MentionKey(record.document.id, mention.type, mention.name)
            before = found.get(key)
            names = (() if before is None else before.names) + (mention.name, *mention.aliases)
            spans = sorted(mention.evidence) + ([] if before is None or before.span is None else [before.span])
            found[key] = Named(
                key=key,
                names=tuple(dict.fromkeys(name for name in names if compared(name))),
                record=record,
                span=min(spans, default=None),
            )
    return sorted(found.values(), key=lambda named: order(named.key))


def of_type(named: Iterable[Named], *types: EntityType) -> list[Named]:
    """Those of some types."""
    return [one for one in named if one.key.type in types]


def key_of(record: Record, name: str | None, types: Iterable[EntityType]) -> MentionKey | None:
    """The mention that a name in an event, participation or position means, the earlier type first."""
    for wanted in types:
        for mention in record.mentions:
            if mention.type is wanted and name in (mention.name, *mention.aliases):
                return MentionKey(record.document.id, wanted, mention.name)
    return None
