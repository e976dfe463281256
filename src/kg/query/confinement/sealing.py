"""The second wall before the network: on Linux, a child that asks for a connection ends at once, by a signal.

Without files left it could open none either; but an engine that is merely refused one goes on where the query says
SILENT or stands in an EXISTS, and what it then answers looks whole.
"""

import os
import struct
from typing import Final

_PR_SET_SECCOMP: Final = 22
_PR_SET_NO_NEW_PRIVS: Final = 38
_MODE_FILTER: Final = 2
_LOAD: Final = 0x20
_IS_EQUAL: Final = 0x15
_RETURN: Final = 0x06
_ALLOW: Final = 0x7FFF0000
_KILL: Final = 0x80000000
_NUMBER_AT, _MACHINE_AT = 0, 4
_MACHINES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""How the kernel calls a machine, and the number of `socket` there."""


def may_call(text: str) -> bool:
    """Whether an engine could read SERVICE anywhere in a text, within quotes and comments too."""
    return "service" in text.lower()


def seal() -> bool:
    """From now on, whoever in this process asks for a socket ends it; False where the system cannot do so."""
    system = os.uname()
    if system.sysname != "Linux" or system.machine not in _MACHINES:
        return False
    import ctypes  # noqa: PLC0415 - few queries hold the word

    machine, socket = _MACHINES[system.machine]
    steps = ctypes.create_string_buffer(_program(machine, socket))
    call = ctypes.CDLL(None, use_errno=True).prctl
    call.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    rules = ctypes.create_string_buffer(struct.pack("@HP", (len(steps) - 1) // 8, ctypes.addressof(steps)))
    refused: int = call(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or call(
        _PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(rules), 0, 0
    )
    return refused == 0


def _program(machine: int, socket: int) -> bytes:
    """The rule in the kernel's own notation: on this machine, kill at `socket`; allow all else."""
    steps = (
        (_LOAD, 0, 0, _MACHINE_AT),
        (_IS_EQUAL, 0, 3, machine),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_IS_EQUAL, 0, 1, socket),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    )
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
