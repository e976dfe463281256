"""A citable knowledge graph of cross-border actors, from French, German and English event pages."""

__version__ = "0.1.0"
