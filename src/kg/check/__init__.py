"""What is wrong with a graph: shapes, check queries, and every quote compared with its text.

A finding is an Issue that says what is wrong, where it is written, and what to do; docs/check.md describes every check.
"""

from kg.check.noted import noted
from kg.check.rendering import as_json_lines, render
from kg.check.reporting import report

__all__ = ["as_json_lines", "noted", "render", "report"]
