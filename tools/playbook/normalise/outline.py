"""The article's structure: which heading stands over which blocks, and what it announces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from playbook.normalise.blocks import Kind
from playbook.normalise.clean.cleaning import Cleaned
from playbook.normalise.scan import Scanned

NUMBERED_RANK, PLAIN_RANK = 20, 30
"""Ranks of headings without markup, below every marked level; a smaller rank is higher up."""
FACETS = ("exit", "strategy", "sign", "definition")
"""In the order in which a heading that announces two is read: `When to fire a client` may hold
`how to deal with`, not the other way round."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (None before the first) and the text blocks under it, by index."""

    heading: int | None
    blocks: tuple[int, ...]
    rank: int
    facet: str
    """What the heading announces, "" when it does not say."""
    role: str
    """`intro`, `body`, `conclusion` or `meta`."""
    is_child: bool
    """It belongs to the archetype named above it."""
    is_advice: bool = False
    """The heading tells the reader to do something."""


def outline(cleaned: Cleaned) -> tuple[Section, ...]:
    """Cut the text into sections."""
    blocks = cleaned.document.blocks
    kept = [i for i in range(len(blocks)) if i not in cleaned.taken]
    heads = [i for i in kept if i in cleaned.headings and i != cleaned.document.title]
    repeated = Counter(blocks[i].folded for i in heads)
    sections: list[Section] = []
    current: int | None = None
    gathered: list[int] = []

    def close() -> None:
        if current is None and not gathered:
            return
        sections.append(_section(current, gathered, blocks, repeated, first=not sections))

    for index in kept:
        if index == cleaned.document.title:
            continue
        if index in cleaned.headings:
            close()
            current, gathered = index, []
        else:
            gathered.append(index)
    close()
    return tuple(sections)


def _section(
    heading: int | None,
    gathered: list[int],
    blocks: tuple[Scanned, ...],
    repeated: Mapping[str, int],
    *,
    first: bool,
) -> Section:
    if heading is None:
        return Section(None, tuple(gathered), 0, "", "intro", False)
    scanned = blocks[heading]
    facet = heading_facet(scanned)
    role = "body"
    if scanned.has("heading", "meta"):
        role = "meta"
    elif (
        scanned.has("heading", "conclusion")
        and scanned.size <= 5
        and not (facet == "exit" and repeated[scanned.folded] > 1)
    ):
        role = "conclusion"
    elif first and scanned.size <= 2 and facet == "definition":
        role = "intro"
    is_child = repeated[scanned.folded] > 1 or (
        facet in ("sign", "strategy") and scanned.size <= 6 and not scanned.has("topic", "client")
    )
    advises = any(
        h.group == "facet" and h.name == "strategy" and h.field == "start" and h.first == 0
        for h in scanned.hits
    )
    return Section(heading, tuple(gathered), rank(scanned), facet, role, is_child, advises)


def rank(scanned: Scanned) -> int:
    """How high up a heading stands."""
    block = scanned.block
    if block.kind is Kind.HEADING and block.level:
        return block.level
    return NUMBERED_RANK + block.number.count(".") if block.number else PLAIN_RANK


def heading_facet(scanned: Scanned) -> str:
    """What a heading or lead-in announces."""
    named = {hit.name for hit in scanned.hits if hit.group == "heading"}
    return next((facet for facet in FACETS if facet in named), "")
