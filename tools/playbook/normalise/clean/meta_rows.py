"""Rows of small facts: `By Ann | May 3 | 5 min read | 12 comments`, in any order."""

from __future__ import annotations

import re

from playbook.normalise.blocks import Kind
from playbook.normalise.clean import cue_words, forms
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document, Scanned, scan

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
    reasons: list[str] = []
    parts = 0
    at = 0
    for end, following in [*(m.span() for m in _MARKS.finditer(text)), (len(text), len(text))]:
        if text[at:end].strip():
            parts += 1
            body = scanned.block.body.slice(at, end).strip()
            part = scan(scanned.block.with_body(body), scanned.language)
            reason = forms.reason_of(part) or cue_words.reason_of(part, late=False)
            if reason:
                reasons.append(reason)
            elif part.size > OTHER_WORDS:
                return ""
        at = following
    if parts < 2 or not reasons or len(reasons) < TOLD * parts:
        return ""
    return "author" if "author" in reasons else reasons[0]
