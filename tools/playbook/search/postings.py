"""The postings of one language: on which pages a form stands, in which fields and blocks.

What stands on one page is kept as a signature (fields and times) and the bits of its blocks,
which are coded by how many blocks the page has: they are even chances, as are the pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from playbook.search.analysis import ALIAS
from playbook.search.coding import Code, Reader, gamma, rice_step

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


class PostingCodes:
    """The tables postings are coded with: signatures, the commonest first."""

    def __init__(self, signatures: Sequence[str], code: Code) -> None:
        self.signatures, self.code = list(signatures), code
        self._number = {signature: i for i, signature in enumerate(signatures)}

    @classmethod
    def counted(cls, times: Mapping[str, int]) -> PostingCodes:
        """Tables for signatures that come so many times."""
        usual = [s for s, n in times.items() if n >= FEW and max(map(ord, s)) <= _LETTERS]
        spelt = 1 + sum(times.values()) - sum(times[s] for s in usual)
        counts = {s: times[s] for s in usual} | {_SPELT: spelt}
        usual = sorted(counts, key=lambda s: (-counts[s], s))
        return cls(usual, Code.ranked([counts[s] for s in usual]))

    def bits(self, signature: str) -> str:
        """Bits of a signature; a rare one is spelt: fields, then each field and how many times."""
        if signature in self._number:
            return self.code.bits[self._number[signature]]
        letters = "".join(gamma(ord(c)) for c in signature)
        return self.bits(_SPELT) + gamma(len(signature) // 2 - 1) + letters

    def data(self) -> list[str]:
        """The tables as text; a signature as letters, `A` for the first field and for once."""
        return [self.code.data(), " ".join(_shown(s) for s in self.signatures)]

    @classmethod
    def read(cls, data: Sequence[str]) -> PostingCodes:
        """The tables from their text."""
        return cls([_unshown(s) for s in data[1].split(" ")], Code.read(data[0]))

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


def _shown(signature: str) -> str:
    return "".join(chr(ord(c) + (64 if i % 2 else 65)) for i, c in enumerate(signature))


def _unshown(signature: str) -> str:
    return "".join(chr(ord(c) - (64 if i % 2 else 65)) for i, c in enumerate(signature))
