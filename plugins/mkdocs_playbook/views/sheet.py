"""How closely a playbook is set on paper, so that it fits one side of a sheet."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import cache

from playbook.model import Page

PRINTED = ("signs", "strategy", "exit-criteria", "messages")
"""Sections that stand on the sheet."""

SHEETS = (3100, 3500, 3950, 4400, 4900, 5500, 6800)
"""Up to how many letters a playbook fits one printed sheet in each of the settings of
print.css, loosest first; measured on A4 and Letter in four scripts.  The size of the letters
falls with the square root of their number: 735 px divided by it fills the sheet and leaves a
twentieth of it free."""

_WIDE = 1.15
"""Width of a Georgian letter; Devanagari vowel signs above and below take none."""


def sheet_of(page: Page) -> int:
    """How closely to set the printed sheet so that the playbook fits one page: 1 is loosest."""
    texts = [page.summary]
    for section in page.sections:
        if section.id in PRINTED:
            texts += [item.text for item in section.items if not item.proposed]
            texts += [f"{m.heading} {m.when} {m.text}" for m in section.messages]
    length = sum(_width(text) for text in texts)
    return bisect_left(SHEETS, length) + 1


def _width(text: str) -> float:
    """Length of a text in letters of Latin width."""
    return sum(map(_letter_width, text))


@cache
def _letter_width(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Cf"):
        return 0.0
    return _WIDE if unicodedata.name(character, "").startswith("GEORGIAN") else 1.0
