"""What stands above the title or between it and the first paragraph."""

from __future__ import annotations

import re

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document, Scanned

PARAGRAPH = 12
"""Words from which on a block is text of the article."""
BYLINE = 4
"""Blocks under the title in which a name right above a date is the author's."""
_CREDITS = re.compile(r"(?:[^\W\d]+:\s[^:]{2,40}?(?:\s{3,}|$)){2,4}")
"""`Words: Ada Lind     Pictures: Bo Ek`."""
NAME = 3
"""Words of an author's name or a category."""


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Search phrases and buttons above the title; names and categories under it."""
    found: dict[int, Verdict] = {}
    title = document.title
    if title < 0:
        return found
    for index in range(title):
        scanned = document.blocks[index]
        if index in taken or not scanned.size:
            continue
        if scanned.block.kind is Kind.FRONT or (scanned.is_closed and scanned.size > PARAGRAPH):
            continue
        if scanned.size > 2 * PARAGRAPH:
            continue
        found[index] = Verdict("seo-phrase" if scanned.size >= NAME else "navigation")
    for index in range(title + 1, min(title + 1 + BYLINE, len(document.blocks) - 1)):
        following = taken.get(index + 1)
        if index in taken or following is None or following.reason not in ("date", "author"):
            continue
        if document.blocks[index].block.kind is Kind.PARAGRAPH and _is_name(document.blocks[index]):
            found[index] = Verdict("author")
    for index in range(title + 1, min(title + 1 + BYLINE, len(document.blocks))):
        if index not in taken and _CREDITS.fullmatch(document.blocks[index].text.strip()):
            found[index] = Verdict("author")
    short = _short_after(document, taken, title)
    for index in short[:-1]:
        found[index] = Verdict("author")
    if short and _is_name(document.blocks[short[-1]]):
        found[short[-1]] = Verdict("author")
    return found


def _short_after(document: Document, taken: Taken, title: int) -> list[int]:
    """Blocks of a word or three between the title and the first paragraph."""
    short: list[int] = []
    for index in range(title + 1, len(document.blocks)):
        scanned = document.blocks[index]
        if index in taken:
            continue
        if (
            scanned.size > NAME
            or scanned.is_closed
            or scanned.block.kind not in (Kind.PARAGRAPH, Kind.IMAGE)
            or scanned.block.number
            or scanned.block.bold
            or scanned.has("heading")
            or scanned.has("archetype")
            or scanned.has("topic", "client")
        ):
            return short
        short.append(index)
    return []


def _is_name(scanned: Scanned) -> bool:
    """Two or three capitalised words: a person."""
    words = scanned.text.split()
    return 2 <= len(words) <= NAME and all(w[:1].isupper() and w[1:].islower() for w in words)
