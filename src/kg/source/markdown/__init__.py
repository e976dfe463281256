"""Markdown: a light reading of what event pages use, to text without its marks."""
