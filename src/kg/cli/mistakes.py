"""What a mistake on the command line is answered with: what was wrong, and the next step."""

import difflib
from typing import Final

import click

from kg.cli.commands import SUMMARIES
from kg.errors import joined

_NEAR: Final = 0.5
_PLAIN: Final = {"not a valid float": "not a number", "not a valid integer": "not a whole number"}


def told(error: click.ClickException) -> str:
    """One line: the mistake, and where the right way is described."""
    message = _plain(error.format_message())
    if isinstance(error, click.exceptions.NoSuchCommand):
        return joined(message, _meant(error.command_name))
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return joined(message, f"`{error.ctx.command_path} --help` says what it takes.")
    return message


def _plain(message: str) -> str:
    for words, plain in _PLAIN.items():
        message = message.replace(f"{words} range", plain).replace(words, plain)
    return message


def _meant(name: str) -> str:
    near = difflib.get_close_matches(name, SUMMARIES, 1, _NEAR)
    listed = "`kg --help` lists the commands."
    return f"Did you mean `kg {near[0]}`? {listed}" if near else listed
