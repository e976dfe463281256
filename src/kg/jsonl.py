"""JSON in the one form this project writes it: UTF-8, sorted keys, one line or two-space indent."""

import json
from typing import Any


def line(value: Any) -> str:
    """One JSON value on one line, keys sorted."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def page(value: Any) -> str:
    """One JSON value for people: indented, keys in the order given, a newline at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
