"""The commands by name; each is loaded when it is called, and only then.

The summaries stand here a second time so that `kg --help` loads no command; a test holds them equal.
"""

from importlib import import_module
from typing import Final

import click

SUMMARIES: Final[dict[str, str]] = {
    "build": "Build the graph of a data folder: the whole path.",
    "extract": "Write what pages say as records for review.",
    "query": "Answer a named query, a .rq file or SPARQL.",
    "queries": "List the named queries.",
    "export": "Write the graph in another format.",
    "view": "Write the interactive network as one HTML file.",
    "network": "Write who is tied to whom, with measures.",
    "resolve": "Answer what is open about who is who, and see why.",
    "link": "Propose what other registers call the actors and territories.",
    "push": "Load the built graph into a remote store.",
    "serve": "Answer OpenRefine: match the names of a table with the graph.",
    "check": "Check the graph and say what to mend.",
    "completion": "Print the script by which a shell completes `kg`.",
}


class Commands(click.Group):
    """A group that knows its commands by name and loads the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which one uses them."""
        return list(SUMMARIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in SUMMARIES:
            return None
        command = import_module(f"kg.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))
