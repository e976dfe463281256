"""The plain body of an e-mail as lines: quoted lines without their marks, flowed lines joined, the signature cut."""

import re
from collections.abc import Iterator

_SIGNATURE = re.compile(r"\n-- \n")
_QUOTED = re.compile(r"^(?:> ?){1,20}")
_QUOTED_HEADER = re.compile(
    r"(?:From|To|Cc|Bcc|Von|An|De|À|A|Reply-To|Antwort an|Répondre à)\s?:\s.{0,300}@.{0,300}", re.IGNORECASE
)


def paragraphs(body: str, *, flowed: bool) -> tuple[str, ...]:
    """The lines of a body; `flowed` says that a line ending in a space goes on in the next (RFC 3676)."""
    text = body.replace("\r\n", "\n").replace("\r", "\n")
    cut = _SIGNATURE.split(text, maxsplit=1)[0]
    kept = (_QUOTED.sub("", line) for line in cut.split("\n"))
    lines = (line for line in kept if _QUOTED_HEADER.fullmatch(line.strip()) is None)
    return tuple(_joined(lines) if flowed else lines)


def _joined(lines: Iterator[str]) -> Iterator[str]:
    open_line: list[str] = []
    for line in lines:
        open_line.append(line)
        if not line.endswith(" "):
            yield "".join(open_line)
            open_line = []
    yield "".join(open_line)
