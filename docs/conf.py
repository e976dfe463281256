"""Settings of the documentation: MyST Markdown to HTML, with warnings as errors (`make docs`)."""

import re
from pathlib import Path

_version = re.search(
    r'__version__ = "(.+)"', (Path(__file__).parents[1] / "src" / "kg" / "__init__.py").read_text("utf-8")
)
assert _version is not None

project = "kg"
author = "The kg developers"
copyright = "2026, The kg developers. CC BY 4.0"
release = version = _version[1]

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = "kg"
