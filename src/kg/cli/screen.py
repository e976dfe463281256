"""What only a terminal gets: links that one can follow, and a pager for what is longer than the screen."""

import os
import re
import sys
from typing import Final

PAGER: Final = "less"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINK: Final = "\x1b]8;;{url}\x1b\\{words}\x1b]8;;\x1b\\"


def is_terminal() -> bool:
    """Whether a person reads the standard output."""
    return sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"


def plain(text: str) -> str:
    """The text without signs that would steer a terminal; line breaks and tabs stay."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def linked(words: str, url: str | None) -> str:
    """The words as a link (OSC 8) to an address of the web; as they are where there is none."""
    if not words or url is None or not url.startswith(("http://", "https://")):
        return words
    from urllib.parse import quote  # noqa: PLC0415 - only a terminal follows links

    return _LINK.format(url=quote(url, safe="/:?#[]@!$&'()*+,;=%~-._"), words=words)


def passage(url: str, words: str) -> str:
    """The address of a passage on a page: a text fragment, which browsers show highlighted."""
    from urllib.parse import quote  # noqa: PLC0415

    return url if not words or "#" in url else f"{url}#:~:text={quote(words, safe='')}"


def show(text: str) -> None:
    """Print a text; through the pager where the output is a terminal and the text longer than it."""
    command = _pager() if is_terminal() and text.count("\n") >= _height() else None
    if command is None:
        sys.stdout.write(text)
        return
    import subprocess  # noqa: PLC0415

    surroundings = {"LESS": "-FRX", **os.environ}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=surroundings) as pager:
        try:
            pager.communicate(text.encode("utf-8", "replace"))
        except KeyboardInterrupt:
            pager.wait()


def _height() -> int:
    import shutil  # noqa: PLC0415

    return shutil.get_terminal_size().lines


def _pager() -> list[str] | None:
    """The command of the pager: $PAGER, or less where that is not set; None where it is not there."""
    import shlex  # noqa: PLC0415
    import shutil  # noqa: PLC0415

    command = shlex.split(os.environ.get("PAGER", PAGER))
    return command if command and shutil.which(command[0]) else None
