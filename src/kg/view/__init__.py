"""The interactive network: one HTML file that opens from disk, asks no server for anything, and shows every quote.

docs/view.md shows it to its readers.
"""

from kg.view.assembly import page, write

__all__ = ["page", "write"]
