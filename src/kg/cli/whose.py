"""By whom a judgement is made, and on which day."""

import datetime
import getpass

from kg.errors import InputError


def today() -> str:
    """The day on which a judgement is made."""
    return datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()


def user() -> str:
    """The name of the person at this computer.

    Raises:
        InputError: it is not known.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise InputError("your name is not known here.", hint="Give it with --by NAME.") from error
