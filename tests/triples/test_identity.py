"""Each merge is traceable: the two mentions with their words, the score, whose judgement it was."""

from dataclasses import replace

from pyoxigraph import Quad

from kg import resolve
from kg.model import Decision, Document, EntityType, Judgement, Mention, MentionKey, Record, Span
from kg.text.normal import sha256
from kg.triples import World, of_records
from kg.vocab import terms
from kg.vocab.namespaces import GRAPH


def page(document: str, name: str, language: str) -> Record:
    text = f"{name} lädt ein"
    return Record(
        document=Document(id=document, language=language, text=text, sha256=sha256(document + text)),
        mentions=(Mention(type=EntityType.ORGANIZATION, name=name, evidence=(Span(0, len(name)),)),),
    )


PAGES = (page("a", "Université de Liège", "fr"), page("b", "Universität Lüttich", "de"))
KEYS = tuple(MentionKey(one.document.id, EntityType.ORGANIZATION, one.mentions[0].name) for one in PAGES)


def quads(*decisions: Decision) -> set[Quad]:
    resolution, _ = resolve.resolve(PAGES, {}, decisions)
    return of_records(PAGES, World.of(resolution, {}, {}))


def of(made: set[Quad], predicate: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in made:
        if quad.predicate.value == predicate and not isinstance(quad.object, Quad):
            found.setdefault(str(quad.subject), set()).add(str(getattr(quad.object, "value", quad.object)))
    return found


def test_a_computed_match() -> None:
    made = quads()
    [(match, sides)] = of(made, terms.JOINS).items()
    assert sides == {subject.strip("<>") for subject in of(made, terms.HAS_BODY)}
    assert of(made, terms.SCORE) == {match: {"5"}}
    assert of(made, terms.DESCRIPTION)[match] == {"their names mean the same, word for word or in translation"}
    bodies = set().union(*of(made, terms.HAS_BODY).values())
    assert len(bodies) == 1
    names = set().union(*(of(made, terms.AS_STATED)[subject] for subject in of(made, terms.HAS_BODY)))
    assert names == {"Université de Liège", "Universität Lüttich"}
    evidence = of(made, terms.EVIDENCE_OF)
    assert all(evidence[subject] for subject in of(made, terms.HAS_BODY))
    assert {str(quad.graph_name) for quad in made if quad.predicate.value == terms.JOINS} == {f"<{GRAPH}meta>"}


def test_a_decided_match_says_whose_it_is_and_has_no_score() -> None:
    decision = Decision(
        left=KEYS[0], right=KEYS[1], judgement=Judgement.SAME, by="C. H.", on="2024-05-06", reason="One seal"
    )
    made = quads(decision)
    assert of(made, terms.SCORE) == {}
    assert set().union(*of(made, terms.CREATOR).values()) == {"C. H."}
    assert set().union(*of(made, terms.DATE).values()) == {"2024-05-06"}
    assert "One seal" in set().union(*of(made, terms.DESCRIPTION).values())


def test_what_is_kept_apart_has_no_match() -> None:
    decision = Decision(left=KEYS[0], right=KEYS[1], judgement=Judgement.DIFFERENT, by="C. H.", on="2024-05-06")
    assert of(quads(decision), terms.JOINS) == {}
    assert of(quads(decision), terms.HAS_BODY) == {}


def test_a_decision_taken_back_leaves_nothing() -> None:
    decision = Decision(left=KEYS[0], right=KEYS[1], judgement=Judgement.SAME, by="C. H.", on="2024-05-06")
    assert quads(replace(decision, withdrawn=True)) == quads()


def test_an_accepted_link_joins_the_mention_and_the_address() -> None:
    address = "http://www.wikidata.org/entity/Q1"
    decision = Decision(left=KEYS[1], right=address, judgement=Judgement.SAME, by="C. H.", on="2024-05-06")
    before, made = quads(), quads(decision)
    new = made - before
    [(thing, same)] = of(new, terms.EXACT_MATCH).items()
    assert same == {address}
    assert {str(q.graph_name) for q in new if q.predicate.value == terms.EXACT_MATCH} == {f"<{GRAPH}curated>"}
    [(match, sides)] = of(new, terms.JOINS).items()
    (mention,) = sides - {address}
    assert of(made, terms.HAS_BODY)[f"<{mention}>"] == {thing.strip("<>")}
    assert of(new, terms.CREATOR) == {match: {"C. H."}}
    assert of(new, terms.DATE) == {match: {"2024-05-06"}}
    assert quads(decision, replace(decision, withdrawn=True)) != before
    assert quads(*resolve.settled([decision, replace(decision, withdrawn=True)])) == before
