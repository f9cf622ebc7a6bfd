"""Stamping sections, and seeing what changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.errors import PlaybookError
from playbook.library import load_library
from playbook.model import Library, Page
from playbook.translate import State, section_states
from playbook.translate.diff import Change, diff_page, word_runs
from playbook.translate.mark import mark_sections


def pages(content: Path) -> tuple[Library, Page, Page]:
    library = load_library(content)
    page, reference = library.page("ka", "playbooks/late"), library.page("en", "playbooks/late")
    assert page and reference
    return library, page, reference


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def write(content: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (content / path).write_text(text, "utf-8")


@pytest.fixture
def moved_on(content: Path) -> Path:
    edit(content / "en/playbooks/late.md", "nine days late", "ten days late")
    return content


def test_only_the_changed_section_is_stale(moved_on: Path) -> None:
    _, page, reference = pages(moved_on)
    states = section_states(page, reference)
    assert [id for id, state in states.items() if state is State.STALE] == ["signs"]


def test_diff_shows_the_words_beside_the_translation(moved_on: Path) -> None:
    library, page, reference = pages(moved_on)
    (section,) = diff_page(library, page, reference)
    (segment,) = section.segments
    assert (section.id, section.known, segment.key) == ("signs", True, "signs/nine-days")
    changed = [(run.change, run.text) for run in segment.runs if run.change is not Change.SAME]
    assert changed == [(Change.REMOVED, "nine"), (Change.ADDED, "ten")]
    assert segment.translation == "ბოლო ანგარიში ცხრა დღით დააგვიანეს."


def test_a_section_whose_text_did_not_change_is_refused(moved_on: Path) -> None:
    library, page, reference = pages(moved_on)
    with pytest.raises(PlaybookError, match="the same as when it was stamped last"):
        mark_sections(library, page, reference, ["signs"])
    marked = mark_sections(library, page, reference, ["signs"], unchanged=True)
    write(moved_on, marked.files)
    _, page, reference = pages(moved_on)
    assert set(section_states(page, reference).values()) == {State.CURRENT}


def test_a_section_that_was_redone_is_stamped_alone(moved_on: Path) -> None:
    edit(moved_on / "en/playbooks/late.md", "They know what is missing.", "They know.")
    edit(moved_on / "ka/playbooks/late.md", "ცხრა დღით", "ათი დღით")
    library, page, reference = pages(moved_on)
    write(moved_on, mark_sections(library, page, reference, ["signs"]).files)
    library, page, reference = pages(moved_on)
    states = section_states(page, reference)
    assert states["signs"] is State.CURRENT
    assert states["strategy"] is State.STALE
    assert [section.id for section in diff_page(library, page, reference)] == ["strategy"]


def test_marking_changes_the_stamp_and_nothing_else(moved_on: Path) -> None:
    library, page, reference = pages(moved_on)
    files = mark_sections(library, page, reference, ["signs"], unchanged=True).files
    before = page.source.split("\n")
    after = files["ka/playbooks/late.md"].split("\n")
    assert len(before) == len(after)
    (line,) = [n for n, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    assert after[line].startswith("    signs: ")


@pytest.mark.parametrize(
    ("section", "message"),
    [("sign", "the reference has no section"), ("messages", "the translation has no section")],
)
def test_a_section_that_is_not_there_is_refused(content: Path, section: str, message: str) -> None:
    file = content / "ka/playbooks/late.md"
    file.write_text(file.read_text("utf-8").split("## წერილები")[0], "utf-8")
    library, page, reference = pages(content)
    with pytest.raises(PlaybookError, match=message):
        mark_sections(library, page, reference, [section])


def test_without_anything_kept_the_whole_section_is_shown(moved_on: Path) -> None:
    (moved_on / "ka/.made-from/playbooks/late.md").unlink()
    library, page, reference = pages(moved_on)
    (section,) = diff_page(library, page, reference)
    assert not section.known
    assert [segment.key for segment in section.segments] == [
        "signs/heading",
        "signs/nine-days",
        "signs/asks-again",
    ]


def test_words_are_compared_as_words() -> None:
    runs = list(word_runs("one two three", "one 2 three four"))
    assert [(run.change.value, run.text) for run in runs] == [
        ("same", "one"),
        ("removed", "two"),
        ("added", "2"),
        ("same", "three"),
        ("added", "four"),
    ]
