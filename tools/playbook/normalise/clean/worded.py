"""Boilerplate by its wording, as learned from lines that stand beside articles.

Where cue words know a phrase, this knows what such lines are made of.  A line that may be a
heading must be far likelier noise than text, one among furniture only likelier.
"""

from __future__ import annotations

from collections import Counter

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.tail import is_counted
from playbook.normalise.clean.verdicts import Label, Taken, Verdict
from playbook.normalise.learned import noise_of
from playbook.normalise.scan import Document, Scanned

SURE, MAY_HEAD, AMONG = 1.5, 3.0, 0.7
"""Logarithm of the odds that a line must have: a sentence, a line that may be a heading, and a
line right beside furniture."""
LONGEST = 40
"""Words of a block that is judged as a line."""
_NO_FURNITURE = frozenset(("markup", "caption", "image-credit", "table-of-contents"))


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Lines worded as furniture that nothing says belong to the article."""
    blocks = document.blocks
    said = Counter(s.folded for i, s in enumerate(blocks) if i not in taken)
    found: dict[int, Verdict] = {}
    for index, scanned in enumerate(blocks):
        if index in taken or index == document.title or not 0 < scanned.size <= LONGEST:
            continue
        if said[scanned.folded] > 1 or _is_article(scanned) or is_counted(document, index):
            continue
        odds, reason = noise_of(scanned.texts, scanned.text.strip(), document.language)
        among = any(_is_furniture(taken.get(i)) for i in (index - 1, index + 1))
        least = AMONG if among else SURE if scanned.is_closed else MAY_HEAD
        if odds >= least:
            found[index] = Verdict(reason)
    return found


def _is_article(scanned: Scanned) -> bool:
    """Marked, numbered or named as a part of the article."""
    block = scanned.block
    return (
        block.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.IMAGE)
        or bool(block.number or block.run_in)
        or scanned.has("heading")
        or scanned.has("archetype")
        or scanned.has("topic", "client")
    )


def _is_furniture(verdict: Verdict | None) -> bool:
    return (
        verdict is not None and verdict.label is Label.NOISE and verdict.reason not in _NO_FURNITURE
    )
