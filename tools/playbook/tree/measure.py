"""How wide a text is, and where to break it, without a browser.

The reader's own sans is not known at build time: widths are those of Noto Sans (data/widths.yml)
with a margin, and a browser test sees to it that no text leaves its row.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

MARGIN = 1.06
"""Faces of phones and desktops are narrower than Noto Sans; a few, of old Linux desktops, wider."""

LINE = 1.3
"""Height of a line in ems where the script asks for no more."""

_UNKNOWN = 1000
"""A character without an entry counts as a full em: no ideograph is wider."""

_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class _Metrics:
    regular: dict[str, int]
    bold: dict[str, int]
    line: dict[str, float]


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of `text` set in one line at `size`, in the unit of `size`."""
    return _units(text, bold) * size * MARGIN / 1000


def line_height(text: str, size: float) -> float:
    """Height of a line that holds `text`: scripts with marks above and below need more."""
    return size * _line(text)


def wrap(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Lines of `text` no wider than `width`; a word that is wider itself is broken."""
    lines: list[str] = []
    current, used = "", 0.0
    space = text_width(" ", size, bold=bold)
    for word in text.replace(_SOFT_HYPHEN, "").split():
        needed = text_width(word, size, bold=bold)
        if current and used + space + needed <= width:
            current, used = f"{current} {word}", used + space + needed
            continue
        if current:
            lines.append(current)
        if needed > width:
            *full, word = _broken(word, size, width, bold)
            lines += full
            needed = text_width(word, size, bold=bold)
        current, used = word, needed
    return [*lines, current] if current or not lines else lines


def _broken(word: str, size: float, width: float, bold: bool) -> list[str]:
    """Parts of a word that fit, cut between letters as a reader sees them."""
    parts = [""]
    for letter in _letters(word):
        if parts[-1] and text_width(parts[-1] + letter, size, bold=bold) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def _letters(word: str) -> list[str]:
    """A letter with its marks, and conjuncts, stay together."""
    letters: list[str] = []
    for character in word:
        joins = unicodedata.category(character).startswith("M") or character in "\u200c\u200d"
        after_joiner = bool(letters) and unicodedata.combining(letters[-1][-1]) == _VIRAMA
        if letters and (joins or after_joiner or letters[-1][-1] == "\u200d"):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


_VIRAMA = 9
"""Canonical combining class of the sign that joins two consonants."""


# The words of a language come again and again, on one map and on all of them.
@lru_cache(maxsize=1 << 16)
def _units(text: str, bold: bool) -> int:
    metrics = _metrics()
    table = metrics.bold if bold else metrics.regular
    return sum(_advance(character, table) for character in text)


@lru_cache(maxsize=1 << 12)
def _line(text: str) -> float:
    line = _metrics().line
    return max((line.get(character, LINE) for character in set(text)), default=LINE)


def _advance(character: str, table: dict[str, int]) -> int:
    if character in table:
        return table[character]
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else _UNKNOWN


@cache
def _metrics() -> _Metrics:
    text = files("playbook.tree").joinpath("data/widths.yml").read_text(encoding="utf-8")
    regular: dict[str, int] = {}
    bold: dict[str, int] = {}
    line: dict[str, float] = {}
    for block in yaml.safe_load(text):
        for table, widths in ((regular, block["regular"]), (bold, block["bold"])):
            for offset, width in enumerate(widths.split()):
                if width != "-":
                    table[chr(block["from"] + offset)] = int(width)
                    line[chr(block["from"] + offset)] = block["line"]
    return _Metrics(regular, bold, line)
