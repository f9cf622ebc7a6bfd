"""What is shown of pages, as the content of `text-` files, and where their sections stand.

    text       pages, in the order of their groups, each
               [group, id, group id, url, title, [section id, heading, facet, block, text]…]
    sections   PAGES pages each, [ids, facet and gap to the block of each section, packed]

What readers see has its letters exchanged (see `shown`).  A page that is found in one language
and shown in another needs the texts of this one alone, and of that one the sections.

Only what makes an index imports this module: NumPy takes a while to start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playbook.search.documents import FACETS, Document
from playbook.search.packing import pack_numbers

# Characters of text in one file, unless one page has more.
TEXT_SIZE = 1500

# Pages in one file of sections.
PAGES = 32

# Characters exchanged at once.
_AT_ONCE = 1 << 17

# Between texts that are exchanged together.
_APART = "\0"

_CODES = "utf-16-le"


def text_files(
    documents: Sequence[Document],
    numbers: Sequence[int],
    starts: Sequence[Sequence[int]],
    exchanged: Mapping[int, int],
) -> tuple[list[list[Any]], list[int]]:
    """The files of a language's pages, and the group each file begins with.

    `numbers` are the groups of the pages, ascending, `starts` the first block of each section,
    `exchanged` the letters of the language that change places with Latin ones.
    """
    said = _exchanged((text for document in documents for text in _said(document)), exchanged)
    files: list[list[Any]] = []
    firsts: list[int] = []
    size = 0
    for number, d, blocks in zip(numbers, documents, starts, strict=True):
        grown = sum(len(section.text) for section in d.sections)
        if not files or size + grown > TEXT_SIZE:
            files.append([])
            firsts.append(number)
            size = 0
        page: list[Any] = [number, d.id, d.group, d.url, next(said)]
        page += (
            [s.id, next(said), FACETS.index(s.facet), block, next(said)]
            for s, block in zip(d.sections, blocks, strict=False)
        )
        files[-1].append(page)
        size += grown
    return files, firsts


def section_files(
    documents: Sequence[Document], starts: Sequence[Sequence[int]]
) -> list[list[list[Any]]]:
    """The files of sections; none where no page has several: they would save little."""
    if all(len(document.sections) < 2 for document in documents):
        return []
    pages = [
        [
            [section.id for section in document.sections],
            pack_numbers(
                number
                for section, (before, block) in zip(
                    document.sections, pairwise((0, *blocks)), strict=False
                )
                for number in (FACETS.index(section.facet), block - before)
            ),
        ]
        for document, blocks in zip(documents, starts, strict=True)
    ]
    return [pages[at : at + PAGES] for at in range(0, len(pages), PAGES)]


def _said(document: Document) -> Iterator[str]:
    """What readers see of a page, in the order it has in a file."""
    yield document.title
    for section in document.sections:
        yield section.heading
        yield section.text


def _exchanged(texts: Iterable[str], exchanged: Mapping[int, int]) -> Iterator[str]:
    """Texts with their letters exchanged, many at once: one by one it takes ten times as long."""
    if not exchanged:
        yield from texts
        return
    table = np.arange(0x10000, dtype=np.uint16)
    table[list(exchanged)] = list(exchanged.values())
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size > _AT_ONCE:
            yield from _all_by(table, waiting)
            waiting, size = [], 0
    yield from _all_by(table, waiting)


def _all_by(table: NDArray[np.uint16], texts: Sequence[str]) -> list[str]:
    whole = _APART.join(texts)
    if whole.count(_APART) > len(texts) - 1:
        return [_by(table, text) for text in texts]
    return _by(table, whole).split(_APART)


def _by(table: NDArray[np.uint16], text: str) -> str:
    """A text with every character taken from a table; those outside the BMP stay."""
    codes = np.frombuffer(text.encode(_CODES, "surrogatepass"), np.uint16)
    return table.take(codes).tobytes().decode(_CODES, "surrogatepass")
