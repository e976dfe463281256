"""Files written whole or not at all.

A reader sees the old file or the new one, never half of one: everything goes to a temporary file in the same
folder, is flushed to the disk and then takes the name. A full or read-only disk leaves the old file as it was.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import IO, Any, Final

from kg.errors import InputError

TEMPORARY: Final = ".kg~"
"""How the names of files end that are still being written."""


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file that becomes `path` when the block ends without an error.

    Raises:
        InputError: the disk refused a write (full, read-only, no such folder); `path` is as it was.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _tidy(path.parent)
        handle, temporary = _opened(path)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _opened(path: Path) -> tuple[int, Path]:
    """A new file beside `path`, locked for as long as it is open: nobody takes it for one that was left."""
    import fcntl  # noqa: PLC0415 - a command that only reads does not need it
    import tempfile  # noqa: PLC0415 - 5 ms that a command which only reads does not need

    while True:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=TEMPORARY, dir=path.parent)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if os.fstat(handle).st_nlink > 0:
            return handle, Path(name)
        os.close(handle)


@cache
def _tidy(folder: Path) -> None:
    """Remove what killed processes have left in a folder; once a process, for a folder may hold thousands of files."""
    import fcntl  # noqa: PLC0415 - as above

    for left in sorted(folder.glob(f".*{TEMPORARY}")):
        with suppress(OSError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


def cannot_write(path: Path, error: OSError) -> InputError:
    """The error for a refused write, in one line."""
    return InputError(
        f"cannot write {path}: {error.strerror or error}.",
        hint="What was there before is unchanged; make room or choose another place with -o, and run it again.",
    )


def write(path: Path, data: bytes) -> None:
    """Write `data` as the whole content of `path`."""
    with writing(path) as file:
        file.write(data)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write text lines (each without its newline) as UTF-8."""
    with writing(path) as file:
        for line in lines:
            file.write(line.encode("utf-8") + b"\n")


def remove_folder(path: Path) -> None:
    """Remove a folder with all that is in it, as far as it can be removed."""
    import shutil  # noqa: PLC0415 - a command that only reads does not need it

    shutil.rmtree(path, ignore_errors=True)


def read_text(path: Path) -> str:
    """Read a UTF-8 file of the user's.

    Raises:
        InputError: there is no such file, it cannot be read, or it is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(f"no such file: {path}", hint="Check the spelling and the folder.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8: byte {error.start} is not text.", hint="Save it as UTF-8.") from error
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}.") from error


def read_yaml(path: Path) -> Any:
    """Read a YAML file; a key that stands twice in one mapping is an error, not a silent overwrite.

    Raises:
        InputError: no such file, or not YAML (with line and column).
    """
    return from_yaml(read_text(path), str(path))


def from_yaml(text: str, where: str) -> Any:
    """The value of a YAML text, read as `read_yaml` reads it; `where` names it in errors.

    Raises:
        InputError: not YAML (with line and column).
    """
    import yaml  # noqa: PLC0415 - 15 ms that most commands do not need

    try:
        return yaml.load(text, Loader=_strict_loader())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = "" if mark is None else f" line {mark.line + 1}, column {mark.column + 1}:"
        raise InputError(f"{where}:{place} {error.problem}", hint="Mend the YAML there.") from error
    except yaml.YAMLError as error:
        raise InputError(f"{where} is not YAML: {error}") from error


def _as_written(loader: Any, node: Any) -> Any:
    return loader.construct_scalar(node)


@cache
def _strict_loader() -> Any:
    import yaml  # noqa: PLC0415

    class StrictLoader(yaml.CSafeLoader):
        """The safe loader, made to refuse duplicate keys and to leave dates as they are written."""

    def mapping(loader: Any, node: Any) -> dict[Any, Any]:
        out: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            if key in out:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            out[key] = loader.construct_object(value_node, deep=True)
        return out

    StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)
    for tag in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"):
        StrictLoader.add_constructor(tag, _as_written)
    return StrictLoader
