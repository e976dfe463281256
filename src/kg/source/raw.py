"""The bytes of a page before they are read: what may be how large, and how a file is taken in."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, SourceError

MOST_BYTES = 32 * 1024 * 1024
"""A page of people is far below this; a larger one is some other thing."""

MOST_OFFICE_BYTES = 64 * 1024 * 1024
"""Of a PDF or an office document most bytes are pictures."""

OFFICE = (".docx", ".odt", ".pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One page as it came: its bytes, what it is called, and the charset its server named."""

    data: bytes
    path: Path
    charset: str | None = None


def file_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        InputError: there is no such file, it is a folder, or it cannot be read.
        SourceError: it is too large to be a page.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder, not a page.", hint="Name the files in it, or give it to `kg build`.")
    most = MOST_OFFICE_BYTES if path.suffix.lower() in OFFICE else MOST_BYTES
    try:
        size = path.stat().st_size
        if size > most:
            raise SourceError(f"{path} has {size} bytes; a page has at most {most}.", hint="Cut it into parts.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"no such file: {path}", hint="Check the spelling and the folder.") from error
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise InputError(f"cannot read {path}: {said}.", hint="Check its permissions.") from error
