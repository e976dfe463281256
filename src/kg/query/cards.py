"""A named query described for a reader at the terminal."""

from kg.query.named import Column, NamedQuery, Parameter

_INDENT = "    "
_HEAVY = "Heavy: on a large graph it is answered from memory where there is room (docs/queries.md)."


def card(query: NamedQuery, language: str) -> str:
    """What a query answers, its parameters, its columns, what the data cannot say, and how to ask it."""
    lines = [query.name, _INDENT + (query.summary.get(language) or query.summary.get("en", "")), ""]
    if query.parameters:
        lines += ["Parameters:", *(_parameter(p) for p in query.parameters), ""]
    if query.columns:
        lines += ["Columns:", *(f"{_INDENT}{c.name}: {column(c)}" for c in query.columns), ""]
    if query.limits:
        lines += ["What the data cannot say:", _INDENT + query.limits, ""]
    if query.heavy:
        lines += [_HEAVY, ""]
    return "\n".join([*lines, "Ask it:", _INDENT + command(query), ""])


def command(query: NamedQuery) -> str:
    """The command that asks a query, with an example for what must be given."""
    given = "".join(f' -p {p.name}="{p.example}"' for p in query.parameters if p.default is None)
    return f"kg query {query.name}{given}"


def column(one: Column) -> str:
    """What a column means, and its unit."""
    return f"{one.meaning} [{one.unit}]" if one.unit else one.meaning


def kind(parameter: Parameter) -> str:
    """The type of a parameter in words: `name of an organisation or territory`."""
    if parameter.type != "name":
        return parameter.type
    return f"name or id of {' or '.join(_article(what) for what in parameter.of)}"


def fallback(parameter: Parameter) -> str:
    """What happens when a parameter is left out."""
    return {None: "needed", "": "any when left out"}.get(parameter.default, f"{parameter.default} when left out")


def _parameter(parameter: Parameter) -> str:
    about = f"{kind(parameter)}; {fallback(parameter)}"
    return f'{_INDENT}{parameter.name}: {parameter.summary} ({about}), as -p {parameter.name}="{parameter.example}"'


def _article(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"
