"""The article's title: the heading at the top, not the path or search phrase above it."""

from __future__ import annotations

import re
from dataclasses import replace

from playbook.normalise.blocks import Kind
from playbook.normalise.casing import begins_small
from playbook.normalise.clean.threads import is_byline
from playbook.normalise.clean.verdicts import Taken
from playbook.normalise.headings import LONGEST_MARKED, SENTENCE_ENDS
from playbook.normalise.scan import Document, Scanned
from playbook.normalise.words import texts_of

WITHIN = 14
"""Blocks from the top that a title may stand among: a menu and a byline may come first."""
TEXT = 6
"""Words of a sentence with which the text has begun."""
TELLING = 2.0
"""What a word for clients gives a line; with it, it goes before a marked heading below."""
SURE = 5.0
"""All that `_score` can find: nothing below will be a better title."""
SENTENCE = 4
"""Words that a title usually has and a menu entry has not."""
KICKER = 0.5
MENU = 1.5
"""What a row of names loses, which may be a menu."""
LINE = 50
"""Characters of a line that was broken for a page's width; a byline under a short one is none."""
SHORTEST = 3
"""Words; one or two at the top are a category or a button."""

_FRONT_TITLE = re.compile(r"title\s*[:=]\s*(.*\S)", re.IGNORECASE)
_APART = re.compile(r"\S\s{4,}\S")
"""Two texts set apart on a line: a printed page's head."""


def find_title(document: Document, taken: Taken) -> Document:
    """The document with its title marked, if it has one."""
    marked = [
        i
        for i, s in enumerate(document.blocks)
        if i not in taken and s.block.kind is Kind.HEADING and s.block.level == 1
    ]
    if marked:
        return replace(document, title=marked[0])
    if named := front_title(document):
        return replace(document, title=_said_again(document, taken, named))
    first_marked = next(
        (
            i
            for i, s in enumerate(document.blocks)
            if i not in taken and s.block.kind is Kind.HEADING
        ),
        None,
    )
    best, most, seen = -1, 0.0, 0
    for index, scanned in enumerate(document.blocks):
        if index in taken:
            continue
        if index == first_marked:
            return replace(document, title=best if most >= TELLING else index)
        if best >= 0 and scanned.has("noise", "contents-label"):
            break
        if _goes_on(document, index):
            continue
        if (
            _may_be_title(scanned, document)
            and (score := _score(scanned) - (KICKER if _is_kicker(document, index) else 0.0)) > most
        ):
            best, most = index, score
            if score >= SURE:
                break
        seen += 1
        if scanned.size > LONGEST_MARKED or seen > WITHIN:
            break
        if best >= 0 and best != index and scanned.size >= TEXT and scanned.is_closed:
            break
    return replace(document, title=best)


def front_title(document: Document) -> str:
    """The title that the front matter gives the article, "" without one."""
    for scanned in document.blocks:
        if scanned.block.kind is not Kind.FRONT:
            return ""
        if found := _FRONT_TITLE.match(scanned.text):
            return found[1].strip().strip("\"'").strip()
    return ""


def _said_again(document: Document, taken: Taken, title: str) -> int:
    """The block near the top that repeats the title of the front matter, else -1."""
    words = texts_of(title)
    for index, scanned in enumerate(document.blocks[: document.front + WITHIN]):
        if index in taken or scanned.block.kind is Kind.FRONT:
            continue
        if scanned.texts == words:
            return index
    return -1


def _goes_on(document: Document, index: int) -> bool:
    """The line below goes on in lower case: a line of a paragraph, not a title."""
    if index + 1 >= len(document.blocks) or len(document.blocks[index].text) < LINE:
        return False
    after = document.blocks[index + 1]
    is_line = after.block.kind is Kind.PARAGRAPH and not after.block.gap
    return is_line and begins_small(after.text) and after.size > SHORTEST


def _score(scanned: Scanned) -> float:
    """Titles speak of the subject and are longer than a menu entry; the first of equals wins."""
    score = 1.0
    if scanned.has("topic", "client") or scanned.has("topic", "difficult"):
        score += TELLING
    if scanned.size >= SENTENCE:
        score += 1.0
    if not begins_small(scanned.text):
        score += 1.0
    return score - (MENU if _is_menu(scanned) else 0.0)


def _is_kicker(document: Document, index: int) -> bool:
    """Capitals right over another line that may be the title: the name of a magazine's part."""
    after = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    return (
        after is not None
        and document.blocks[index].text.isupper()
        and not after.text.isupper()
        and _may_be_title(after, document)
        and after.size > SHORTEST
    )


def _is_menu(scanned: Scanned) -> bool:
    """`News Opinion Sport Culture`: names in a row, no small word among them."""
    if scanned.size < SENTENCE or scanned.has("topic") or scanned.has("archetype"):
        return False
    words = scanned.text.split()
    return all(word.istitle() and word.isalpha() for word in words)


def _may_be_title(scanned: Scanned, document: Document) -> bool:
    block, text = scanned.block, scanned.text.rstrip()
    if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not document.is_native(scanned):
        return False
    if scanned.size > LONGEST_MARKED or text.endswith((*SENTENCE_ENDS[1:], ":")):
        return False
    if _APART.search(text) or is_byline(scanned):
        return False
    if text.endswith(".") and (scanned.size > 12 or len(scanned.sentences) > 1):
        return False
    if scanned.size < SHORTEST and not scanned.has("topic"):
        return False
    if block.number and not scanned.has("topic"):
        return False
    return bool(block.number) or not (begins_small(text) and scanned.size < 5)
