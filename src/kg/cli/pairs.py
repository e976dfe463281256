"""The parameters on a command line."""

from kg.errors import InputError


def pairs(parameters: tuple[str, ...]) -> dict[str, str]:
    """The parameters of a query, as they are given with `-p`.

    Raises:
        InputError: one is not of the form KEY=VALUE, or is given twice.
    """
    found: dict[str, str] = {}
    for one in parameters:
        key, equals, value = one.partition("=")
        if not equals or not key:
            raise InputError(
                f"-p {one!r} is not of the form KEY=VALUE.", hint='Write for instance -p organisation="IGR".'
            )
        if key in found:
            raise InputError(f"the parameter {key!r} is given twice.", hint="Leave one of the two out.")
        found[key] = value
    return found
