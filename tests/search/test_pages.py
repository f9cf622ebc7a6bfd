"""Pages in a large file are those of a small one, and so are its faults."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.search.conftest import documents

from playbook.errors import PlaybookError
from playbook.search import pages
from playbook.search.pages import at_hand, in_file, survey


def line(lang: str, group: str, text: str = "") -> str:
    sections = [{"id": "a", "heading": "", "facet": None, "text": text}] if text else []
    return json.dumps({"id": f"{lang}/{group}", "group": group, "lang": lang, "sections": sections})


@pytest.fixture(autouse=True)
def every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LARGE", 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pages.jsonl"


def test_pages_are_read_a_language_at_a_time(path: Path) -> None:
    rows = [
        line("ka", "b", "ვადა"),
        line("en", "b"),
        "  ",
        line("en", "a", "naïve"),
        line("fi", "c"),
    ]
    path.write_text("\n".join(rows), "utf-8")
    found = in_file(path, ["fi"])()
    assert list(found.sizes) == ["fi", "en", "ka"]
    assert found.groups == {"a": 0, "b": 1, "c": 2}
    assert found.count == 4
    assert [(d.lang, d.group) for d in found.documents("en")] == [("en", "a"), ("en", "b")]
    assert found.documents("ka")[0].sections[0].text == "ვადა"


def test_pages_at_hand_are_ordered_alike() -> None:
    given = at_hand(documents(), ["ka"])
    assert list(given.sizes) == ["ka", "en", "fi", "hi"]
    assert sum(len(given.documents(code)) for code in given.sizes) == given.count


@pytest.mark.parametrize(
    ("rows", "number", "fault"),
    [
        ([line("en", "a"), "{"], 2, "not a document"),
        ([line("en", "a"), line("fi", "a"), line("en", "a")], 3, "a second page"),
        (["[]"], 1, "not a document"),
    ],
)
def test_a_fault_in_it_is_told_with_its_line(
    path: Path, rows: list[str], number: int, fault: str
) -> None:
    path.write_text("\n".join(rows), "utf-8")
    with pytest.raises(PlaybookError, match=fault) as told:
        in_file(path)()
    assert told.value.line == number


def test_a_file_in_another_encoding_is_refused(path: Path) -> None:
    path.write_bytes(line("en", "a").encode("utf-16"))
    with pytest.raises(PlaybookError, match="not UTF-8"):
        in_file(path)()


def test_a_line_is_found_by_its_bytes(path: Path) -> None:
    rows = [line("hi", "क"), line("en", "a")]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    data = path.read_bytes()
    cut = [data[found.start : found.start + found.bytes].decode() for found in survey(path)]
    assert [row.strip() for row in cut] == rows
