from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.query import Engine
from kg.view import RENDERERS, page, write

each_renderer = pytest.mark.parametrize("renderer", RENDERERS)


@each_renderer
def test_written_file_is_the_page(evening: Engine, renderer: str, tmp_path: Path) -> None:
    write(evening, tmp_path / "network.html", renderer=renderer, language="de")
    written = (tmp_path / "network.html").read_bytes()
    assert written == page(evening, renderer=renderer, language="de").encode("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["network.html"]


@each_renderer
def test_unknown_language_is_refused(evening: Engine, renderer: str) -> None:
    with pytest.raises(InputError, match="'lb'") as caught:
        page(evening, renderer=renderer, language="lb")
    assert "fr, de, en" in caught.value.hint


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        ({"renderer": "gephi"}, "'gephi'"),
        ({"renderer": "pyvis", "sparql": True}, "'sparql'"),
        ({"colour": "red"}, "'colour'"),
    ],
)
def test_what_a_renderer_cannot_do_is_refused(evening: Engine, options: dict[str, Any], wrong: str) -> None:
    with pytest.raises(InputError, match=wrong):
        page(evening, **options)


@each_renderer
def test_nothing_in_the_page_is_asked_for_elsewhere(hostile: Engine, renderer: str) -> None:
    head = page(hostile, renderer=renderer).partition("</head>")[0]
    assert "default-src &#x27;none&#x27;" in head
    assert "connect-src &#x27;none&#x27;" in head
    assert "http" not in head.replace("http-equiv", "")
