"""The postings of one language: on which pages a form stands, in which fields and blocks.

What stands on one page is kept as a signature (fields and times) and the bits of its blocks,
which are coded by how many blocks the page has: they are even chances, as are the pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from playbook.search.analysis import ALIAS, BLOCKS, FIELDS, PAGES, Words
from playbook.search.coding import Code, Reader, even, gamma, rice, rice_step

# The bits of a form on so many pages begin with their number: readers pass over it.
LONG = 32

# Signatures met less often than this are spelt where they stand.
FEW = 3
_SPELT = ""  # the signature that says so
_LETTERS = 26  # so often at most, where it is told by a letter


class Place(NamedTuple):
    """Where a form stands: `blocks` is empty for stop words, `times` tells how often."""

    page: int
    field: int
    times: int
    blocks: tuple[int, ...]


class Packed(NamedTuple):
    """Where a form stands: its pages, the signature and the bits of its blocks on each."""

    pages: list[int]
    signatures: list[str]
    blocks: list[str]


class Packing:
    """Packs the places of the forms of a language."""

    def __init__(self, words: Words, stop_words: frozenset[str]) -> None:
        self._stop_words = stop_words
        self._ends = [starts[-1] for starts in words.starts]
        self._firsts = [starts[0] for starts in words.starts]
        # By page and block: titles below the first block, text from it on.
        self._once = [
            _blocks(first, end) for first, end in zip(self._firsts, self._ends, strict=True)
        ]

    def pack(self, form: str, places: list[int]) -> Packed:
        """Pages, signatures and bits of ascending places."""
        pages = [place >> _PAGE for place in places]
        if len(set(pages)) < len(pages):
            return self._several(places, form not in self._stop_words)
        signatures = [_ONCE[place >> _FIELD & _FIELDS] for place in places]
        if form in self._stop_words:
            return Packed(pages, signatures, [])
        once = self._once
        blocks = [once[place >> _PAGE][place & _BLOCK] for place in places]
        return Packed(pages, signatures, blocks)

    def _several(self, places: list[int], with_blocks: bool) -> Packed:
        """Of places of which some stand on one page; those of a field are coded from the last."""
        blocks = self._steps(places) if with_blocks else []
        pages: list[int] = []
        signatures: list[str] = []
        last = -1
        for field, times in Counter([place >> _FIELD for place in places]).items():
            page, text = field >> _PAGE_OF_FIELD, _TIMES[times * FIELDS + (field & _FIELDS)]
            if page == last:
                signatures[-1] += text
            else:
                pages.append(page)
                signatures.append(text)
                last = page
        return Packed(pages, signatures, blocks)

    def _steps(self, places: list[int]) -> list[str]:
        """Bits of the blocks: the first of a field is coded from where they can begin."""
        once, ends, rows = self._once, self._ends, _ROWS
        bits: list[str] = []
        last = before = 0
        for place in places:
            field, block = place >> _FIELD, place & _BLOCK
            if field != last:
                last = field
                bits.append(once[field >> _PAGE_OF_FIELD][block])
            else:
                page = field >> _PAGE_OF_FIELD
                end = ends[page] if field & _FIELDS > ALIAS else self._firsts[page] - 1
                bits.append(rows[end - before][block - before])
            before = block
        return bits


_PAGE, _FIELD = PAGES.bit_length() - 1, BLOCKS.bit_length() - 1
_FIELDS, _BLOCK = PAGES // BLOCKS - 1, BLOCKS - 1
_PAGE_OF_FIELD = _PAGE - _FIELD


class _Times(dict[int, str]):
    def __missing__(self, number: int) -> str:
        text = self[number] = chr(number % FIELDS) + chr(number // FIELDS)
        return text


_TIMES = _Times()
_ONCE = [chr(at) + chr(1) for at in range(FIELDS)]


class _Rows(dict[int, list[str]]):
    """Bits of every number below a size."""

    def __missing__(self, size: int) -> list[str]:
        row = self[size] = [even(number, size) for number in range(size)]
        return row


_ROWS = _Rows()


@cache
def _blocks(first: int, end: int) -> list[str]:
    return [*_ROWS[first - 1], "", *_ROWS[end - first]]


class PostingCodes:
    """The tables postings are coded with: signatures, the commonest first."""

    def __init__(self, signatures: Sequence[str], code: Code) -> None:
        self.signatures, self.code = list(signatures), code

    @classmethod
    def counted(cls, packed: Iterable[Packed]) -> PostingCodes:
        """Tables for these postings."""
        counts: Counter[str] = Counter()
        for entry in packed:
            counts.update(entry.signatures)
        usual = [s for s, n in counts.items() if n >= FEW and max(map(ord, s)) <= _LETTERS]
        counts[_SPELT] = 1 + sum(counts.values()) - sum(counts[s] for s in usual)
        usual = sorted([_SPELT, *usual], key=lambda s: (-counts[s], s))
        return cls(usual, Code.ranked([counts[s] for s in usual]))

    def data(self) -> list[str]:
        """The tables as text; a signature as letters, `A` for the first field and for once."""
        return [self.code.data(), " ".join(_shown(s) for s in self.signatures)]

    @classmethod
    def read(cls, data: Sequence[str]) -> PostingCodes:
        """The tables from their text."""
        return cls([_unshown(s) for s in data[1].split(" ")], Code.read(data[0]))

    def writer(self, pages: int) -> Callable[[Packed], str]:
        """From the packed places of a form, of a language with so many pages, to its bits."""
        bits_of = _Signatures({s: self.code.bits[i] for i, s in enumerate(self.signatures)})
        gaps = _Gaps(pages)

        def written(entry: Packed) -> str:
            *numbers, last = entry.pages
            at = gaps[len(entry.pages)]
            out = [at[b - a - 1] for a, b in pairwise((-1, *numbers))]
            before = numbers[-1] if numbers else -1
            out.append(_ROWS[pages - 1 - before][last - before - 1])
            out += map(bits_of.__getitem__, entry.signatures)
            out += entry.blocks
            bits = "".join(out)
            return gamma(len(bits)) + bits if len(entry.pages) >= LONG else bits

        return written

    def places(
        self, reader: Reader, count: int, with_blocks: bool, pages: Pages
    ) -> tuple[Place, ...]:
        """The places of the next form, which stands on `count` pages."""
        size = len(pages.groups)
        if count >= LONG:
            reader.gamma()
        numbers: list[int] = []
        last = -1
        step = rice_step(size, count)
        for left in range(count - 1, -1, -1):
            last += 1 + (reader.rice(step) if left else reader.even(size - 1 - last))
            numbers.append(last)
        signatures = [self._signature(reader) for _ in numbers]
        found: list[Place] = []
        for number, signature in zip(numbers, signatures, strict=True):
            for i in range(0, len(signature), 2):
                at, times = ord(signature[i]), ord(signature[i + 1])
                blocks: list[int] = []
                first, end = 0, pages.firsts[number] - 1
                if at > ALIAS:
                    first, end = end + 1, pages.ends[number]
                for _ in range(times if with_blocks else 0):
                    first += reader.even(end - first)
                    blocks.append(first)
                found.append(Place(pages.groups[number], at, times, tuple(blocks)))
        return tuple(found)

    def _signature(self, reader: Reader) -> str:
        known = self.signatures[reader.symbol(self.code)]
        if known != _SPELT:
            return known
        return "".join(chr(reader.gamma()) for _ in range(2 * (reader.gamma() + 1)))


@dataclass(frozen=True)
class Pages:
    """The pages of a language: of each its group, its first block of text and the end of them."""

    groups: list[int]
    firsts: list[int]
    ends: list[int]


class _Signatures(dict[str, str]):
    """Bits of a signature; a rare one is spelt: fields, then each field and how many times."""

    def __missing__(self, signature: str) -> str:
        letters = "".join(gamma(ord(c)) for c in signature)
        bits = self[signature] = self[_SPELT] + gamma(len(signature) // 2 - 1) + letters
        return bits


class _Gaps(dict[int, dict[int, str]]):
    """Bits of a gap, by how many pages a form stands on; the last page is even chances."""

    def __init__(self, pages: int) -> None:
        self.pages = pages

    def __missing__(self, count: int) -> dict[int, str]:
        gaps = self[count] = _known_rice(rice_step(self.pages, count))
        return gaps


class _Rice(dict[int, str]):
    def __init__(self, step: int) -> None:
        self.step = step

    def __missing__(self, number: int) -> str:
        bits = self[number] = rice(number, self.step)
        return bits


@cache
def _known_rice(step: int) -> dict[int, str]:
    return _Rice(step)


def _shown(signature: str) -> str:
    return "".join(chr(ord(c) + (64 if i % 2 else 65)) for i, c in enumerate(signature))


def _unshown(signature: str) -> str:
    return "".join(chr(ord(c) - (64 if i % 2 else 65)) for i, c in enumerate(signature))
