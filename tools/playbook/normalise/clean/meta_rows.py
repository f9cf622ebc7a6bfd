"""Rows of small facts: `By Ann | May 3 | 5 min read | 12 comments`, in any order."""

from __future__ import annotations

import re

from playbook.normalise.blocks import Kind
from playbook.normalise.clean import cue_words, forms
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.said import UNPARTED_LETTER
from playbook.normalise.scan import Document, Scanned, scan
from playbook.normalise.words import texts_of

WORDS = 30
"""A row of facts is a line, not a paragraph."""
OTHER_WORDS = 4
"""Words of a part that says nothing by itself: a name, a place, a section of the site."""
TOLD = 0.5
"""Share of the parts that must be furniture by themselves."""

_MARKS = re.compile(r"\s*[|·•‧∙/]\s+|\s+[|·•‧∙–—/-]\s+|,\s+|\t+|\s{3,}")


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Lines whose parts are a date, a name, a counter and the like."""
    found: dict[int, Verdict] = {}
    for index, scanned in enumerate(document.blocks):
        if index in taken or scanned.block.kind in (Kind.HEADING, Kind.CELL, Kind.FRONT):
            continue
        if reason := _reason(scanned):
            found[index] = Verdict(reason)
    return found


def _reason(scanned: Scanned) -> str:
    if not 2 <= scanned.size <= WORDS or scanned.is_closed:
        return ""
    text = scanned.text
    if not _MARKS.search(text):
        return ""
    bounds = _parts(text)
    if len(bounds) < 2:
        return ""
    may_tell = scanned.has("noise") or UNPARTED_LETTER.search(text) is not None
    told: dict[tuple[int, int], str] = {}
    for start, end in sorted(bounds, key=lambda part: part[0] - part[1]):
        reason, size = _told(scanned, start, end, may_tell=may_tell)
        if not reason and size > OTHER_WORDS:  # mostly the longest part: prose, no row of facts
            return ""
        told[start, end] = reason
    reasons = [told[part] for part in bounds if told[part]]
    if not reasons or len(reasons) < TOLD * len(bounds):
        return ""
    return "author" if "author" in reasons else reasons[0]


def _parts(text: str) -> list[tuple[int, int]]:
    """What stands between the marks."""
    marks = [match.span() for match in _MARKS.finditer(text)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


def _told(scanned: Scanned, start: int, end: int, *, may_tell: bool) -> tuple[str, int]:
    """What a part is by itself, and its words."""
    piece = scanned.text[start:end].strip()
    if not may_tell:  # the whole has no cue, so no part has one
        size = len(texts_of(piece))
        if forms.is_calm(piece, size):
            return "", size
    body = scanned.block.body.slice(start, end).strip()
    part = scan(scanned.block.with_body(body), scanned.language)
    return forms.reason_of(part) or cue_words.reason_of(part, late=False), part.size
