"""Cutting a text into words by explicit classes of code points.

Never by `\\w`: it leaves out the vowel signs of Devanagari and would cut every Hindi word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from playbook.text.fold import fold_word, unicode_data


class Token(NamedTuple):
    """A folded word and the half-open range of code points it stands on in the text."""

    text: str
    start: int
    end: int


@cache
def word_pattern(*apart: tuple[int, int]) -> re.Pattern[str]:
    """A run of word characters; an apostrophe belongs to it when letters stand on both sides.

    Code points of the ranges `apart` belong to no word.
    """
    data = unicode_data()
    ranges = list(zip(data["word"][::2], data["word"][1::2], strict=True))
    for low, high in apart:
        ranges = [
            part
            for first, last in ranges
            for part in ((first, min(last, low - 1)), (max(first, high + 1), last))
            if part[0] <= part[1]
        ]
    word = "[" + "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in ranges) + "]"
    apostrophe = "[" + "".join(f"\\u{ord(char):04x}" for char in data["apostrophes"]) + "]"
    return re.compile(f"{word}+(?:{apostrophe}{word}+)*")


def tokenise(text: str) -> list[Token]:
    """The words of `text` in order, folded."""
    return [
        Token(folded, match.start(), match.end())
        for match in word_pattern().finditer(text)
        if (folded := fold_word(match.group()))
    ]


def words(text: str) -> list[str]:
    """The folded words of `text` alone, for those who need no places."""
    return [folded for word in word_pattern().findall(text) if (folded := fold_word(word))]
