"""Which script a text is written in."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

# Blocks of the scripts we tell apart, by ISO 15924 code; source: Unicode Blocks.txt.
BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x005A, "Latn"),
    (0x0061, 0x007A, "Latn"),
    (0x00AA, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0531, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1C90, 0x1CBF, "Geor"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x2C60, 0x2C7F, "Latn"),
    (0x2D00, 0x2D2F, "Geor"),
    (0x3040, 0x30FF, "Jpan"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
)
UNKNOWN = "Zyyy"
_SIGNS = frozenset((0x00AB, 0x00BB, 0x00D7, 0x00F7, 0x0964, 0x0965, 0x10FB))


@lru_cache(maxsize=4096)
def script_of_char(char: str) -> str:
    """The script of one letter, `Zyyy` for digits, signs and what we do not tell apart."""
    code = ord(char)
    if code not in _SIGNS:
        for start, end, script in BLOCKS:
            if start <= code <= end:
                return script
    return UNKNOWN


def script_of(text: str) -> str:
    """The script most letters of `text` are in; the first seen wins a tie; `Zyyy` for none."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else UNKNOWN
    counts: dict[str, int] = {}
    for char, times in Counter(text).items():
        script = script_of_char(char)
        if script != UNKNOWN:
            counts[script] = counts.get(script, 0) + times
    return max(counts, key=lambda script: counts[script]) if counts else UNKNOWN
