"""HTML that escapes by itself: text becomes markup only through `Element`, and links lead to http(s) only."""

import base64
import hashlib
from dataclasses import dataclass, field
from html import escape
from typing import Final

STYLE: Final = (
    "body{font:14px/1.4 system-ui,sans-serif;margin:.7em;color:#1a1a1a;background:#fff}"
    "h1{font-size:1.15em;margin:0 0 .3em}h2{font-size:1em;margin:.8em 0 .2em}p,ul,dl{margin:.2em 0}"
    "ul{padding-left:1.1em}dt{font-weight:600;float:left;clear:left;margin-right:.5em}dd{margin:0 0 .1em}"
    "q{quotes:none}small{color:#555}code{background:#f2f2f2;padding:.1em .3em}"
)
_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()


@dataclass(frozen=True, slots=True)
class Element:
    """One element; what it holds is text, which is escaped, or other elements."""

    tag: str
    inner: "tuple[Element | str, ...]" = ()
    attributes: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        named = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        inner = "".join(str(one) if isinstance(one, Element) else escape(one) for one in self.inner)
        return f"<{self.tag}{named}>{inner}</{self.tag}>"


def element(tag: str, *inner: "Element | str", **attributes: str) -> Element:
    """An element with what it holds."""
    return Element(tag, inner, attributes)


def link(address: str, text: str) -> Element | str:
    """A link, where the address is one of the web; else the text alone."""
    if not address.startswith(("https://", "http://")):
        return text
    return Element("a", (text,), {"href": address, "rel": "noopener noreferrer", "target": "_blank"})


def page(title: str, language: str, *inner: Element | str) -> str:
    """A whole page, without any script."""
    head = element("title", title)
    body = element("body", *inner)
    meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    style = f"<style>{STYLE}</style>"
    return f'<!DOCTYPE html><html lang="{escape(language)}"><head>{meta}{head}{style}</head>{body}</html>'


def policy(frames: tuple[str, ...]) -> str:
    """The content security policy of a page: nothing but its own style; framed by those origins only."""
    framed = " ".join(("'self'", *frames))
    return (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors {framed}"
    )
