"""What can go wrong, by whose fault and with what next step.

    KgError
    ├── InputError      yours: a file, option, query or parameter      exit 2, HTTP 400
    ├── SourceError     a page cannot be read                          an Issue; the other pages go on
    ├── ContentError    a page or record says something impossible     an Issue; that item is skipped
    ├── DecisionError   decisions contradict each other                exit 2, the chain is shown
    ├── GraphError      a check failed; nothing is published           exit 1
    └── KgBug           ours: please report it                         exit 70

A message says what was wrong, with the value and where it stands; `hint` says the next step.
"""


def joined(message: str, hint: str) -> str:
    """What was wrong and the next step as two sentences on one line."""
    return f"{message}. {hint}" if hint and message[-1:].isalnum() else f"{message} {hint}".rstrip()


class KgError(Exception):
    """Root of all errors that kg raises on purpose.

    Args:
        message: what was wrong, the value, and where; one line.
        hint: what to do next; one line, or empty where there is nothing to add.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        return _made, (type(self), self.message, self.hint)

    def __str__(self) -> str:
        return joined(self.message, self.hint)


class InputError(KgError):
    """The caller gave a file, option, query or parameter that cannot be used."""

    exit_code = 2


class SourceError(KgError):
    """A source page cannot be read."""

    exit_code = 2


class ContentError(KgError):
    """A page, record or authority file says something that cannot be true."""

    exit_code = 2


class DecisionError(KgError):
    """Decisions about identity contradict each other."""

    exit_code = 2


class GraphError(KgError):
    """A check of the graph failed; what was published before is untouched."""

    exit_code = 1


class KgBug(KgError):  # noqa: N818 - the name says whose fault it is
    """Something that cannot happen did."""

    exit_code = 70


def _made(kind: type[KgError], message: str, hint: str) -> KgError:
    """An error as it was, in another process."""
    return kind(message, hint=hint)
