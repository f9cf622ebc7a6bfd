"""Texts of pages and where their sections stand, as files have them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playbook.search.documents import FACETS, Document, Section
from playbook.search.packing import unpack_numbers
from playbook.search.shown import exchange
from playbook.search.text_files import PAGES, TEXT_SIZE, section_files, text_files


def page(number: int, *texts: str) -> Document:
    sections = tuple(
        Section(f"s{i}", text[:9], FACETS[i % 4], text) for i, text in enumerate(texts)
    )
    return Document(f"ka/{number}", f"g{number:03}", "ka", f"{number}.html", texts[0][:9], sections)


@given(st.lists(st.lists(st.text(), min_size=1, max_size=3), max_size=4))
def test_texts_come_back_as_they_were(pages: list[list[str]]) -> None:
    """Also with what tells them apart, and characters outside the first plane."""
    table = exchange("აის")
    documents = [page(n, *texts) for n, texts in enumerate(pages)]
    starts = [range(len(texts) + 1) for texts in pages]
    files, _ = text_files(documents, range(len(pages)), starts, table)
    rows = [row for file in files for row in file]
    assert [[text.translate(table) for *_, text in row[5:]] for row in rows] == pages
    assert [row[4].translate(table) for row in rows] == [d.title for d in documents]


def test_long_pages_have_files_of_their_own_and_short_ones_share() -> None:
    documents = [page(0, "a" * TEXT_SIZE), page(1, "b"), page(2, "c"), page(3, "d" * TEXT_SIZE)]
    files, firsts = text_files(documents, [0, 2, 5, 7], [[0, 1]] * 4, {})
    assert [[row[0] for row in file] for file in files] == [[0], [2, 5], [7]]
    assert firsts == [0, 2, 7]


def test_sections_are_kept_where_pages_have_several() -> None:
    documents = [page(n, "a", "b", "c") for n in range(PAGES + 1)]
    files = section_files(documents, [[5, 9, 20, 22]] * len(documents))
    assert [len(file) for file in files] == [PAGES, 1]
    ids, packed = files[0][0]
    assert ids == ["s0", "s1", "s2"]
    assert unpack_numbers(packed) == [0, 5, 1, 4, 2, 11]
    assert section_files([page(0, "a")], [[0, 1]]) == []
