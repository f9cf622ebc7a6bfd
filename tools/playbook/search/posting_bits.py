"""All postings of a language as bits, in arrays; `postings` tells what the bits mean.

    places    the places of all forms, form by form, ascending (see `cutting`)
    groups    runs of places in one field of one page
    postings  runs of groups on one page: each has a gap to the page before and a signature

Only what makes an index imports this module: NumPy takes a while to start.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from playbook.search.analysis import ALIAS, BLOCKS, FIELDS, PAGES
from playbook.search.bits import BitBuffer, Fields, Ints, even_fields, gamma_fields
from playbook.search.coding import ALIGNED, rice_step
from playbook.search.cutting import Words, borders
from playbook.search.postings import LONG, PostingCodes

_PAGE, _FIELD = PAGES.bit_length() - 1, BLOCKS.bit_length() - 1

# Ones of a number in unary that stand in the same field as what follows them.
_ONES = 24

# Bits of a signature written at once.
_PIECE = 48


class PostingBits:
    """The postings of all forms of a language.

    `codes` are the tables they are coded with, `pages` on how many pages each form stands,
    `sizes` how many bits its postings take; forms are numbered as in `Words`.
    """

    def __init__(self, words: Words, stop_words: frozenset[str]) -> None:
        upper = words.places >> _FIELD
        groups = borders(upper, words.bounds)
        times = np.diff(groups, append=len(upper)).astype(np.int32)
        forms = np.searchsorted(groups, words.bounds)
        page = (upper[groups] >> (_PAGE - _FIELD)).astype(np.int32)
        field = (upper[groups] & (PAGES // BLOCKS - 1)).astype(np.int32)
        del upper
        postings = borders(page, forms)
        signatures, known = _signatures(times * FIELDS + field, postings)
        texts = [_text(pairs) for pairs in known]
        self.codes = PostingCodes.counted(
            dict(zip(texts, np.bincount(signatures, minlength=len(known)).tolist(), strict=True))
        )
        bounds = np.searchsorted(postings, forms)
        counts = np.diff(bounds)
        self.pages: list[int] = counts.tolist()
        self._gaps = _Gaps(page[postings], bounds, len(words.starts))
        self._signatures = _Coded([self.codes.bits(text) for text in texts], signatures, bounds)
        steps = _steps(words, stop_words, groups, times, page, field > ALIAS)
        self._blocks = _Column(steps, words.bounds)
        bits = self._gaps.sizes + self._signatures.sizes + self._blocks.sizes
        self._long = np.flatnonzero(counts >= LONG)
        self._before = gamma_fields(bits[self._long])
        bits[self._long] += self._before.lengths
        self.sizes: list[int] = bits.tolist()
        self._sizes = bits

    def texts(self, shards: Sequence[Sequence[int]]) -> list[str]:
        """The text of each shard, given its forms in order; each form is in one of them."""
        order = np.array([form for forms in shards for form in forms], np.int64)
        ends = np.cumsum([0, *map(len, shards)])
        laid = np.append(0, np.cumsum(self._sizes[order]))
        bits = np.diff(laid[ends])
        aligned = -(-bits // ALIGNED) * ALIGNED
        starts = np.cumsum(aligned) - aligned
        at = np.empty(len(order), np.int64)
        at[order] = laid[:-1] + np.repeat(starts - laid[ends[:-1]], np.diff(ends))
        buffer = BitBuffer(int(aligned.sum()))
        buffer.put(at[self._long], self._before)
        at[self._long] += self._before.lengths
        for column in (self._gaps, self._signatures, self._blocks):
            column.put(buffer, at)
            at += column.sizes
        return buffer.texts(starts.tolist(), bits.tolist())


class _Column:
    """Fields of all forms, those of a form side by side; `sizes` are the bits of each form."""

    def __init__(self, fields: Fields, bounds: Ints) -> None:
        self._fields, self._bounds = fields.narrow(), bounds
        ends = np.append(0, np.cumsum(fields.lengths, dtype=np.int64))
        self.sizes: Ints = np.diff(ends[bounds])

    def at(self, starts: Ints) -> Ints:
        """Where each field begins if those of the forms begin at these bits."""
        at = np.cumsum(self._fields.lengths, dtype=np.int64)
        at -= self._fields.lengths
        at += np.repeat(starts - at[self._bounds[:-1]], np.diff(self._bounds))
        return at

    def put(self, buffer: BitBuffer, starts: Ints) -> None:
        """Write the fields of every form, from these bits on."""
        buffer.put(self.at(starts), self._fields)


class _Gaps(_Column):
    """Gaps between the pages of a form: the last is even chances, those before are Rice's."""

    def __init__(self, page: Ints, bounds: Ints, pages: int) -> None:
        counts = np.diff(bounds)
        before = np.roll(page, 1)
        before[bounds[:-1]] = -1
        gap = page - before - 1
        steps = np.array([rice_step(pages, count) for count in counts.tolist()], np.int32)
        step = np.repeat(steps, counts)
        ones = gap // step
        rest = even_fields(gap % step, step)
        near = np.minimum(ones, _ONES).astype(np.int64)
        values = ((1 << near) - 1 << 1 + rest.lengths) + rest.values
        lengths = near + 1 + rest.lengths
        last = bounds[1:] - 1
        values[last], lengths[last] = even_fields(gap[last], pages - 1 - before[last])
        ones -= near.astype(ones.dtype)
        ones[last] = 0
        self._far = np.flatnonzero(ones)
        self._ones = ones[self._far]
        super().__init__(Fields(values, lengths + ones), bounds)

    def put(self, buffer: BitBuffer, starts: Ints) -> None:
        at, (values, lengths) = self.at(starts), self._fields
        buffer.put_ones(at[self._far], self._ones)
        at[self._far] += self._ones
        lengths = lengths.astype(np.int64)
        lengths[self._far] -= self._ones
        buffer.put(at, Fields(values, lengths))


class _Coded(_Column):
    """Symbols by their bits, which may be many."""

    def __init__(self, bits: Sequence[str], symbols: Ints, bounds: Ints) -> None:
        self._bits, self._symbols = bits, symbols
        lengths = np.array([len(text) for text in bits], np.int64)[symbols]
        super().__init__(Fields(symbols, lengths), bounds)

    def put(self, buffer: BitBuffer, starts: Ints) -> None:
        at = self.at(starts)
        for first in range(0, max(map(len, self._bits), default=0), _PIECE):
            pieces = [text[first : first + _PIECE] for text in self._bits]
            values = np.array([int(piece or "0", 2) for piece in pieces], np.int64)
            lengths = np.array([len(piece) for piece in pieces], np.int64)
            has = np.flatnonzero(lengths[self._symbols])
            of = self._symbols[has]
            buffer.put(at[has] + first, Fields(values[of], lengths[of]))


def _signatures(pairs: Ints, postings: Ints) -> tuple[Ints, list[tuple[int, ...]]]:
    """The number of each posting's signature, and the pairs of each: times * FIELDS + field."""
    known: list[tuple[int, ...]] = [()]
    numbers = np.zeros(len(postings), np.int64)
    widths = np.diff(postings, append=len(pairs))
    most = int(pairs.max(initial=0)) + 1
    for at in range(int(widths.max(initial=0))):
        longer = np.flatnonzero(widths > at)
        grown = numbers[longer] * most + pairs[postings[longer] + at]
        found = np.unique(grown)
        numbers[longer] = len(known) + np.searchsorted(found, grown)
        known += [(*known[number // most], number % most) for number in found.tolist()]
    return numbers, known


def _text(pairs: Sequence[int]) -> str:
    """A signature as `postings` has it."""
    return "".join([chr(pair % FIELDS) + chr(pair // FIELDS) for pair in pairs])


def _steps(
    words: Words,
    stop_words: frozenset[str],
    groups: Ints,
    times: Ints,
    page: Ints,
    in_text: NDArray[np.bool_],
) -> Fields:
    """The block of every place; the first of a group is coded from where blocks can begin."""
    first, end = (np.array([s[at] for s in words.starts], np.int32)[page] for at in (0, -1))
    end = np.where(in_text, end, first - 1)
    block = (words.places & (BLOCKS - 1)).astype(np.int32)
    before = np.roll(block, 1)
    before[groups] = np.where(in_text, first, 0)
    fields = even_fields(block - before, np.repeat(end, times) - before)
    for number, form in enumerate(words.forms):
        if form in stop_words:
            stood = slice(words.bounds[number], words.bounds[number + 1])
            fields.values[stood] = fields.lengths[stood] = 0
    return fields
