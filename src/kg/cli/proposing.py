"""What `kg link` does without a judgement: look up, list, explain, and hand out as a table."""

from dataclasses import dataclass, replace
from pathlib import Path

import click

from kg import files, link, pipeline, resolve
from kg.errors import InputError
from kg.link import Profile, Proposal, Step, Subject
from kg.query.cache import CachedEngine


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A data folder as `kg link` works with it."""

    data: Path
    identity: pipeline.Identity
    profile: Profile

    @property
    def path(self) -> Path:
        """Where the proposals stand."""
        return link.path_of(self.data, self.profile.name)

    def open(self) -> list[Proposal]:
        """The proposals that nobody has judged on, the likeliest first."""
        return link.unanswered(link.read(self.path), self.identity.worked, self.profile.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How the register is asked."""

    whole: bool
    only: tuple[str, ...]
    seconds: float
    offline: bool
    refresh: bool


def opened(data: Path, profile: str, endpoint: str | None) -> Linked:
    """Read a data folder and a profile."""
    found = link.load_profile(profile, data)
    if endpoint is not None:
        found = replace(found, endpoint=endpoint)
    return Linked(data=data, identity=pipeline.open_identity(data), profile=found)


def look_up(linked: Linked, how: How) -> None:
    """Ask the register, and write the proposals; what was found before an error or an interruption is kept.

    Raises:
        InputError: the endpoint gave no answer.
    """
    profile = linked.profile
    engine = link.asker(profile, linked.data, seconds=how.seconds, offline=how.offline, refresh=how.refresh)
    things = _things(linked, how)
    exists = linked.identity.worked.clusters.has
    before = [one for one in link.read(linked.path) if exists(one.side)]
    run = _Run(of=len(things), title=profile.title)
    try:
        for step in link.propose(things, profile, engine, linked.identity.worked.reader):
            run.take(step, engine)
    except InputError as error:
        raise InputError(
            f"stopped after {len(run.reached)} of {len(things)} things: {error.message}",
            hint=f"{error.hint} What was answered is kept; the same command goes on from there.".lstrip(),
        ) from error
    finally:
        link.write(linked.path, link.with_kept(run.proposals, run.reached, before))
    run.sum_up(engine, linked)


class _Run:
    """What has come out so far, told as it comes."""

    def __init__(self, of: int, title: str) -> None:
        self.proposals: list[Proposal] = []
        self.reached: set[str] = set()
        self._common: set[str] = set()
        self._left_out = 0
        self._of = of
        self._title = title

    def take(self, step: Step, engine: CachedEngine) -> None:
        """Add what came of one portion, and say how far it is."""
        self.proposals += step.proposals
        self.reached |= set(step.reached)
        self._common |= set(step.common)
        self._left_out += step.left_out
        done = len(self.reached) + self._left_out
        click.echo(
            f"{self._title}: {done} of {self._of} things, {len(self.proposals)} proposals"
            f" ({engine.asked} queries asked, {engine.kept} answered from the disk)",
            err=True,
        )

    def sum_up(self, engine: CachedEngine, linked: Linked) -> None:
        """Say what there is now, and what to do with it."""
        for name in sorted(self._common):
            click.echo(f"too many items are called {name!r}; the name was left out.", err=True)
        if self._left_out:
            click.echo(f"{self._left_out} things have not been asked about yet; leave --offline out.", err=True)
        likely = sum(one.likely for one in self.proposals)
        click.echo(
            f"{len(self.proposals)} proposals, {likely} of them likely, {len(linked.open())} open, in {linked.path};"
            " go through them with `kg link --answer`.",
            err=True,
        )


def _things(linked: Linked, how: How) -> list[Subject]:
    """The things to look up."""
    identity = linked.identity
    found = link.subjects(identity.worked, identity.authority, whole=how.whole or bool(how.only))
    if not how.only:
        return list(found)
    number = identity.worked.clusters.number
    wanted = {number(resolve.find_node(name, identity.worked, identity.authority)) for name in how.only}
    return [one for one in found if number(one.node) in wanted]


def list_open(linked: Linked) -> None:
    """The open proposals, one a line."""
    found = linked.open()
    if not found:
        click.echo("Nothing is open.", err=True)
    for one in found:
        mark = "likely" if one.likely else "possible"
        about = f", {one.description}" if one.description else ""
        click.echo(
            f"{one.score:+.1f}  {mark:<8}  {one.title} | {one.name}{about} | {one.iri}  ({'; '.join(one.reasons)})"
        )


def explain(linked: Linked, a: str, iri: str) -> None:
    """Why a thing may be what stands under an address."""
    worked = linked.identity.worked
    node = resolve.find_node(a, worked, linked.identity.authority)
    for line in link.explained(link.proposal_of(node, iri, link.read(linked.path), worked), worked):
        click.echo(line)


def export(linked: Linked, out: Path) -> None:
    """The open proposals as a table."""
    identity, open_ = linked.identity, linked.open()
    rows = [
        resolve.Row(
            left=one.side,
            right=one.iri,
            score=one.score,
            reasons=one.reasons,
            evidence=(
                resolve.side_of(one.side, identity.worked, identity.authority).lines,
                link.item_side(one).lines,
            ),
        )
        for one in open_
    ]
    files.write(out, resolve.as_table(rows).encode("utf-8-sig"))
    click.echo(f"{len(open_)} open proposal(s) in {out}: fill in `judgement` (same, different, unsure).", err=True)
