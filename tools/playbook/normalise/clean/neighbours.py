"""The second look: short lines judged by what stands beside them."""

from __future__ import annotations

from collections.abc import Collection

from playbook.normalise.blocks import Kind
from playbook.normalise.casing import begins_small
from playbook.normalise.clean.cue_words import is_whole
from playbook.normalise.clean.verdicts import Label, Taken, Verdict
from playbook.normalise.scan import Document, Scanned

SHORT = 9
"""Words of a line that its neighbours may decide about."""
PARAGRAPH = 12
ALTERNATIVE = (4, 18)
"""Words of a picture's alternative text."""
ADVERT, LATE = 4, 0.8
"""Words of an advert that says itself again, and where the article's furniture begins."""
GAPS = 0.5
"""Share of blocks set apart by blank lines from which on two lines without one belong together."""


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Menu words beside other furniture, broken lines between noise, captions over headings."""
    found: dict[int, Verdict] = {}
    first, last = _text_bounds(document, taken)
    for index, scanned in enumerate(document.blocks):
        if index in taken or index == document.title or not scanned.size:
            continue
        before, after = _verdict(index - 1, document, taken), _verdict(index + 1, document, taken)
        if _is_alternative(document, taken, index):
            found[index] = Verdict("caption")
            continue
        edge = index < first or index > last
        if _is_menu_word(scanned) and (edge or _is_noise(before) or _is_noise(after)):
            found[index] = Verdict("navigation")
        elif _is_short(scanned) and _is_noise(before) and _is_noise(after) and index > first:
            found[index] = Verdict("fragment")
        elif (
            not document.is_native(scanned)
            and _is_short(scanned)
            and (edge or _is_noise(before) or _is_noise(after))
            and not scanned.has("archetype")
            and scanned.script != "Zyyy"
        ):
            found[index] = Verdict("foreign")
    found.update(_said_as_furniture(document, {**taken, **found}))
    return found


def _said_as_furniture(document: Document, taken: Taken) -> dict[int, Verdict]:
    """An advert between paragraphs that stands among the furniture at the end as well."""
    blocks = document.blocks
    furniture = {
        blocks[i].folded: verdict
        for i, verdict in taken.items()
        if _is_noise(verdict) and document.position(i) >= LATE and blocks[i].size >= ADVERT
    }
    return {
        i: furniture[s.folded]
        for i, s in enumerate(blocks)
        if i not in taken
        and i != document.title
        and s.folded in furniture
        and _is_short(s)
        and not (s.has("heading") or s.has("archetype", None, "name") or s.has("topic"))
    }


def captions(document: Document, taken: Taken, headings: Collection[int]) -> dict[int, Verdict]:
    """Labels that stuck to the heading below them when the page was flattened, and pictures."""
    found: dict[int, Verdict] = {}
    blocks = document.blocks
    spaced = sum(s.block.gap for s in blocks) > GAPS * len(blocks)
    for index, scanned in enumerate(blocks):
        if index in taken or index == document.title:
            continue
        if scanned.block.kind is Kind.IMAGE and index not in headings:
            found[index] = Verdict("caption")
        following = index + 1
        if (
            spaced
            and following in headings
            and following < len(blocks)
            and not blocks[following].block.gap
            and scanned.block.kind is Kind.PARAGRAPH
            and not scanned.block.number
            and not scanned.is_closed
            and 0 < scanned.size <= SHORT
            and scanned.block.gap
        ):
            found[index] = Verdict("caption")
    return found


def _is_alternative(document: Document, taken: Taken, index: int) -> bool:
    """A line of its own in lower case where others begin with capitals: what a picture shows."""
    blocks = document.blocks
    scanned = blocks[index]
    if not ALTERNATIVE[0] <= scanned.size <= ALTERNATIVE[1] or not begins_small(scanned.text):
        return False
    block = scanned.block
    if block.kind is not Kind.PARAGRAPH or block.bold or block.number or scanned.is_closed:
        return False
    if scanned.text.rstrip().endswith((",", ":", ";", "-", "–", "—")) or scanned.has("heading"):
        return False
    before = next((blocks[i] for i in range(index - 1, -1, -1) if i not in taken), None)
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if before is None or begins_small(before.text) or (after and begins_small(after.text)):
        return False
    return before.is_closed or before.size <= SHORT


def _verdict(index: int, document: Document, taken: Taken) -> Verdict | None:
    return taken.get(index) if 0 <= index < len(document.blocks) else None


def _is_noise(verdict: Verdict | None) -> bool:
    return (
        verdict is not None
        and verdict.label is Label.NOISE
        and verdict.reason
        not in (
            "markup",
            "image-credit",
            "caption",
        )
    )


def _is_menu_word(scanned: Scanned) -> bool:
    return any(
        hit.name == "navigation" and hit.field == "whole" and is_whole(hit, scanned)
        for hit in scanned.hits
    )


def _is_short(scanned: Scanned) -> bool:
    block = scanned.block
    return (
        scanned.size <= SHORT
        and not scanned.is_closed
        and block.kind is Kind.PARAGRAPH
        and not block.number
        and not block.bold
    )


def _text_bounds(document: Document, taken: Taken) -> tuple[int, int]:
    """First and last block of running text."""
    texts = [
        i
        for i, s in enumerate(document.blocks)
        if i not in taken and (s.is_closed or s.block.kind is Kind.ITEM) and s.size >= PARAGRAPH
    ]
    return (texts[0], texts[-1]) if texts else (0, len(document.blocks))
