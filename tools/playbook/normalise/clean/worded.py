"""Boilerplate by its wording, as learned from lines that stand beside articles.

Where cue words know a phrase, this knows what such lines are made of.  A line that may be a
heading must be far likelier noise than text, one among furniture only likelier.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.tail import is_counted
from playbook.normalise.clean.verdicts import Label, Taken, Verdict
from playbook.normalise.learned import noise_of
from playbook.normalise.scan import Document, Scanned

SURE, MAY_HEAD, NAMED, AMONG = 1.5, 3.0, 3.2, 0.7
"""Logarithm of the odds that a line must have: a sentence, a line that may be a heading, one
that speaks of what the article is about, and a line right beside furniture or with a pictogram
before it."""
LONGEST = 40
"""Words of a block that is judged as a line."""
_NUMBERED = re.compile(r"\d{1,2}\s+[^\W\d]")
"""`4 The haggler`: a heading whose number has no sign behind it."""
_NO_FURNITURE = frozenset(("markup", "caption", "image-credit", "table-of-contents"))


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Lines worded as furniture that nothing says belong to the article."""
    blocks = document.blocks
    said = Counter(s.folded for i, s in enumerate(blocks) if i not in taken)
    found: dict[int, Verdict] = {}
    for index, scanned in enumerate(blocks):
        if index in taken or index == document.title or not 0 < scanned.size <= LONGEST:
            continue
        if said[scanned.folded] > 1 or _is_marked(scanned) or is_counted(document, index):
            continue
        following = blocks[index + 1].folded if index + 1 < len(blocks) else ""
        if said[following] > 1 and index + 1 not in taken:
            continue
        odds, reason = noise_of(scanned.texts, scanned.text.strip(), document.language)
        if odds >= _least(document, taken, index):
            found[index] = Verdict(reason)
    return found


def _least(document: Document, taken: Taken, index: int) -> float:
    """The odds that a line needs where it stands."""
    scanned = document.blocks[index]
    if scanned.has("heading") or scanned.has("archetype") or scanned.has("topic", "client"):
        return NAMED
    among = any(_is_furniture(taken.get(i)) for i in (index - 1, index + 1))
    if among or unicodedata.category(scanned.text.lstrip()[0]) == "So":
        return AMONG
    return SURE if scanned.is_closed or len(scanned.sentences) > 1 else MAY_HEAD


def _is_marked(scanned: Scanned) -> bool:
    """Marked or numbered as a part of the article."""
    block = scanned.block
    if block.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.IMAGE):
        return True
    return bool(block.number or block.run_in) or _NUMBERED.match(scanned.text) is not None


def _is_furniture(verdict: Verdict | None) -> bool:
    return (
        verdict is not None and verdict.label is Label.NOISE and verdict.reason not in _NO_FURNITURE
    )
