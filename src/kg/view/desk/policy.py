"""What the browser may do on the page: next to nothing, and it is told so before any program runs."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Final

_POLICY: Final = {
    "default-src": "'none'",
    "style-src": "'unsafe-inline'",
    "img-src": "data: blob:",
    "connect-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}


def policy(*scripts: str, more: Mapping[str, str]) -> str:
    """The Content-Security-Policy of a page.

    Args:
        scripts: the programs that may run, which it names by their hash.
        more: what else a part of the page needs, by directive.
    """
    directives = {**_POLICY, "script-src": " ".join(f"'sha256-{_hash(script)}'" for script in scripts)}
    for name, sources in more.items():
        known = directives.get(name, "'none'")
        directives[name] = sources if known == "'none'" else f"{known} {sources}"
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _hash(script: str) -> str:
    """As a browser takes it: of all that stands between the tags."""
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
