"""Lines that come back where no grammar wants them: running heads, repeated adverts."""

from __future__ import annotations

import re
from collections import defaultdict

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document, Scanned

TIMES = 3
"""Twice may be emphasis or a refrain; three times is a machine."""
WORDS = 14
SENTENCE = 8
"""Words of a sentence that a sub-heading may stand over."""
QUOTE = (2, 40)
"""Words of a pull quote; it comes from a paragraph that is longer by more than the least."""
QUOTES = "\"“„«‘'”»"
_APART = re.compile(r"\s{4,}")
"""Texts set apart on a line: a printed page's head or foot."""
NEAR = 4
"""Blocks between a pull quote and its paragraph."""


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Short lines that recur; a recurring heading (`The solution`) is left alone."""
    places: dict[str, list[int]] = defaultdict(list)
    set_apart: dict[frozenset[str], list[int]] = defaultdict(list)
    for index, scanned in enumerate(document.blocks):
        if index not in taken and 0 < scanned.size <= WORDS and scanned.block.kind is not Kind.CELL:
            places[_without_number(scanned)].append(index)
            if _APART.search(scanned.text):
                set_apart[_parts(scanned)].append(index)
    title = _without_number(document.blocks[document.title]) if document.title >= 0 else None
    found = dict.fromkeys(_pull_quotes(document, taken), Verdict("repeated"))
    for indexes in set_apart.values():
        if len(indexes) > 1:
            found.update(dict.fromkeys(indexes, Verdict("running-head")))
    for folded, indexes in places.items():
        if folded == title and len(indexes) > 1:
            again = [i for i in indexes if i != document.title]
            paged = [i for i in again if _is_paged(document.blocks[i])]
            if len(again) >= TIMES - 1 or any(_beside_noise(i, taken) for i in again):
                found.update(dict.fromkeys(again, Verdict("running-head")))
            elif paged:
                found.update(dict.fromkeys(paged, Verdict("running-head")))
        elif len(indexes) > 1 and all(_is_paged(document.blocks[i]) for i in indexes):
            found.update(dict.fromkeys(indexes, Verdict("running-head")))
        elif len(indexes) >= TIMES and not _is_refrain(document, indexes):
            found.update(dict.fromkeys(indexes, Verdict("repeated")))
    return found


def _pull_quotes(document: Document, taken: Taken) -> list[int]:
    """Sentences of a paragraph near by, set large beside it."""
    blocks = document.blocks
    found: list[int] = []
    for index, scanned in enumerate(blocks):
        if index in taken or index == document.title or not QUOTE[0] <= scanned.size <= QUOTE[1]:
            continue
        quoted = scanned.text.lstrip()[:1] in QUOTES
        if scanned.block.kind is not Kind.PARAGRAPH or not (quoted or scanned.is_closed):
            continue
        words = f" {scanned.folded} "
        near = blocks[max(0, index - NEAR) : index] + blocks[index + 1 : index + 1 + NEAR]
        if any(s.size > scanned.size + QUOTE[0] and words in f" {s.folded} " for s in near):
            found.append(index)
    return found


def _without_number(scanned: Scanned) -> str:
    return " ".join([word for word in scanned.texts if not word.isdigit()])


def _parts(scanned: Scanned) -> frozenset[str]:
    """What is set apart on a line, but for page numbers: left and right pages turn it round."""
    parts = (part.strip().casefold() for part in _APART.split(scanned.text))
    return frozenset(part for part in parts if part and not part.isdigit())


def _is_paged(scanned: Scanned) -> bool:
    """A page number stands at its end or beginning."""
    return scanned.size > 1 and (
        scanned.texts[-1].isdigit() or (scanned.texts[0].isdigit() and not scanned.block.number)
    )


def _beside_noise(index: int, taken: Taken) -> bool:
    return any(
        i in taken
        and taken[i].reason in ("running-head", "navigation", "page-title", "date", "author")
        for i in (index - 1, index + 1)
    )


def _is_text(scanned: Scanned) -> bool:
    """What a sub-heading stands over."""
    is_sentence = scanned.is_closed and scanned.size >= SENTENCE
    return is_sentence or scanned.size >= WORDS or scanned.block.kind is Kind.ITEM


def _is_refrain(document: Document, indexes: list[int]) -> bool:
    """A sub-heading of every section, or an entry that a list repeats."""
    first = document.blocks[indexes[0]]
    if first.has("heading") or first.block.kind is Kind.HEADING or first.is_closed:
        return True
    if first.block.bold or first.block.kind is Kind.ITEM:
        return True
    followed = sum(
        1 for i in indexes if i + 1 < len(document.blocks) and _is_text(document.blocks[i + 1])
    )
    return followed == len(indexes) and first.size <= 4
