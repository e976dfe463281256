"""Options that several commands share."""

from pathlib import Path
from typing import Final

import click

from kg.errors import InputError

PATH: Final = click.Path(path_type=Path)

graph_option = click.option(
    "--graph",
    "graph",
    type=PATH,
    default=Path("build"),
    show_default=True,
    help="The output folder of `kg build`.",
)

LANGUAGES: Final = ("fr", "de", "en")

language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of labels and words.",
)

with_option = click.option(
    "--with",
    "extra",
    metavar="NAME",
    multiple=True,
    help="Let an installed extractor propose items as well; repeatable. None is asked unless named.",
)


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
