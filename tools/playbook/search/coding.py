"""Bits as printable text, and codes that give frequent things few bits.

Words and postings are coded bit by bit with tables counted in the language (D. Huffman, 1952)
and written as text, six bits a character.  To a compressor such text looks even: it takes six
bits a character again, so what is saved here is saved on the wire.  (More characters would make
shorter text and larger files on the wire: a code of whole bits fits 64 even chances best.)

    011010 011001 …  → 26, 25 → "aZ"
"""

from __future__ import annotations

import binascii
import heapq
from collections.abc import Mapping, Sequence

from playbook.search.packing import pack_numbers, unpack_numbers

CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
CHARACTER = 6  # bits
_PAIR = 2 * CHARACTER
ALIGNED = 4 * CHARACTER  # bits that are whole bytes, too

# Numbers below this are symbols of their own; larger ones a symbol a power of two, and bits.
DIRECT = 24

_FROM_BASE64 = bytes.maketrans(b"+/", b"-_")
_BITS = {char: f"{n:0{CHARACTER}b}" for n, char in enumerate(CHARACTERS)}


def to_text(bits: str) -> str:
    """A string of 0 and 1 as text; zeros fill up the last two characters."""
    length = -(-len(bits) // _PAIR) * 2
    bits += "0" * (-len(bits) % ALIGNED)
    return bytes_to_text(int(bits or "0", 2).to_bytes(len(bits) // 8, "big"))[:length]


def bytes_to_text(data: bytes) -> str:
    """Bytes, three in four characters; it is base 64 with two signs that addresses allow."""
    return binascii.b2a_base64(data, newline=False).translate(_FROM_BASE64).decode()


def to_bits(text: str) -> str:
    """The bits of `to_text`, with the zeros that fill it up."""
    return "".join([_BITS[char] for char in text])


class Code:
    """A prefix code over numbers: `order` by rising length, `counts[n]` codes of n + 1 bits."""

    def __init__(self, order: Sequence[int], counts: Sequence[int]) -> None:
        self.order, self.counts = list(order), list(counts)
        self.bits: dict[int, str] = {}
        code, at = 0, 0
        for length, count in enumerate(counts, 1):
            for symbol in self.order[at : at + count]:
                self.bits[symbol] = f"{code:0{length}b}"
                code += 1
            at += count
            code <<= 1
        self.symbols = {bits: symbol for symbol, bits in self.bits.items()}

    @classmethod
    def ranked(cls, times: Sequence[int]) -> Code:
        """The code for symbols 0, 1, … that come so many times, the commonest first."""
        code = cls.counted(dict(enumerate(times)))
        return cls(range(len(times)), code.counts)

    @classmethod
    def counted(cls, frequency: Mapping[int, int]) -> Code:
        """The code with the fewest bits for symbols this frequent."""
        lengths = dict.fromkeys(frequency, 1 if len(frequency) == 1 else 0)
        heap: list[tuple[int, int, tuple[int, ...]]] = [
            (times, symbol, (symbol,)) for symbol, times in sorted(frequency.items())
        ]
        heapq.heapify(heap)
        while len(heap) > 1:
            one, two = heapq.heappop(heap), heapq.heappop(heap)
            for symbol in one[2] + two[2]:
                lengths[symbol] += 1
            heapq.heappush(heap, (one[0] + two[0], min(one[1], two[1]), one[2] + two[2]))
        order = sorted(lengths, key=lambda symbol: (lengths[symbol], symbol))
        longest = max(lengths.values(), default=0)
        counts = [0] * longest
        for length in lengths.values():
            counts[length - 1] += 1
        return cls(order, counts)

    def data(self) -> str:
        """The table as text: how many codes of each length, the symbols if out of order."""
        order = [] if self.order == list(range(len(self.order))) else self.order
        return pack_numbers([len(self.counts), *self.counts, *order])

    def size(self, frequency: Mapping[int, int]) -> int:
        """Bits that symbols this frequent take."""
        return sum(times * len(self.bits[symbol]) for symbol, times in frequency.items())

    @classmethod
    def read(cls, text: str) -> Code:
        """The code of a table."""
        size, *numbers = unpack_numbers(text)
        return cls(numbers[size:] or range(sum(numbers[:size])), numbers[:size])


class Reader:
    """Reads codes from the beginning of a text to its end."""

    def __init__(self, text: str) -> None:
        self.bits = to_bits(text)
        self.at = 0

    def symbol(self, code: Code) -> int:
        """The next symbol of a code."""
        start = end = self.at
        symbols, bits = code.symbols, self.bits
        for _ in code.counts:
            end += 1
            found = symbols.get(bits[start:end])
            if found is not None:
                self.at = end
                return found
        raise ValueError("no such code")

    def number(self, length: int) -> int:
        """The next bits as a number."""
        start = self.at
        self.at += length
        return int(self.bits[start : self.at], 2) if length else 0

    def counted(self, code: Code) -> int:
        """The next number of `counted_bits`."""
        symbol = self.symbol(code)
        if symbol < DIRECT:
            return symbol
        length = symbol - DIRECT
        return (1 << length) + self.number(length) - 1 + DIRECT

    def gamma(self) -> int:
        """The next number of `gamma`."""
        length = self.bits.index("1", self.at) - self.at
        self.at += length
        return self.number(length + 1) - 1

    def even(self, size: int) -> int:
        """The next number below `size`, each as likely as the other: truncated binary."""
        length = (size - 1).bit_length()
        short = (1 << length) - size
        if not length:
            return 0
        number = self.number(length - 1)
        return number if number < short else 2 * number + self.number(1) - short

    def rice(self, step: int) -> int:
        """The next number that halves in likelihood about every `step` (S. Golomb, 1966)."""
        whole = self.bits.index("0", self.at) - self.at
        self.at += whole + 1
        return whole * step + self.even(step)


def bucket(number: int) -> int:
    """The symbol under which a number is counted."""
    return number if number < DIRECT else DIRECT + (number - DIRECT + 1).bit_length() - 1


def counted_bits(number: int, code: Code) -> str:
    """A number as its symbol and what that leaves open."""
    if number < DIRECT:
        return code.bits[number]
    length = bucket(number) - DIRECT
    rest = f"{number - DIRECT + 1 - (1 << length):0{length}b}" if length else ""
    return code.bits[DIRECT + length] + rest


def gamma(number: int) -> str:
    """A number nothing is known about, small more likely than large (P. Elias, 1975)."""
    binary = f"{number + 1:b}"
    return "0" * (len(binary) - 1) + binary


def rice_step(size: int, count: int) -> int:
    """The step for gaps between `count` of `size`: the mean gap × ln 2, in whole numbers."""
    return max(1, size * 11 // 16 // (count + 1))
