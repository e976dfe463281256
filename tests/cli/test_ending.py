import pytest

from kg.cli.ending import BUG, INTERRUPTED, ending
from kg.errors import GraphError, InputError


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (InputError("no such\nfile.", hint="Look."), 2, "kg: no such file. Look.\n"),
        (GraphError("a check failed."), 1, "kg: a check failed.\n"),
        (FileNotFoundError(2, "No such file", "x"), 2, "kg: No such file: x\n"),
        (OSError("odd"), 2, "kg: odd: standard output\n"),
        (KeyboardInterrupt(), INTERRUPTED, "kg: interrupted\n"),
        (ZeroDivisionError("by zero"), BUG, "kg: a fault of kg itself, not of your input: ZeroDivisionError"),
    ],
)
def test_one_line_and_a_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, words: str
) -> None:
    monkeypatch.delenv("KG_DEBUG", raising=False)
    with ending() as ended:
        raise error
    said = capsys.readouterr().err
    assert ended.value == code
    assert said.startswith(words)
    assert said.count("\n") == 1


def test_all_went_well(capsys: pytest.CaptureFixture[str]) -> None:
    with ending() as ended:
        pass
    assert (ended.value, capsys.readouterr().err) == (0, "")
