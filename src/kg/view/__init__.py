"""The interactive network: one HTML file that opens from disk, asks no server for anything, and shows every quote.

docs/view.md shows it to its readers.
"""

from kg.view.inline import Inline, inline
from kg.view.pages import RENDERERS, page, write

__all__ = ["RENDERERS", "Inline", "inline", "page", "write"]
