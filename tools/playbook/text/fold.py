"""Folding: two spellings that a reader takes for one word become one string.

The rules are data (`data/unicode.json`, written by `unicode_tables`); the browser engine
follows the same file.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"

# One entry for every word form of a large corpus; about 100 bytes each.
_CACHE = 1 << 17


@lru_cache(maxsize=1)
def unicode_data() -> dict[str, Any]:
    """`data/unicode.json` as it stands."""
    data: dict[str, Any] = json.loads((DATA / "unicode.json").read_text("ascii"))
    return data


@lru_cache(maxsize=1)
def _rules() -> tuple[dict[int, str], list[tuple[re.Pattern[str], str]], list[tuple[str, str]]]:
    data = unicode_data()
    table = {ord(char): text for char, text in data["expand"].items()}
    runs = data["fold"]
    for i in range(0, len(runs), 4):
        first, count, step, delta = runs[i : i + 4]
        for code in range(first, first + count * step, step):
            table[code] = chr(code + delta)
    context = [(re.compile(pattern), to) for pattern, to in data["context"]]
    return table, context, [(old, new) for old, new in data["endings"]]


def fold(text: str) -> str:
    """`text` in NFC without case, joiners, nukta and chandrabindu; spaces and signs stay.

    Georgian capitals (Mtavruli) and the two old Georgian alphabets become Mkhedruli, digits
    of any script become ASCII, every apostrophe becomes `'`.
    """
    if text.isascii():
        return text.lower()
    table, context, _ = _rules()
    text = unicodedata.normalize("NFC", text).translate(table)
    for pattern, replacement in context:
        text = pattern.sub(replacement, text)
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=_CACHE)
def fold_word(word: str) -> str:
    """`fold`, and of two spellings of an ending the shorter: `गये` becomes `गए`."""
    folded = fold(word)
    return folded if folded.isascii() else _shorter_ending(folded)


def _shorter_ending(folded: str) -> str:
    for old, new in _rules()[2]:
        if folded.endswith(old) and len(folded) > len(old):
            return folded[: -len(old)] + new
    return folded


def fold_words(words: Iterable[str]) -> list[str]:
    """`fold_word` of many words, none with a line end in it, far sooner than one by one."""
    words = list(words)
    folded = fold("\n".join(words)).split("\n") if words else []
    endings = tuple(old for old, _ in _rules()[2])
    for i, word in enumerate(folded):
        if word.endswith(endings):
            folded[i] = _shorter_ending(word)
    return folded


@lru_cache(maxsize=_CACHE)
def bare(word: str) -> str:
    """A folded Latin word as typed on a keyboard without its marks: `määräys` → `maarays`.

    Only Latin loses its marks: in Devanagari and Georgian they are no ornament.
    """
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    kept = [
        char
        for i, char in enumerate(parts)
        if not (0x0300 <= ord(char) <= 0x036F and ord(parts[i - 1]) < 0x0250)
    ]
    return unicodedata.normalize("NFC", "".join(kept))
