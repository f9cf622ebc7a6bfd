"""The postings of one language: on which pages a form stands, in which fields and blocks.

What stands on one page is kept as a signature (fields and times) and the bits of its blocks,
which are coded by how many blocks the page has: they are even chances, as are the pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from playbook.search.analysis import ALIAS, BLOCKS, FIELDS, Analysed
from playbook.search.coding import Code, Reader, even, gamma, rice, rice_step

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


class Collected:
    """Postings of a language while pages are added, in order.

    `of_form` has for each form page, signature, blocks, page, signature, …; a signature is two
    characters a field: the field, and how many times.
    """

    def __init__(self, stop_words: frozenset[str]) -> None:
        self.of_form: dict[str, list[Any]] = {}
        self.firsts: list[int] = []
        self.ends: list[int] = []
        self._stop_words = stop_words

    def add(self, page: Analysed) -> None:
        """Add the next page."""
        number, first, end = len(self.firsts), page.starts[0], page.starts[-1]
        self.firsts.append(first)
        self.ends.append(end)
        of_form, stop_words = self.of_form, self._stop_words
        text, title = _row(end - first), _row(first - 1)
        for form, places in page.places.items():
            if len(places) == 1:
                at, block = divmod(places[0], BLOCKS)
                signature = _ONCE[at]
                bits = text[block - first] if at > ALIAS else title[block]
            else:
                signature, bits = _several(places, first, end)
            if form in stop_words:
                bits = ""
            known = of_form.get(form)
            if known is None:
                of_form[form] = [number, signature, bits]
            else:
                known += (number, signature, bits)


_ONCE = [chr(at) + chr(1) for at in range(FIELDS)]


@cache
def _row(size: int) -> list[str]:
    return [even(number, size) for number in range(size)]


def _several(places: Sequence[int], first: int, end: int) -> tuple[str, str]:
    """Signature and bits of several places; those of a field are coded from the one before."""
    signature: list[str] = []
    bits: list[str] = []
    last, times, before, limit = -1, 0, 0, 0
    for place in places:
        at, block = divmod(place, BLOCKS)
        if at != last:
            before, limit = (first, end) if at > ALIAS else (0, first - 1)
            if times:
                signature.append(chr(times))
            signature.append(chr(at))
            last, times = at, 0
        bits.append(even(block - before, limit - before))
        before = block
        times += 1
    signature.append(chr(times))
    return "".join(signature), "".join(bits)


class PostingCodes:
    """The tables postings are coded with: signatures, the commonest first."""

    def __init__(self, signatures: Sequence[str], code: Code) -> None:
        self.signatures, self.code = list(signatures), code

    @classmethod
    def counted(cls, collected: Collected) -> PostingCodes:
        """Tables for these postings."""
        counts: Counter[str] = Counter()
        for entry in collected.of_form.values():
            counts.update(entry[1::3])
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

    def writer(self, pages: int) -> Callable[[Sequence[int | str]], str]:
        """From the collected postings of a form, of a language with so many pages, to its bits."""
        bits_of = _Signatures({s: self.code.bits[i] for i, s in enumerate(self.signatures)})
        gaps = _Gaps(pages)

        def written(entry: Sequence[Any]) -> str:
            numbers = entry[::3]
            at = gaps[len(numbers)]
            out = [at[b - a - 1] for a, b in pairwise((-1, *numbers))]
            out += map(bits_of.__getitem__, entry[1::3])
            out += entry[2::3]
            return "".join(out)

        return written

    def places(
        self, reader: Reader, count: int, with_blocks: bool, pages: Pages
    ) -> tuple[Place, ...]:
        """The places of the next form, which stands on `count` pages."""
        size = len(pages.groups)
        numbers: list[int] = []
        last = -1
        step = rice_step(size, count)
        for _ in range(count):
            last += 1 + (reader.rice(step) if count > 1 else reader.even(size))
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
    """Bits of a gap, by how many pages a form stands on: one page is even chances."""

    def __init__(self, pages: int) -> None:
        self.pages = pages

    def __missing__(self, count: int) -> dict[int, str]:
        step = rice_step(self.pages, count)
        gaps = self[count] = _Even(self.pages) if count == 1 else _known_rice(step)
        return gaps


class _Even(dict[int, str]):
    def __init__(self, size: int) -> None:
        self.size = size

    def __missing__(self, number: int) -> str:
        bits = self[number] = even(number, self.size)
        return bits


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
