"""Source pages and files: each becomes a Document; a page's furniture stays behind.

Read are plain text, Markdown, HTML, PDF, DOCX, ODT and e-mail; `kg.source.fetch` fetches pages from the web.
"""

from kg.source.formats import SUFFIXES
from kg.source.listing import listed
from kg.source.reading import decoded, document_id, pages, read

__all__ = ["SUFFIXES", "decoded", "document_id", "listed", "pages", "read"]
