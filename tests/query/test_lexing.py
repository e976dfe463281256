import pytest

from kg.query.lexing import after_prologue, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("?a < ?b", [("variable", "?a"), ("mark", "<"), ("variable", "?b")]),
        ("<http://x#y>(", [("iri", "<http://x#y>"), ("mark", "(")]),
        (r"<a\u0041>{", [("iri", r"<a\u0041>"), ("mark", "{")]),
        ("'#(' )", [("string", "'#('"), ("mark", ")")]),
        ('"\\"}" }', [("string", '"\\"}"'), ("mark", "}")]),
        ('"""a"b""c"""{', [("string", '"""a"b""c"""'), ("mark", "{")]),
        ("'''it's '' ('''", [("string", "'''it's '' ('''")]),
        ("# ({[\n}", [("mark", "}")]),
        ("kg:SERVICE :from ?load", [("name", "kg:SERVICE"), ("name", ":from"), ("variable", "?load")]),
        (r"kg:a\(b", [("name", r"kg:a\(b")]),
        (
            "kg:competentFor?/kg:within*",
            [("name", "kg:competentFor"), ("mark", "?"), ("mark", "/"), ("name", "kg:within"), ("mark", "*")],
        ),
        ("kg:a.b.", [("name", "kg:a.b"), ("mark", ".")]),
        ("kg:.a", [("name", "kg:"), ("mark", "."), ("word", "a")]),
        ("_:b1 kg:a\u0301b", [("name", "_:b1"), ("name", "kg:a\u0301b")]),
        ("1.5e-3AS 2.ASK", [("number", "1.5e-3"), ("word", "AS"), ("number", "2"), ("mark", "."), ("word", "ASK")]),
        ('"x"@fr-LU', [("string", '"x"'), ("tag", "@fr-LU")]),
        ("'open a", [("string", "'open a")]),
        ("'open\nASK", [("string", "'open"), ("word", "ASK")]),
    ],
)
def test_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(token.kind, token.text) for token in tokens(text)] == expected


def test_tokens_know_where_they_begin() -> None:
    text = "ASK # x\n { }"
    assert [text[token.start :][: len(token.text)] for token in tokens(text)] == ["ASK", "{", "}"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("PREFIX a: <b> BASE <c> SELECT * {}", "SELECT"),
        ("base <c> prefix : <b> ask {}", "ask"),
        ("DESCRIBE <a>", "DESCRIBE"),
    ],
)
def test_after_prologue(text: str, first: str) -> None:
    found = tokens(text)
    assert found[after_prologue(found)].text == first


def test_a_text_that_is_all_prologue() -> None:
    found = tokens("PREFIX a:")
    assert after_prologue(found) == len(found)
