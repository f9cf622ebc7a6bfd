"""Numbers as printable text.

A number is one character below 45, more above; all but the last character of a number are
taken from a second alphabet, so that numbers need no separator:

    7     → one final character
    300   → 300 % 45 = 30 and (300 // 45 - 1) = 5: one leading, one final character
"""

from __future__ import annotations

from collections.abc import Iterable

# Printable ASCII without the quotation mark and backslash (they need escapes in a string),
# `<` (which could end a script element) and the backquote.
_PRINTABLE = "".join(chr(c) for c in range(0x21, 0x7F) if chr(c) not in '"\\<`')
BASE = 45
FINAL, LEADING = _PRINTABLE[:BASE], _PRINTABLE[BASE : 2 * BASE]


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


def common(one: str, other: str, most: int) -> int:
    """How many letters two words share at the beginning, at most `most`."""
    limit = min(len(one), len(other), most)
    if one[:limit] == other[:limit]:
        return limit
    shared = 0
    while one[shared] == other[shared]:
        shared += 1
    return shared
