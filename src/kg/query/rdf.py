"""Terms and triples to and from those of pyoxigraph."""

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from kg.errors import InputError
from kg.query.terms import Term, Triple
from kg.vocab.namespaces import XSD

_STRING = XSD + "string"


def term(node: object) -> Term:
    """A pyoxigraph term as a Term.

    Raises:
        InputError: it is a triple term of RDF 1.2.
    """
    if isinstance(node, NamedNode):
        return Term("iri", node.value)
    if isinstance(node, Literal):
        if node.language is not None:
            return Term("literal", node.value, None, node.language)
        datatype = node.datatype.value
        return Term("literal", node.value, None if datatype == _STRING else datatype)
    if isinstance(node, BlankNode):
        return Term("blank", node.value)
    raise InputError(f"the answer holds a triple as a value: {node}.", hint="Ask for its parts instead.")


def node(value: Term) -> NamedNode | Literal | BlankNode:
    """A Term as pyoxigraph has it.

    Raises:
        InputError: the IRI or the language tag is malformed.
    """
    try:
        if value.kind == "iri":
            return NamedNode(value.value)
        if value.kind == "blank":
            return BlankNode(value.value)
        datatype = None if value.datatype is None else NamedNode(value.datatype)
        return (
            Literal(value.value, language=value.language)
            if datatype is None
            else Literal(value.value, datatype=datatype)
        )
    except ValueError as error:
        raise InputError(f"{value.value!r} is no term of RDF: {error}.", hint="Check its spelling.") from error


def written(value: Term) -> str:
    """A Term as one token of SPARQL.

    Raises:
        InputError: the IRI or the language tag is malformed, or the term is a blank node.
    """
    if value.kind == "blank":
        raise InputError("a blank node cannot be asked for: it has no name outside its answer.", hint="Give an IRI.")
    return str(node(value))


def triples(found: Iterable[object]) -> tuple[Triple, ...]:
    """Triples of pyoxigraph as sorted triples of Terms, each once."""
    out = {tuple(term(part) for part in triple) for triple in found}  # type: ignore[attr-defined]
    return tuple(sorted(out, key=_order))  # type: ignore[arg-type]


def statements(data: bytes) -> Iterator[Triple]:
    """The triples of a text in N-Triples, in its order."""
    for quad in parse(data, format=RdfFormat.N_TRIPLES):
        yield term(quad.subject), term(quad.predicate), term(quad.object)


def _order(triple: tuple[Term, ...]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((t.kind, t.value, t.datatype or "", t.language or "") for t in triple)
