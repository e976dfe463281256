"""Fetching pages from the web, politely: public addresses only, robots.txt honoured, everything bounded."""

from kg.source.fetch.keeping import Kept, keep, page_id
from kg.source.fetch.web import Limits, Web

__all__ = ["Kept", "Limits", "Web", "keep", "page_id"]
