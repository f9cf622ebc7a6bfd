"""Words of a text as cues compare them: folded, with the signs that end a label as words too.

Chinese and Japanese set no blanks: there each letter is a word, and a run of Katakana, which
spells foreign words, is one.  `size_of` counts such letters as half a word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from sys import intern
from typing import NamedTuple

from playbook.text import fold_word
from playbook.text.tokens import word_pattern

AFTER = frozenset(":»>©")
DATA = Path(__file__).parent / "data"

_SINGLE = ((0x3005, 0x3007), (0x3041, 0x309F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF))
"""Hiragana and Chinese characters; source: Unicode Blocks.txt."""
_RUNS = ((0x30A1, 0x30FA), (0x30FC, 0x30FF))
"""Katakana."""
LETTERS = 2
"""Letters a word has on average where each is taken alone."""
_KNOWN = 1 << 17


class Word(NamedTuple):
    """A folded word, where it stands, and the sign right after it."""

    text: str
    start: int
    end: int
    after: str


def _class(ranges: Sequence[tuple[int, int]]) -> str:
    return "[" + "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in ranges) + "]"


SINGLE = re.compile(_class(_SINGLE))


@cache
def pattern() -> re.Pattern[str]:
    """A word, or a sign that is one in a cue."""
    word = word_pattern(*_SINGLE, *_RUNS).pattern
    return re.compile(f"(?:{word})|{_class(_SINGLE)}|{_class(_RUNS)}+|[©$]")


@lru_cache(maxsize=_KNOWN)
def compared(word: str) -> str:
    """A word folded, and in one spelling where editors write several."""
    folded = fold_word(word)
    return folded if folded.isascii() else folded.translate(_spellings())


@cache
def _spellings() -> dict[int, str | None]:
    data = tomllib.loads((DATA / "spellings.toml").read_text("utf-8"))
    table: dict[int, str | None] = {ord(pair[0]): pair[1] for pair in data["same"].split()}
    return table | {ord(sign): None for sign in data["silent"].split()}


def size_of(texts: Sequence[str]) -> int:
    """How many words these are; letters taken alone count as half a word."""
    return len(texts) - sum(len(t) == 1 and SINGLE.match(t) is not None for t in texts) // LETTERS


def texts_of(text: str) -> tuple[str, ...]:
    """The words alone: four times as quick as with their places, which few lines need."""
    if text.isascii():  # where folding is lower case, and changes no word's bounds
        return tuple(map(intern, pattern().findall(text.lower())))
    return tuple(map(intern, map(compared, pattern().findall(text))))


def starts_of(text: str) -> list[int]:
    """Where each word begins."""
    return [match.start() for match in pattern().finditer(text)]


def words_of(text: str, texts: Sequence[str] | None = None) -> list[Word]:
    """Words of a text with their places; `texts` are the words alone where they are known."""
    found: list[Word] = []
    padded = text + "  "
    for folded, match in zip(
        texts_of(text) if texts is None else texts, pattern().finditer(text), strict=True
    ):
        start, end = match.span()
        after = padded[end]
        if after == " " and padded[end + 1] in AFTER:
            after = padded[end + 1]
        found.append(tuple.__new__(Word, (folded, start, end, _COLONS.get(after, after))))
    return found


_COLONS = {"：": ":"}
"""Signs that are one of `AFTER` in other scripts."""
