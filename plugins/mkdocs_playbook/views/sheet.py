"""How closely a playbook is set on paper, so that it fits one side of a sheet."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import cache

from playbook.model import Page

PRINTED = ("signs", "strategy", "exit-criteria", "messages")
"""Sections that stand on the sheet."""

SIZES = (13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9)
"""Sizes of letters in px, as `.sheet-1` to `.sheet-10` of print.css set them; `.sheet-11` is for
a playbook that takes a second page."""

FULL = 760
"""Size times the square root of the number of letters on a sheet that is nearly full; measured
on A4 and Letter over the playbooks of four languages, of which none holds less than 766."""

SHEETS = tuple((FULL / size) ** 2 for size in SIZES)
"""Up to how many letters a playbook fits one sheet in each size."""

_WIDTHS = {"GEORGIAN": 1.25, "DEVANAGARI": 1.08}
"""Width of a letter beside a Latin one; vowel signs above and below take none."""


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
    return _WIDTHS.get(unicodedata.name(character, "").partition(" ")[0], 1.0)
