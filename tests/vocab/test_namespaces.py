from kg.assets import BASE
from kg.vocab import namespaces
from kg.vocab.namespaces import PREFIXES


def test_no_two_prefixes_stand_for_the_same_namespace() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)


def test_every_prefix_can_be_written() -> None:
    for prefix, iri in PREFIXES.items():
        assert prefix.replace("-", "").isalpha()
        assert iri[-1] in "/#"


def test_every_namespace_of_the_graph_has_a_prefix() -> None:
    constants = {v for k, v in vars(namespaces).items() if k.isupper() and isinstance(v, str)}
    assert constants - set(PREFIXES.values()) == {BASE}
