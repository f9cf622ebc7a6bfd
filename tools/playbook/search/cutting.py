"""Documents cut into words: which form stands in which field and block, for a whole language.

Only what makes an index imports this module: NumPy takes a while to start.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playbook.search.analysis import (
    ALIAS,
    BLOCK,
    BLOCKS,
    PAGES,
    TITLE,
    heading_field,
    text_field,
    word_form,
)
from playbook.search.bits import Ints
from playbook.search.documents import Document
from playbook.search.word_runs import word_runs
from playbook.text.fold import fold_words

_PAGE, _FIELD = PAGES.bit_length() - 1, BLOCKS.bit_length() - 1

# Bits of a number that is not negative.
_WHOLE = 63

# Characters cut into words at once.
_AT_ONCE = 1 << 17


@dataclass(frozen=True)
class Words:
    """The words of a language's documents, pages numbered in the order they come.

    The places of the form `forms[i]` are `places[bounds[i] : bounds[i + 1]]`, ascending, one for
    each time it stands there: page * PAGES + field * BLOCKS + block.
    """

    forms: list[str]  # ascending
    bounds: Ints
    places: Ints
    lengths: list[int]  # words of each page
    starts: list[tuple[int, ...]]  # first block of each section and, last, the block after them

    def on_pages(self, number_of: Mapping[int, int]) -> Iterator[tuple[str, list[int], bytes]]:
        """(form, pages, places) of every form on these pages, which get these numbers.

        The numbers rise with the pages; a place is eight bytes in the machine's order.
        """
        places, bounds = self.places, self.bounds
        page = places >> _PAGE
        if len(number_of) < len(self.lengths):
            number = np.full(len(self.lengths), -1)
            number[list(number_of)] = list(number_of.values())
            page = number[page]
            wanted = page >= 0
            bounds = np.append(0, np.cumsum(wanted))[bounds]
            page = page[wanted]
            places = places[wanted] % PAGES + page * PAGES
        new = borders(page, bounds)
        pages = page[new].astype(np.int32)
        firsts = np.searchsorted(new, bounds).tolist()
        data, size = places.tobytes(), places.itemsize
        ends = (bounds * size).tolist()
        for i, form in enumerate(self.forms):
            if firsts[i] < firsts[i + 1]:
                yield form, pages[firsts[i] : firsts[i + 1]].tolist(), data[ends[i] : ends[i + 1]]


def borders(numbers: Ints, bounds: Ints) -> Ints:
    """Where a run of equal numbers begins; runs end at `bounds`."""
    new = np.ones(len(numbers), bool)
    new[1:] = numbers[1:] != numbers[:-1]
    new[bounds[bounds < len(numbers)]] = True
    return np.flatnonzero(new)


def cut(documents: Sequence[Document]) -> Words:
    """Cut documents into words and note where each stands."""
    lines = _Lines()
    for page, document in enumerate(documents):
        lines.add(page, document)
    return lines.words()


class _Lines:
    """The lines of the documents while they are added.

    Texts (a title, an alias, a heading, what a section says) have lines, lines have words;
    a word is known by a number.
    """

    def __init__(self) -> None:
        self._number_of = _Numbers()
        self._texts: list[str] = []  # not cut yet
        self._waiting = 0  # characters of these
        self._words: list[NDArray[Any]] = []
        self._lines: list[NDArray[Any]] = []  # words of each
        self._per_text = array("I")  # lines of each text
        self._places = array("q")  # page and field of each text
        self._sections: list[tuple[int, int]] = []  # titles and aliases, sections of each page

    def add(self, page: int, document: Document) -> None:
        texts = [(TITLE, document.title), *((ALIAS, alias) for alias in document.aliases)]
        self._sections.append((len(texts), len(document.sections)))
        for section in document.sections:
            texts.append((heading_field(section.facet), section.heading))
            texts.append((text_field(section.facet), section.text))
        for field, text in texts:
            self._texts.append(text)
            self._waiting += len(text)
            self._per_text.append(text.count("\n") + 1)
            self._places.append(page * PAGES + field * BLOCKS)
        if self._waiting > _AT_ONCE:
            self._cut()

    def _cut(self) -> None:
        if self._texts:
            words, per_line = word_runs("\n".join(self._texts))
            numbers = map(self._number_of.__getitem__, words)
            self._words.append(np.fromiter(numbers, np.uint32, len(words)))
            self._lines.append(per_line)
            self._texts, self._waiting = [], 0

    def words(self) -> Words:
        """What was added, by form."""
        self._cut()
        forms, place_of = self._number_of.ranked()
        numbers = place_of.take(_joined(self._words))
        per_line = _joined(self._lines)
        self._words, self._lines = [], []
        line = np.repeat(np.arange(len(per_line), dtype=np.int32), per_line)
        if not (said := numbers < len(forms)).all():
            numbers, line = numbers[said], line[said]
            per_line = np.bincount(line, minlength=len(per_line))
        blocks = -(-per_line // BLOCK)
        per_text = np.array(self._per_text, np.uint32)
        first_lines = np.cumsum(per_text, dtype=np.int64) - per_text
        starts, text_starts = self._blocks(_sums(blocks, first_lines).tolist())
        text = np.repeat(np.arange(len(per_text)), per_text)
        before = np.cumsum(blocks) - blocks
        base = np.array(self._places, np.int64) + np.array(text_starts, np.int64)
        base -= before[first_lines]
        base = base[text] + before
        at = np.arange(len(line), dtype=np.int32) - (np.cumsum(per_line) - per_line)[line]
        places = base[line] + at // BLOCK
        ends = np.cumsum([named + 2 * sections for named, sections in self._sections], dtype=int)
        words_before = np.append(_sums(per_line, first_lines).cumsum(), 0)[ends - 1]
        lengths = np.diff(words_before, prepend=0).tolist()
        bounds = np.zeros(len(forms) + 1, np.int64)
        np.cumsum(np.bincount(numbers, minlength=len(forms)), out=bounds[1:])
        return Words(forms, bounds, _by_number(numbers, places), lengths, starts)

    def _blocks(self, grown: Sequence[int]) -> tuple[list[tuple[int, ...]], list[int]]:
        """`Words.starts` and the first block of each text, which have so many blocks.

        Blocks are numbered through the page, with gaps between aliases and between sections.
        """
        starts: list[tuple[int, ...]] = []
        firsts: list[int] = []
        for named, sections in self._sections:
            block = 0
            for _ in range(named):
                firsts.append(block)
                block += grown[len(firsts) - 1] + 1
            own = [block]
            for _ in range(sections):
                firsts += (block, block)
                at = len(firsts)
                block += max(grown[at - 2], grown[at - 1]) + 1
                own.append(block)
            starts.append(tuple(own))
        return starts, firsts


class _Numbers(dict[str, int]):
    """The number of every word met so far, as it stands in the text."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number

    def ranked(self) -> tuple[list[str], NDArray[Any]]:
        """Forms, sorted, and by the number of a word the place of its form among them.

        A word of which nothing is left has a place after them.  In as few bytes as will do.
        """
        form_of = [word_form(w) if "'" in w else w for w in fold_words(self)]
        forms = sorted(set(form_of) - {""})
        place = {form: i for i, form in enumerate(forms)} | {"": len(forms)}
        kind = np.min_scalar_type(len(forms))
        return forms, np.fromiter(map(place.__getitem__, form_of), kind, len(form_of))


def _joined(parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _by_number(numbers: Ints, places: Ints) -> Ints:
    """Places, those of the first number first, each number's ascending.

    Number and place are sorted as one, where both fit in 63 bits.
    """
    block, upper = places & (BLOCKS - 1), places >> _FIELD
    block_bits, upper_bits = (int(part.max(initial=0)).bit_length() for part in (block, upper))
    bits = block_bits + upper_bits
    if bits + int(numbers.max(initial=0)).bit_length() > _WHOLE:
        return places[np.lexsort((places, numbers))]
    both = np.sort(numbers.astype(np.int64) << bits | upper << block_bits | block)
    both &= (1 << bits) - 1
    return (both >> block_bits << _FIELD) | (both & (1 << block_bits) - 1)


def _sums(numbers: Ints, starts: Ints) -> Ints:
    """The sum of every run of numbers that begins at one of `starts`; no run is empty."""
    return np.add.reduceat(numbers, starts) if len(starts) else np.zeros(0, np.int64)
