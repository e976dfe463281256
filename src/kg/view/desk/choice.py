"""A part of the graph for a page: what a query answers, what stands around a thing, some kinds, some time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.view.desk.belonging import Belonging
from kg.view.desk.moments import Span, between, span
from kg.view.desk.tables import moments
from kg.view.facts import Columns, Facts
from kg.view.kinds import EVENT, NODE_KINDS, SESSION
from kg.view.rows import local
from kg.view.scene import Scene, Tie

if TYPE_CHECKING:
    from kg.query import Engine, Term

ALWAYS: Final = (-10_000_000, 10_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which part is drawn; what is not given leaves all.

    Attributes:
        query: a named query, a .rq file or SPARQL: the things that it answers, and the ties between them.
        parameters: those of a named query.
        limits: what the query may cost, as for `kg.query.confined`.
        focus: the identifier or a name of a thing.
        depth: how many steps around it.
        since: the first year, month or day.
        until: the last.
        kinds: kinds of nodes.
    """

    query: str | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    focus: str | None = None
    depth: int = 1
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()

    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return (self.query, self.focus, self.since, self.until, self.kinds) == (None, None, None, None, ())


def chosen(scene: Scene, facts: Facts, choice: Choice, engine: "Engine") -> Scene:
    """The part of a scene.

    Raises:
        InputError: there is no such kind, date, thing or query, or nothing is left.
    """
    scene = _of_kinds(scene, choice.kinds)
    if choice.query is not None:
        scene = _answering(scene, _answer(choice.query, choice, engine))
    if choice.since is not None or choice.until is not None:
        scene = _within(scene, facts, _window(choice))
    if choice.focus is not None:
        scene = _around(scene, _thing(choice.focus, scene, facts), choice.depth)
    if len(scene.nodes) == 0:
        raise InputError(
            "nothing of the graph is left to draw.", hint="Ask for more kinds, a longer time or another query."
        )
    return scene


def without_the_rest(facts: Facts, scene: Scene) -> Facts:
    """The facts that the panels of a part tell: no statement about anybody who is not drawn."""
    tied = {statement for tie in scene.ties for statement in tie.statements}

    def kept(statements: Mapping[str, Columns], ends: tuple[str, ...]) -> dict[str, Columns]:
        return {
            one: columns
            for one, columns in statements.items()
            if one in tied or {thing for end in ends for thing in columns.get(end, ())} <= scene.nodes.keys()
        }

    participations = kept(facts.participations, ("event", "participant", "body"))
    tenures = kept(facts.tenures, ("person", "body"))
    headcounts = kept(facts.headcounts, ("event",))
    holders = {*scene.nodes, *participations, *tenures, *headcounts}
    evidence = {one: quotes for one, quotes in facts.evidence.items() if one in holders}
    quotes = {one: facts.quotes[one] for found in evidence.values() for one in found}
    texts = {quote.text for quote in quotes.values()}
    return replace(
        facts,
        participations=participations,
        tenures=tenures,
        headcounts=headcounts,
        evidence=evidence,
        quotes=quotes,
        documents={text: columns for text, columns in facts.documents.items() if text in texts},
    )


def _only(scene: Scene, nodes: Iterable[str]) -> Scene:
    kept = set(nodes)
    return Scene(
        nodes={node: kind for node, kind in scene.nodes.items() if node in kept},
        ties=tuple(tie for tie in scene.ties if tie.source in kept and tie.target in kept),
    )


def _of_kinds(scene: Scene, kinds: tuple[str, ...]) -> Scene:
    for kind in kinds:
        if kind not in NODE_KINDS:
            raise InputError(f"there is no kind of node {kind!r}.", hint=f"Choose among {', '.join(NODE_KINDS)}.")
    return scene if len(kinds) == 0 else _only(scene, (node for node, kind in scene.nodes.items() if kind in kinds))


def _answer(asked: str, choice: Choice, engine: "Engine") -> set[str]:
    """The ids of the things in the answer."""
    from kg import query  # noqa: PLC0415 - the query package reads its named queries

    named = query.question(asked)
    bindings = query.bind(named, choice.parameters, engine)
    answer = query.limited(engine, asked, choice.limits).run(named.text, bindings)
    if isinstance(answer, bool):
        raise InputError("the query answers yes or no, and names nothing to draw.", hint="Use SELECT or CONSTRUCT.")
    terms: Iterable[Term | None] = (term for row in answer for term in row)
    return {local(term.value) for term in terms if term is not None and term.kind == "iri"}


def _answering(scene: Scene, things: set[str]) -> Scene:
    """The things, and the ends of the ties whose statements are among them."""
    ends = {end for tie in scene.ties if not things.isdisjoint(tie.statements) for end in (tie.source, tie.target)}
    return _only(scene, things | ends)


def _window(choice: Choice) -> Span:
    first, last = (None if text is None else _days(text) for text in (choice.since, choice.until))
    return (ALWAYS[0] if first is None else first[0], ALWAYS[1] if last is None else last[1])


def _days(text: str) -> Span:
    found = span(text)
    if found is None:
        raise InputError(f"{text!r} is no date.", hint="Write 2019, 2019-06 or 2019-06-04.")
    return found


def _within(scene: Scene, facts: Facts, window: Span) -> Scene:
    """The events of that time, the statements that hold then, and what those need to stand."""
    belonging = Belonging(facts)
    statements = {**facts.participations, **facts.tenures}
    then = {one for one, columns in statements.items() if _meet(moments(columns, belonging), window)}
    events = {
        node
        for node, kind in scene.nodes.items()
        if kind in (EVENT, SESSION) and _meet(between(belonging.dates(node)), window)
    }
    told = [tie for tie in scene.ties if not then.isdisjoint(tie.statements)]
    core = events | {end for tie in told for end in (tie.source, tie.target)}
    held = [tie for tie in scene.ties if len(tie.statements) == 0 and tie.source in core]
    nodes = core | {tie.target for tie in held}
    ties = [replace(tie, statements=tuple(one for one in tie.statements if one in then)) for tie in told]
    return Scene(
        nodes={node: kind for node, kind in scene.nodes.items() if node in nodes},
        ties=tuple(sorted([*ties, *held])),
    )


def _meet(days: list[int], window: Span) -> bool:
    spans = zip(days[::2], days[1::2], strict=True)
    return any(first <= window[1] and last >= window[0] for first, last in spans)


def _thing(wanted: str, scene: Scene, facts: Facts) -> str:
    """The node that is meant, by identifier or by any of its names."""
    for node in (wanted, local(wanted), f"id:{wanted}"):
        if node in scene.nodes:
            return node
    folded = wanted.casefold()
    found = [node for node in scene.nodes if any(name.text.casefold() == folded for name in facts.names.get(node, ()))]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise InputError(f"several things are called {wanted!r}.", hint=f"Give one of: {', '.join(found)}.")
    raise InputError(f"nothing that is drawn is called {wanted!r}.", hint=_near(wanted, scene, facts))


def _near(wanted: str, scene: Scene, facts: Facts) -> str:
    from kg import query  # noqa: PLC0415 - only a mistake needs it

    known = {node: [name.text for name in facts.names.get(node, ())] for node in scene.nodes}
    near = query.nearest(wanted, {node: names for node, names in known.items() if names})
    return near or "Give a whole name, or an identifier such as person-1."


def _around(scene: Scene, centre: str, depth: int) -> Scene:
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in scene.ties:
        ties[tie.source].append(tie)
        ties[tie.target].append(tie)
    near, edge = {centre}, {centre}
    for _ in range(depth):
        edge = {end for node in edge for tie in ties[node] for end in (tie.source, tie.target)} - near
        near |= edge
    return _only(scene, near)
