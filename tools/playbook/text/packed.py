"""A dictionary of millions of forms, searched where it lies packed.

simplemma ships form → lemma as one stream of records, sorted by form, each told by what differs
from the one before:

    letters shared │ own letters │ cut, or the lemma before │ letters put
    14 (talo)        n             1 cut, none put            talon → talo

A dict of it would take seconds to fill and 600 MB.  Here the borders of the records are found
in arrays, a piece of the stream at a time, and the records of a piece are sorted by a hash of
their form; what is looked up is spelt out from its record and those it shares letters with.

NumPy takes a while to start, so only what looks forms up imports this module.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

MAGIC = b"SMFC1"

# Instead of the number of letters cut: the lemma of the record before, a lemma of its own.
_SAME, _WHOLE = 254, 255

# Bytes of a piece: a record has four at least, so sixteen bits number those of a piece.
_PIECE = 1 << 16
_RECORD_BITS = 16

# A record ends before so many bytes, as each of its numbers is one byte below this.
_LONG = 128
_LONGEST_RECORD = 4 + 2 * _LONG

# The hash of a form: its bytes as a number of base 256, modulo a prime.  The sum of a form's
# bytes, each times its power, stays below 64 bits; sums of many forms may run over, their
# differences are right.
_PRIME = (1 << 44) - 17
_POWERS = np.array([pow(256, n, _PRIME) for n in range(2 * _LONG)], np.int64)

# Most words looked up are in no dictionary: so many hashes are told apart for each of its forms.
_SIEVE = 3

# Borders are found so many times doubled, then record by record.
_DOUBLED = 3


class Packed(Mapping[str, str]):
    """The dictionary in a stream of simplemma's, form → lemma.

    Raises ValueError where the stream is of a kind that is not read here.
    """

    def __init__(self, data: bytes) -> None:
        self._count, start = _header(data)
        codes = np.frombuffer(data, np.uint8)
        self._pieces: list[_Piece] = []
        while start < len(data):
            begins, start = _records(codes, start)
            if start > len(data):
                break
            before = self._pieces[-1] if self._pieces else None
            self._pieces.append(_Piece(data, codes, begins, before))
        self._firsts = [piece.first for piece in self._pieces]
        sieve = np.zeros(1 << (_SIEVE * self._count).bit_length(), bool)
        for piece in self._pieces:
            sieve[piece.hashes() & len(sieve) - 1] = True
        self._last = len(sieve) - 1
        self._sieve = sieve.data
        if start != len(data) or sum(map(len, self._pieces)) != self._count:
            raise ValueError("not the records it should have")

    def get(self, word: str, default: Any = None) -> Any:
        """The lemma of a form."""
        piece, record = self._find(word)
        return piece.lemma(record) if piece else default

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._find(word)[0] is not None

    def __getitem__(self, word: str) -> str:
        piece, record = self._find(word)
        if piece is None:
            raise KeyError(word)
        return piece.lemma(record)

    def __iter__(self) -> Iterator[str]:
        return (p.form(record).decode() for p in self._pieces for record in range(len(p)))

    def __len__(self) -> int:
        return self._count

    def _find(self, word: str) -> tuple[_Piece | None, int]:
        form = word.encode()
        number = int.from_bytes(form, "little") % _PRIME
        if self._sieve[number & self._last]:
            for piece in self._pieces[bisect_right(self._firsts, form) - 1 :][:1]:
                if (record := piece.find(form, number)) >= 0:
                    return piece, record
        return None, -1


class _Piece:
    """Some records of the stream, numbered from 0; `first` is the form of the first."""

    def __init__(
        self, data: bytes, codes: Bytes, begins: NDArray[np.int64], before: _Piece | None
    ) -> None:
        self._data, self._before = data, before
        start = int(begins[0])
        shared = before.form(len(before) - 1)[: data[start]] if before else b""
        self.first = shared + data[start + 2 : start + 2 + data[start + 1]]
        parents, hashes = _hashed(codes, begins, self.first)
        table = np.sort(hashes << _RECORD_BITS | np.arange(len(begins)))
        self._begins = begins.astype(np.uint32).data
        self._parents = parents.astype(np.uint16).data
        self._table = table.data

    def __len__(self) -> int:
        return len(self._begins)

    def hashes(self) -> NDArray[np.int64]:
        """The hashes of its forms."""
        return np.asarray(self._table) >> _RECORD_BITS

    def find(self, form: bytes, number: int) -> int:
        """The number of the record of a form with this hash, or -1."""
        table = self._table
        wanted = number << _RECORD_BITS
        for at in range(bisect_left(table, wanted), len(table)):
            record = table[at] - wanted
            if record >> _RECORD_BITS:
                break
            if self.form(record) == form:
                return record
        return -1

    def form(self, record: int) -> bytes:
        """The form of a record: its own letters, before them those it shares."""
        data, begins, parents = self._data, self._begins, self._parents
        at = begins[record]
        needed = data[at] + data[at + 1]
        form = b""
        while record:
            shared = data[at]
            form = data[at + 2 : at + 2 + needed - shared] + form
            if not shared:
                return form
            needed = shared
            record = parents[record]
            at = begins[record]
        return self.first[:needed] + form

    def lemma(self, record: int) -> str:
        """The lemma of a record's form."""
        data, at = self._data, self._begins[record]
        at += 2 + data[at + 1]
        if data[at] == _SAME:
            if record:
                return self.lemma(record - 1)
            return self._before.lemma(len(self._before) - 1) if self._before else ""
        put = data[at + 2 : at + 2 + data[at + 1]]
        if data[at] == _WHOLE:
            return put.decode()
        form = self.form(record)
        return (form[: len(form) - data[at]] + put).decode()


def _header(data: bytes) -> tuple[int, int]:
    """How many records a stream has and where the first begins."""
    flags = len(MAGIC)
    if not data.startswith(MAGIC) or data[flags : flags + 1] != b"\0":
        raise ValueError("another kind of stream")
    count, at = 0, flags + 1
    for shift in range(0, 64, 7):
        count |= (data[at] & 0x7F) << shift
        at += 1
        if not data[at - 1] & 0x80:
            break
    return count, at


def _records(codes: Bytes, start: int) -> tuple[NDArray[np.int64], int]:
    """Where the records of the next piece begin, and where those after them.

    Where a record would end is told for every byte at once; then only the true ones are followed.
    """
    size = min(_PIECE, len(codes) - start)
    around = np.zeros(size + 2 * _LONGEST_RECORD, np.uint8)
    known = codes[start : start + len(around)]
    around[: len(known)] = known
    own_end = around[1 : size + 1] + np.arange(2, size + 2)
    same = around.take(own_end) == _SAME
    rest = np.where(same, 1, around.take(own_end + 1) + np.int16(2))
    after = np.arange(len(around))
    np.add(own_end, rest, out=after[:size])
    far = after
    for _ in range(_DOUBLED):
        far = far.take(far)
    step = far.data
    some: list[int] = []
    at = 0
    while at < size:
        some.append(at)
        at = step[at]
    follow = [np.array(some)]
    for _ in range((1 << _DOUBLED) - 1):
        follow.append(after.take(follow[-1]))
    begins = np.stack(follow, 1).ravel()
    begins = begins[begins < size]
    put = own_end[begins[~same[begins]]] + 1
    if (around[np.concatenate((begins, begins + 1, put))] >= _LONG).any():
        raise ValueError("a number of more than a byte")
    return begins + start, start + at


def _hashed(
    codes: Bytes, begins: NDArray[np.int64], first: bytes
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Of each record of a piece the record it has its last shared letter from, and its hash."""
    shared = codes.take(begins)
    shared[0] = 0
    own = codes.take(begins + 1).astype(np.int64)
    own[0] = len(first)
    ends = np.cumsum(own)
    before = ends - own
    place = np.arange(ends[-1])
    source = np.repeat(begins + 2 - before, own)
    source += place
    source[: len(first)] = 0
    letters = codes.take(source)
    letters[: len(first)] = np.frombuffer(first, np.uint8)
    place -= np.repeat(before - shared, own)
    sums = np.zeros(len(place) + 1, np.int64)
    np.cumsum(letters * _POWERS.take(place), out=sums[1:])
    number = np.arange(len(begins), dtype=np.int32)
    parent = np.zeros(len(begins), np.int32)
    hashes = np.zeros(len(begins), np.int64)
    for length in np.unique(shared)[1:].tolist():
        of = np.flatnonzero(shared == length)
        owner = np.maximum.accumulate(number * (shared < length)).take(of)
        parent[of] = owner
        at = before.take(owner)
        hashes[of] = (
            hashes.take(owner) + sums.take(at + length - shared.take(owner)) - sums.take(at)
        ) % _PRIME
    return parent, (hashes + sums[ends] - sums[before]) % _PRIME
