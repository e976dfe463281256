"""What a long page was read with is given back to the system.

The tree of a page of ten megabytes takes several times its size. The C library keeps it for later, but Python has an
allocator of its own: unless it is asked to let go, the process keeps both that and all that is found in the page.
The same goes for what a portion of a long page is read with.
"""

LONG = 1_000_000
"""Characters; of a shorter page there is too little to ask for."""


def give_back(length: int) -> None:
    """Ask the C library to let go of what is free, after a long page; only that of GNU knows how."""
    if length < LONG:
        return
    import ctypes  # noqa: PLC0415 - for long pages alone

    trim = getattr(ctypes.pythonapi, "malloc_trim", None)
    if trim is not None:
        trim(0)
