"""Fetched pages kept as files, named by their checksum, with address and day in the sources.yaml beside them."""

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

from kg import files
from kg.errors import SourceError
from kg.source.fetch.kept import Kept
from kg.source.fetch.web import Fetched, Web
from kg.source.formats import SUFFIXES
from kg.source.listing import NAME

_FORMS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_ANYTHING = frozenset({"application/octet-stream", "binary/octet-stream", "application/x-download"})
_CHARSET = re.compile(r"[A-Za-z0-9_.:-]{2,40}")


def keep(url: str, web: Web, folder: Path, *, day: str) -> Kept:
    """Fetch a page and keep its bytes in a folder.

    Args:
        url: the address of the page.
        web: the visitor that fetches it.
        folder: where the file goes.
        day: the day of today (`YYYY-MM-DD`), kept as the day of retrieval.

    Raises:
        InputError: no http(s) address, or the folder cannot be written to.
        SourceError: the page cannot be had, or is of no form that kg reads.
    """
    page = web.get(url)
    path = folder / f"{hashlib.sha256(page.answer.data).hexdigest()}{_suffix(page)}"
    files.write(path, page.answer.data)
    _note(folder / NAME, path.name, page, day)
    return Kept(path=path, url=str(page.address))


def _suffix(page: Fetched) -> str:
    form = page.answer.form
    named = Path(urlsplit(str(page.address)).path).suffix.lower()
    if form in _FORMS:
        return named if form == "text/plain" and named == ".md" else _FORMS[form]
    if form in _ANYTHING and named in SUFFIXES:
        return named
    raise SourceError(
        f"{page.address} is {form}, which kg does not read.", hint="kg reads " + ", ".join(SUFFIXES) + "."
    )


def _note(listing: Path, name: str, page: Fetched, day: str) -> None:
    """Enter a page into sources.yaml."""
    import yaml  # noqa: PLC0415

    known = files.read_yaml(listing) if listing.is_file() else None
    entry = {"url": str(page.address), "retrieved": day}
    if page.answer.charset and _CHARSET.fullmatch(page.answer.charset):
        entry["charset"] = page.answer.charset
    listed = dict(sorted({**(known or {}), name: entry}.items()))
    files.write(listing, yaml.dump(listed, allow_unicode=True, sort_keys=False).encode("utf-8"))
