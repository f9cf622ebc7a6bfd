"""Numbers and sorted words as printable text that compresses well.

A number is one character below 45, more above; all but the last character of a number are
taken from a second alphabet, so that numbers need no separator:

    7     → one final character
    300   → 300 % 45 = 30 and (300 // 45 - 1) = 5: one leading, one final character

Words are front-coded: a capital letter says how many letters the word shares with the one
before (A none, Z 25), the other letters follow.  Related words come right after it, each a
sign for how many letters are cut from the end, and what is put there instead:

    Aasiakas  !          (asiakas itself)
              %kkaan     (cut two: asia­k + … )

Folded words hold no capitals and no signs, so nothing needs escaping.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

# Printable ASCII without the quotation mark and backslash (they need escapes in a string),
# `<` (which could end a script element) and the backquote.
_PRINTABLE = "".join(chr(c) for c in range(0x21, 0x7F) if chr(c) not in '"\\<`')
BASE = 45
FINAL, LEADING = _PRINTABLE[:BASE], _PRINTABLE[BASE : 2 * BASE]

# Letters of words that are one byte each in UTF-8.
_SHORT = "abcdefghijklmnopqrstuvwxyz0123456789'"

CUTS = "!#$%&()*+,-./:;=>?@[]^_{|}~"
WHOLE = len(CUTS) - 1  # the last sign cuts the whole word
_SHARED = 25


def pack_numbers(numbers: Iterable[int]) -> str:
    """Natural numbers as text."""
    return "".join([pack_number(number) for number in numbers])


def pack_number(number: int) -> str:
    """One natural number as text."""
    if number < len(_SMALL):
        return _SMALL[number]
    out: list[str] = []
    while number >= BASE:
        out.append(LEADING[number % BASE])
        number = number // BASE - 1
    out.append(FINAL[number])
    return "".join(out)


# Steps and blocks are small nearly always.
_SMALL: list[str] = [
    *FINAL,
    *(LEADING[n % BASE] + FINAL[n // BASE - 1] for n in range(BASE, 20 * BASE)),
]


def unpack_numbers(text: str) -> list[int]:
    """The numbers of `pack_numbers`."""
    numbers: list[int] = []
    value, scale = 0, 1
    for char in text:
        digit = _DIGITS[char]
        if digit < BASE:
            numbers.append(value + digit * scale)
            value, scale = 0, 1
        else:
            value += (digit - BASE) * scale + scale * BASE
            scale *= BASE
    return numbers


_DIGITS = {char: i for i, char in enumerate(_PRINTABLE)}


def pack_words(entries: Iterable[tuple[str, Iterable[str]]]) -> str:
    """(word, related words) in order as text."""
    out: list[str] = []
    before = ""
    for word, related in entries:
        shared = common(before, word, _SHARED)
        out.append(chr(ord("A") + shared) + word[shared:])
        before = word
        for other in related:
            kept = common(word, other, len(word))
            cut = len(word) - kept
            if cut >= WHOLE:
                out.append(CUTS[WHOLE] + other)
            else:
                out.append(CUTS[cut] + other[kept:])
    return "".join(out)


def unpack_words(text: str) -> list[tuple[str, list[str]]]:
    """The entries of `pack_words`."""
    entries: list[tuple[str, list[str]]] = []
    word = ""
    i = 0
    while i < len(text):
        start = i + 1
        end = start
        while end < len(text) and text[end] not in CUTS and not "A" <= text[end] <= "Z":
            end += 1
        sign, tail = text[i], text[start:end]
        i = end
        cut = CUTS.find(sign)
        if cut < 0:
            word = word[: ord(sign) - ord("A")] + tail
            entries.append((word, []))
        elif cut == WHOLE:
            entries[-1][1].append(tail)
        else:
            entries[-1][1].append(word[: len(word) - cut] + tail)
    return entries


def swaps(text: str) -> str:
    """Pairs of letters to swap so that the commonest of `text` take one byte each.

    Georgian and Devanagari letters take three bytes in UTF-8, two of which say only the script;
    swapped with Latin letters, which are rare in such words, they take one.  Swapping twice
    changes nothing.
    """
    counts = Counter(text)
    usual = sorted(counts, key=lambda c: (-counts[c], c))
    letters = [c for c in usual if c in _SHORT or ord(c) > 0x7F][: len(_SHORT)]
    free = [c for c in _SHORT if c not in letters]
    return "".join(
        a + b for a, b in zip((c for c in letters if c not in _SHORT), free, strict=False)
    )


def swap(text: str, pairs: str) -> str:
    """`text` with the letters of each pair in each other's place."""
    one, other = pairs[::2], pairs[1::2]
    return text.translate(str.maketrans(one + other, other + one))


def common(one: str, other: str, most: int) -> int:
    """How many letters two words share at the beginning, at most `most`."""
    shared = 0
    limit = min(len(one), len(other), most)
    while shared < limit and one[shared] == other[shared]:
        shared += 1
    return shared
