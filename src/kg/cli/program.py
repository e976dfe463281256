"""`kg` as a whole: all commands with their options."""

from collections.abc import Sequence

import click

from kg import __version__
from kg.cli.commands import Commands
from kg.cli.ending import INTERRUPTED, ending, said
from kg.cli.mistakes import told


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
def kg() -> None:
    """A citable knowledge graph of cross-border actors.

    From French, German and English event pages to a graph that can be queried with SPARQL and drawn as a network.
    Start with `kg build --sample`, then `kg queries`.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `kg` and return its exit code."""
    with ending() as code:
        try:
            outcome = kg.main(args=arguments, prog_name="kg", standalone_mode=False)
            code.value = outcome if isinstance(outcome, int) else 0
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            code.value = error.exit_code
        except click.ClickException as error:
            code.value = said(told(error), error.exit_code)
        except click.Abort:
            code.value = said("interrupted", INTERRUPTED)
    return code.value
