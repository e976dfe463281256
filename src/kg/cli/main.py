"""`kg`: runs a command and turns what went wrong into one line and an exit code."""

import os
import sys
from collections.abc import Sequence

import click

from kg import __version__
from kg.cli.commands import Commands
from kg.errors import InputError, KgError

INTERRUPTED = 130
BUG = 70


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
def kg() -> None:
    """A citable knowledge graph of cross-border actors.

    From French, German and English event pages to a graph that can be queried with SPARQL and drawn as a network.
    Start with `kg build --sample`, then `kg queries`.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `kg` and return its exit code: 0 done, 1 a check failed, 2 wrong input, 70 a fault of kg's own."""
    try:
        outcome = kg.main(args=arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone; say nothing
        return 0
    except (click.ClickException, click.Abort, KgError, OSError) as error:
        return _failed(error)
    except Exception as error:  # noqa: BLE001 - the outermost shell: nothing may end in a bare traceback
        return _bug(error)
    return outcome if isinstance(outcome, int) else 0


def _failed(error: click.ClickException | click.Abort | KgError | OSError) -> int:
    match error:
        case KgError():
            return _said(str(error), error.exit_code)
        case click.ClickException():
            return _said(error.format_message(), error.exit_code)
        case click.Abort():
            return _said("interrupted", INTERRUPTED)
    return _said(f"{error.strerror or error}: {error.filename or 'standard output'}", InputError.exit_code)


def _said(message: str, code: int) -> int:
    click.echo(f"kg: {' '.join(message.split())}", err=True)
    return code


def _bug(error: Exception) -> int:
    if os.environ.get("KG_DEBUG"):
        raise error
    return _said(
        f"a fault of kg itself, not of your input: {type(error).__name__}: {error}. "
        "Please report it with what you ran; KG_DEBUG=1 shows where it arose.",
        BUG,
    )
