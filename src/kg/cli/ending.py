"""How a command ends: what went wrong as one line, and an exit code."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import InputError, KgError

INTERRUPTED = 130
BUG = 70


class Code:
    """The exit code of a command; 0 unless something goes wrong."""

    value = 0


@contextmanager
def ending() -> Iterator[Code]:
    """Turn whatever the block raises into one line on standard error and a code."""
    code = Code()
    try:
        yield code
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone; say nothing
    except KgError as error:
        code.value = said(str(error), error.exit_code)
    except OSError as error:
        code.value = said(f"{error.strerror or error}: {error.filename or 'standard output'}", InputError.exit_code)
    except KeyboardInterrupt:
        code.value = said("interrupted", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the outermost shell: nothing may end in a bare traceback
        code.value = _bug(error)


def said(message: str, code: int) -> int:
    """Say one line, and give the code on."""
    sys.stderr.write(f"kg: {' '.join(message.split())}\n")
    return code


def _bug(error: Exception) -> int:
    if os.environ.get("KG_DEBUG"):
        raise error
    return said(
        f"a fault of kg itself, not of your input: {type(error).__name__}: {error}. "
        "Please report it with what you ran; KG_DEBUG=1 shows where it arose.",
        BUG,
    )
