"""What is said when a limit was reached or the child ended badly."""

import signal

from kg.errors import InputError
from kg.query.confinement.bounds import Bounds

_NOTHING = "nothing of its answer is given"
_SIMPLER = "Ask it in a simpler form; kg and the graph are unharmed."


def late(bounds: Bounds) -> InputError:
    """Its time was over."""
    return InputError(
        f"the query was stopped: its {bounds.seconds:g} s were over; {_NOTHING}.",
        hint="Ask for less (a LIMIT, a name instead of a variable), or give more with --timeout (timeout= in Python).",
    )


def too_large(bounds: Bounds) -> InputError:
    """Its answer was too large."""
    return InputError(
        f"the query was stopped: its answer has more than {bounds.size} MB; {_NOTHING}.",
        hint="Ask for less (a LIMIT, fewer columns), or take more with --size (`limits` of the graph in Python).",
    )


def out_of_memory(bounds: Bounds) -> InputError:
    """It wanted more memory than it may have."""
    return InputError(
        f"the query was stopped: it needed more than {bounds.memory} MB of memory; {_NOTHING}.",
        hint="Ask for less (no ORDER BY over all), or allow more with --memory (memory= in Python).",
    )


def reached_out() -> InputError:
    """It wanted to call another machine."""
    return InputError(
        f"the query was stopped: it was about to call another machine; {_NOTHING}.",
        hint="The graph is asked here and nowhere else; ask the other endpoint by itself with --endpoint.",
    )


def crashed(by: int, bounds: Bounds) -> InputError:
    """The child ended without a word, by a signal or not."""
    if by == signal.SIGABRT:
        return out_of_memory(bounds)
    if by == signal.SIGSYS:
        return reached_out()
    if by in {signal.SIGXCPU, signal.SIGALRM}:
        return late(bounds)
    if by == signal.SIGKILL:
        return InputError(
            f"the process of the query was killed from outside, as a machine out of memory does; {_NOTHING}.",
            hint="Ask for less, or give it less memory with --memory.",
        )
    how = f"crashed ({signal.Signals(by).name})" if by else "ended without an answer"
    return InputError(f"the process of the query {how}; {_NOTHING}.", hint=_SIMPLER)


def faulted(text: str, data: bytearray, bounds: Bounds) -> InputError:
    """What the child itself said."""
    kind, message, hint = (*data.decode("utf-8", "replace").split("\0"), "", "")[:3]
    if kind == "SyntaxError":
        from kg.query.faults import syntax_error  # noqa: PLC0415 - only a mistake needs it

        return syntax_error(text, SyntaxError(message))
    if kind == "MemoryError":
        return out_of_memory(bounds)
    if hint:
        return InputError(message, hint=hint)
    return InputError(f"the query cannot be answered: {message.rstrip('.')}.", hint="Ask it in a simpler form.")
