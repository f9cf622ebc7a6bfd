"""The work grows with the length, counted in steps: time says nothing on a busy machine."""

from __future__ import annotations

import pytest

from playbook.normalise import bounds
from playbook.normalise import said as said_module
from playbook.normalise.clean import splices
from playbook.normalise.cues import cue_book
from playbook.normalise.merging import COMPARED, _Entry, _Merging
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.said import Memory, Said


def test_a_statement_is_held_against_few_others() -> None:
    merging = _Merging()
    for number in range(4 * COMPARED):
        stems = frozenset(f"{number} {part}" for part in range(8)) | {"client"}
        merging.add(_Entry(str(number), "sign", {f"x:{number}": None}, stems, False))
    assert len(merging.entries) == 4 * COMPARED
    assert merging.looked_at <= len(merging.entries)


def test_a_statement_said_again_is_one_with_every_cite() -> None:
    merging = _Merging()
    stems = frozenset(("the", "client", "never", "pays"))
    for number in range(1_000):
        merging.add(_Entry("The client never pays.", "sign", {f"x:{number}": None}, stems, False))
    assert [len(entry.cites) for entry in merging.entries] == [1_000]
    assert merging.looked_at < 1_000


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts that are read word by word, each time they are."""
    texts: list[str] = []

    class Counted(Said):
        def __init__(self, text: str, book: object) -> None:
            texts.append(text)
            super().__init__(text, book)  # type: ignore[arg-type]

    monkeypatch.setattr(said_module, "Said", Counted)
    return texts


def test_equal_texts_are_read_once(made: list[str]) -> None:
    memory = Memory(cue_book("en"), texts=4)
    for _ in range(50):
        for text in ("one line", "another", "a third"):
            assert memory.read(text).text == text
    assert sorted(made) == ["a third", "another", "one line"]
    for number in range(20):
        memory.read(f"line {number}")
    assert len(memory.young) <= 4 and len(memory.old) <= 4


def test_a_half_of_a_word_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(word: str, _: str) -> bool:
        asked.append(word)
        return True

    monkeypatch.setattr(splices, "is_known", counted)
    words = [f"{a}{b}{c}" for a in "bdfg" for b in "aeiou" for c in "klmnprst"]
    lines = [" ".join(words[at : at + 10]) + "." for at in range(0, len(words), 10)]
    article = decode_article("\n".join(lines).encode(), name="x.txt", path="x.txt")
    normalise(article, source_id="x", language="en")
    assert asked and len(asked) == len(set(asked))


def test_no_more_lines_are_read_in_full_than_the_bound(
    monkeypatch: pytest.MonkeyPatch, made: list[str]
) -> None:
    monkeypatch.setattr(bounds, "MOST_BLOCKS", 50)
    counts: list[int] = []
    for lines in (100, 1_000):
        made.clear()
        text = "On day {0}, seen {0} times, the client of shop {0} yells.\n"
        said = "".join(text.format(n) for n in range(lines, 2 * lines))
        result = normalise(decode_article(said.encode(), name="x", path="x"), source_id="x")
        assert len(result.lines) == lines
        counts.append(len(made))
    assert counts == [50, 50]
