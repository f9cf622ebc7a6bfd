"""Many bit fields at once: codes of a whole language written side by side, as arrays.

A field is a value and its length in bits; lengths may be 0.  What `coding` writes one number at
a time is here an array of values and one of lengths, the bits the same.

    values 2, 1, 5   lengths 3, 1, 4   at 0, 3, 4   →  010 1 0101  →  "VA" (with zeros behind)

Only what makes an index imports this module: NumPy takes a while to start.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from playbook.search.coding import CHARACTER, bytes_to_text

Ints = NDArray[np.integer[Any]]

_WORD = 64

# Bits of a field that is cut out of a longer one.
_PIECE = 32


class Fields(NamedTuple):
    """Values, not negative, and how many bits each takes: at most 64, as many as it needs."""

    values: Ints
    lengths: Ints

    def narrow(self) -> Fields:
        """The same in as few bytes as will do."""
        return Fields(*(each.astype(np.min_scalar_type(each.max(initial=0))) for each in self))


def bit_length(numbers: Ints) -> Ints:
    """`int.bit_length` of natural numbers below 2 ** 53."""
    return np.frexp(numbers.astype(np.float64))[1].astype(numbers.dtype)


def gamma_fields(numbers: Ints) -> Fields:
    """Each number as `coding.gamma` writes it."""
    return Fields(numbers + 1, 2 * bit_length(numbers + 1) - 1)


def even_fields(numbers: Ints, sizes: Ints) -> Fields:
    """Numbers below their sizes, as `Reader.even` reads them."""
    lengths = bit_length(sizes - 1)
    short = (np.ones_like(sizes) << lengths) - sizes
    cut = numbers < short
    return Fields(np.where(cut, numbers, numbers + short), np.maximum(lengths - cut, 0))


class BitBuffer:
    """A text of so many bits, all zero, in which fields are put."""

    def __init__(self, bits: int) -> None:
        self._words = np.zeros(bits // _WORD + 2, np.uint64)

    def put(self, at: Ints, fields: Fields) -> None:
        """Write fields, each from the bit `at`; none may overlap with another."""
        written = np.flatnonzero(fields.values)
        values = fields.values[written].astype(np.uint64, copy=False)
        at = at[written]
        word = at // _WORD
        room = _WORD - at % _WORD - fields.lengths[written].astype(np.int64)
        fits = np.maximum(room, 0).astype(np.uint64)
        over = np.maximum(-room, 0).astype(np.uint64)
        np.bitwise_or.at(self._words, word, values << fits >> over)
        cut = np.flatnonzero(room < 0)
        rest = values[cut] << (_WORD + room[cut]).astype(np.uint64)
        np.bitwise_or.at(self._words, word[cut] + 1, rest)

    def put_ones(self, at: Ints, lengths: Ints) -> None:
        """Write runs of ones of any length, each from the bit `at`."""
        pieces = -(-lengths // _PIECE)
        run = np.repeat(np.arange(len(at)), pieces)
        before = _PIECE * (np.arange(len(run)) - (np.cumsum(pieces) - pieces)[run])
        length = np.minimum(lengths[run] - before, _PIECE).astype(np.int64)
        self.put(at[run] + before, Fields((1 << length) - 1, length))

    def texts(self, starts: Sequence[int], bits: Sequence[int]) -> list[str]:
        """The texts of `coding.to_text` that begin at these bits and have so many.

        A text begins at a multiple of `ALIGNED`.
        """
        data = self._words.astype(">u8").tobytes()
        text = bytes_to_text(data)
        firsts = [start // CHARACTER for start in starts]
        return [
            text[first : first + -(-length // (2 * CHARACTER)) * 2]
            for first, length in zip(firsts, bits, strict=True)
        ]
