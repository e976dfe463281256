"""Why an endpoint gave no answer, told apart by what can be done about it."""

from kg.errors import InputError


class RefusedError(InputError):
    """The endpoint answered with an error status."""

    status: int = 0
    challenges: tuple[str, ...] = ()
    """How it wants to be told who asks, where it wants that."""
    retry_after: float | None = None
    """After how many seconds it wants to be asked again, where it says so."""


class UnreachableError(InputError):
    """No connection, or one that broke."""


class ExceededError(InputError):
    """The answer takes too long or is too large: less must be asked."""
