"""The path to the page: short names parted by signs, near the top."""

from __future__ import annotations

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.forms import path_marks
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document

TOP = 0.12
"""A path stands above the text; the same signs further down part menu entries."""
WORDS = 24


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Two signs of a path make one; one sign does with a word for the start page before it."""
    found: dict[int, Verdict] = {}
    for index, scanned in enumerate(document.blocks):
        if index in taken or scanned.size > WORDS or scanned.block.kind is Kind.CELL:
            continue
        if scanned.block.kind is Kind.HEADING and scanned.block.level == 1:
            continue
        marks = path_marks(scanned.text)
        if not marks:
            continue
        home = any(h.name == "navigation" and h.first == 0 for h in scanned.hits)
        near_top = document.position(index) <= TOP or index < 6
        if near_top and (marks >= 2 or home):
            found[index] = Verdict("breadcrumb")
        elif marks >= 3 and not scanned.is_closed:
            found[index] = Verdict("navigation")
    return found
