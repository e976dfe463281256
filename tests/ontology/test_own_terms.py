"""The own terms: the same in ontology and code, named and defined in three languages, aligned, well named."""

from itertools import chain

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.vocab import terms as code
from kg.vocab.namespaces import KG

LANGUAGES = {"fr", "de", "en"}
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
ALIGNING = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.exactMatch)
IN_CODE = sorted(v for v in vars(code).values() if isinstance(v, str) and v.startswith(KG) and v != KG)


def own(graph: Graph, *kinds: URIRef) -> set[str]:
    return {str(s) for s in chain.from_iterable(graph.subjects(RDF.type, kind) for kind in kinds)}


def languages(graph: Graph, term: str, predicate: URIRef) -> list[str]:
    return sorted(str(o.language) for o in graph.objects(URIRef(term), predicate) if isinstance(o, Literal) and str(o))


def test_code_and_ontology_have_the_same_terms(terms: Graph) -> None:
    assert set(IN_CODE) == own(terms, *KINDS)


def test_no_term_has_two_constants() -> None:
    assert len(IN_CODE) == len(set(IN_CODE))


def test_ontology_stays_small(terms: Graph) -> None:
    assert len(own(terms, OWL.Class)) <= 20
    assert len(own(terms, OWL.ObjectProperty, OWL.DatatypeProperty)) <= 32


@pytest.mark.parametrize("term", IN_CODE, ids=lambda t: t.removeprefix(KG))
def test_term_is_named_and_defined_once_in_each_language(terms: Graph, term: str) -> None:
    assert languages(terms, term, RDFS.label) == sorted(LANGUAGES)
    assert languages(terms, term, SKOS.definition) == sorted(LANGUAGES)


@pytest.mark.parametrize("term", IN_CODE, ids=lambda t: t.removeprefix(KG))
def test_term_is_aligned_or_says_that_it_is_not(terms: Graph, term: str) -> None:
    targets = {str(o) for p in ALIGNING for o in terms.objects(URIRef(term), p)}
    outside = {iri for iri in targets if not iri.startswith(KG)}
    lonely = any(str(note).startswith("no alignment: ") for note in terms.objects(URIRef(term), SKOS.note))
    assert (outside != set()) is not lonely


def test_classes_are_capitalised_and_properties_are_not(terms: Graph) -> None:
    for iri in own(terms, OWL.Class):
        assert iri.removeprefix(KG).isalnum()
        assert iri.removeprefix(KG)[0].isupper()
    for iri in own(terms, OWL.ObjectProperty, OWL.DatatypeProperty):
        assert iri.removeprefix(KG).isalnum()
        assert iri.removeprefix(KG)[0].islower()


def test_domains_and_ranges_are_known_classes(terms: Graph) -> None:
    classes = own(terms, OWL.Class)
    for predicate in (RDFS.domain, RDFS.range):
        for target in terms.objects(None, predicate):
            assert not str(target).startswith(KG) or str(target) in classes


def test_alignment_speaks_of_own_terms_only(terms: Graph) -> None:
    aligned = {str(s) for p in (*ALIGNING, SKOS.note) for s in terms.subjects(p)}
    assert aligned == set(IN_CODE)
