"""Source pages and files: text, Markdown and HTML become Documents; a page's furniture stays behind."""

from kg.source.reading import decoded, pages, read

__all__ = ["decoded", "pages", "read"]
