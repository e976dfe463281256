"""Options that several commands share."""

from pathlib import Path
from typing import Final

import click

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
