"""What can be asked for: files, folders, globs, addresses, lists of addresses."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.harvest import find_jobs


def names(*given: object) -> list[str]:
    return [job.name for job in find_jobs([str(one) for one in given])]


def test_a_folder_and_a_file_of_it_are_each_page_once(pages: Path) -> None:
    assert names(pages / "p3.txt", pages) == ["p3", "p0", "p1", "p2", *(f"p{n}" for n in range(4, 10))]


def test_a_glob_is_read_by_name(pages: Path) -> None:
    (pages / "deep").mkdir()
    (pages / "deep" / "p1.md").write_text("text", "utf-8")
    (pages / "p1.xlsx").write_text("text", "utf-8")
    assert names(pages / "p[12].*") == ["p1", "p2"]
    assert names(f"{pages}/**/p1.*") == ["p1.md", "p1.txt"]


def test_a_list_of_addresses(tmp_path: Path) -> None:
    path = tmp_path / "a.urls"
    path.write_text("# seen in May\nhttps://example.org/a\n\nhttps://example.org/b/c\nhttps://example.org/a\n", "utf-8")
    jobs = find_jobs([str(path)])
    assert [(job.name, job.url) for job in jobs] == [
        ("example-org-a", "https://example.org/a"),
        ("example-org-b-c", "https://example.org/b/c"),
    ]


def test_a_list_with_something_else_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.urls"
    path.write_text("https://example.org/a\nfile:///etc/passwd\n", "utf-8")
    with pytest.raises(InputError, match="line 2"):
        find_jobs([str(path)])


@pytest.mark.parametrize("given", ["*.none", "no?page", "https://", "http://a:b@example.org/"])
def test_what_leads_nowhere(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        find_jobs([given])


def test_records_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for path in (tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt", tmp_path / "b" / "x.md"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("text", "utf-8")
    assert names(tmp_path / "a", tmp_path / "b") == ["x.txt", "x.md", "x.txt-2"]
