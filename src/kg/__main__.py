"""`python -m kg` and the script `kg`: the command line."""

import gc
import os
import sys

OBJECTS = 50_000
"""New objects before garbage is looked for. Loading a command makes fewer, so it is not interrupted (5 ms)."""


def run() -> int:
    """Run the command line and return its exit code."""
    gc.set_threshold(OBJECTS, 20, 20)
    from kg.cli import main  # noqa: PLC0415 - what it loads is what is not to be interrupted

    code = main()
    if sys.argv[1:2] == ["query"]:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)  # a question has nothing to put away (3 ms)
    gc.freeze()  # the process ends here: nothing is to be looked through once more (8 ms)
    return code


if __name__ == "__main__":
    sys.exit(run())
