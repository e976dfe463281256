"""Words of data/lexicon that the triples turn on, all languages together, folded."""

from functools import cache

from kg import assets
from kg.files import read_yaml
from kg.text.normal import fold


@cache
def listed(file: str, key: str) -> frozenset[str]:
    """The words under `key` in the file of that name of every language."""
    paths = sorted(assets.path("data/lexicon").glob(f"*/{file}.yaml"))
    return frozenset(fold(word) for path in paths for word in read_yaml(path)[key])
