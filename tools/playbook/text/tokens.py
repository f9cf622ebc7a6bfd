"""Cutting a text into words by explicit classes of code points.

Never by `\\w`: it leaves out the vowel signs of Devanagari and would cut every Hindi word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from playbook.text.fold import fold_word, unicode_data


class Token(NamedTuple):
    """A folded word and the half-open range of code points it stands on in the text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1)
def word_pattern() -> re.Pattern[str]:
    """A run of word characters; an apostrophe belongs to it when letters stand on both sides."""
    data = unicode_data()
    ranges = data["word"]
    word = (
        "["
        + "".join(f"\\u{ranges[i]:04x}-\\u{ranges[i + 1]:04x}" for i in range(0, len(ranges), 2))
        + "]"
    )
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
