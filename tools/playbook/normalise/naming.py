"""Which archetype each section and block of an article speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playbook.normalise import archetypes
from playbook.normalise.blocks import Kind
from playbook.normalise.outline import Section
from playbook.normalise.rows import (
    ROW,
    have_one_subject,
    ranks_of_parents,
    tells_types,
    told_by_run_ins,
    told_by_sections,
    with_children,
)
from playbook.normalise.scan import Document, Scanned
from playbook.normalise.telling import told_of

OTHERS = 2
"""Headings that name other types: then the title's word (`demanding clients`) is meant for all."""

ROW_OF_ADVICE = 3
"""Headings that name neither type nor facet: the article is a list of advice for any client."""


@dataclass(frozen=True, slots=True)
class Names:
    """What came of naming; all by index of a block."""

    named: dict[int, str]
    """Block or heading → archetype."""
    openings: dict[str, int]
    """Archetype → the heading that opens it."""
    typed: frozenset[int]
    """Headings in a row of headings that name types, also where nobody knows the type."""


def name_sections(document: Document, sections: Sequence[Section]) -> Names:
    """Follow the sections in order; what names no type of its own goes on in the one above."""
    blocks = document.blocks
    named: dict[int, str] = {}
    openings: dict[str, int] = {}
    heads = [s for s in sections if s.heading is not None]
    if len(sections) == 1 and not heads:
        _name_story(document, sections[0], named)
        return Names(named, openings, frozenset())
    groups = with_children(sections)
    told = told_by_sections(blocks, sections, groups)
    if not archetypes.on_topic(document, {s.heading for s in heads if s.heading is not None}) and (
        not tells_types(sections, told)
        or not (archetypes.speaks_of_clients(document) or have_one_subject(blocks, sections))
    ):
        _name_letters(document, sections, named)
        return Names(named, openings, frozenset())
    listed = _ranks_of_types(blocks, heads) | ranks_of_parents(sections, told)
    current, current_rank = _named_by_title(document), 0
    others = {
        archetypes.of_heading(blocks[s.heading], is_listed=s.rank in listed)
        for s in heads
        if s.heading is not None
    }
    if len(others - {"", current}) >= OTHERS:
        current = ""
    whole = current
    if whole:
        openings[whole] = document.title
    for number, section in enumerate(sections):
        name = ""
        if section.heading is not None and section.role == "body":
            own = _own_name(blocks, section, groups[number], listed)
            if own and not (section.is_child and current):
                name, current, current_rank = own, own, section.rank
                openings.setdefault(own, section.heading)
            elif current and (section.is_child or _is_deeper(section, current_rank)):
                name = current
            elif whole and section.facet in ("sign", "strategy"):
                name = current = whole
            else:
                current = ""
            if name:
                named[section.heading] = name
        elif section.role in ("conclusion", "meta"):
            current = ""
        _name_blocks(blocks, section, name, named)
    typed = frozenset(
        s.heading
        for s in heads
        if s.heading is not None and s.rank in listed and not s.facet and s.role == "body"
    )
    if not named:
        _name_letters(document, sections, named)
    return Names(named, openings, typed)


def _own_name(
    blocks: Sequence[Scanned], section: Section, group: Sequence[int], listed: frozenset[int]
) -> str:
    """The archetype that a section's heading names, or in a row of types its text."""
    assert section.heading is not None
    scanned = blocks[section.heading]
    is_listed = section.rank in listed
    parts = [scanned, *(blocks[i] for i in group)]
    if section.facet == "exit" or (
        section.facet == "definition" and archetypes.is_general(scanned)
    ):
        own = ""
    else:
        own = archetypes.of_heading(scanned, is_listed=is_listed)
    if own or not is_listed:
        return own
    if section.is_child or section.is_advice:
        parts = []
    if section.facet:
        sure = bool(scanned.block.number) and scanned.size <= archetypes.NEW_TYPE
        return archetypes.learned_of(parts)[0] if sure else ""
    return (
        archetypes.learned_of(parts)[0]
        or archetypes.new_type(scanned)
        or archetypes.learned_of(
            parts, least=archetypes.LISTED_TOLD, margin=archetypes.LISTED_APART
        )[0]
        or archetypes.of_section([blocks[i] for i in group], least=archetypes.LISTED_SECTION)
    )


def _name_letters(document: Document, sections: Sequence[Section], named: dict[int, str]) -> None:
    """Letters, posts and stories: no row of headings, the paragraphs themselves tell types."""
    plain = [
        s
        for s in sections
        if s.heading is not None and s.role == "body" and not s.facet and not s.is_child
    ]
    if len(plain) >= ROW_OF_ADVICE:
        return
    indexes = [i for s in sections if s.role not in ("conclusion", "meta") for i in s.blocks]
    parts = [document.blocks[i] for i in indexes]
    told = told_by_run_ins(parts) or told_of(parts)
    kinds = set(told) - {""}
    if len(kinds) >= ROW and archetypes.speaks_of_clients(document, kinds=len(kinds)):
        named.update({i: name for i, name in zip(indexes, told, strict=True) if name})


def _heads_row(scanned: Scanned) -> bool:
    """The first cell of a row says what the row is about."""
    return scanned.block.kind is Kind.CELL and scanned.block.column == 0 < scanned.block.row


def _named_by_title(document: Document) -> str:
    """The archetype of an article whose title is about one type of client."""
    if document.title < 0:
        return ""
    title = document.blocks[document.title]
    if not title.has("topic", "client"):
        return ""
    names = {h.name for h in title.hits if h.group == "archetype" and h.field == "name"}
    return archetypes.of_heading(title, is_listed=False) if len(names) == 1 else ""


def _name_story(document: Document, section: Section, named: dict[int, str]) -> None:
    """A text without headings: about one type throughout, or a type a paragraph."""
    parts = [document.blocks[i] for i in section.blocks]
    told = {archetypes.of_opening(part) for part in parts} - {""}
    name = _named_by_title(document)
    if not name:
        _name_letters(document, [section], named)
        if named:
            return
        name = "" if len(told) > 1 else archetypes.of_story(parts)
    if name:
        named.update(dict.fromkeys(section.blocks, name))
    elif archetypes.on_topic(document, ()):
        _name_blocks(document.blocks, section, "", named, everywhere=True)


def _ranks_of_types(blocks: Sequence[Scanned], heads: Sequence[Section]) -> frozenset[int]:
    """Ranks at which at least two headings name a type with the word for client beside it."""
    counts: dict[int, int] = {}
    for section in heads:
        if section.heading is not None and archetypes.of_heading(
            blocks[section.heading], is_listed=False
        ):
            counts[section.rank] = counts.get(section.rank, 0) + 1
    return frozenset(rank for rank, count in counts.items() if count >= 2)


def _is_deeper(section: Section, rank: int) -> bool:
    """A marked heading of a lower level than the type's."""
    return 0 < rank < section.rank <= 6


def _name_blocks(
    blocks: Sequence[Scanned],
    section: Section,
    name: str,
    named: dict[int, str],
    *,
    everywhere: bool = False,
) -> None:
    """Paragraphs that name a type themselves, else the section's type.

    An introduction mentions types before it is about any: only its list items name one.
    """
    by_block = section.facet == "definition"
    if not name and section.role == "body" and section.facet not in ("exit", "definition"):
        name = archetypes.told_in([blocks[i] for i in section.blocks])
    current = name
    for index in section.blocks:
        is_item = blocks[index].block.kind in (Kind.ITEM, Kind.CELL)
        if not name and (everywhere or is_item or section.role != "intro"):
            opening = archetypes.of_opening(blocks[index])
            if not opening and _heads_row(blocks[index]):
                opening = archetypes.of_heading(blocks[index], is_listed=True)
            if by_block:
                general = archetypes.is_general(blocks[index])
                told = "" if general else archetypes.of_section([blocks[index]]) or opening
                opening, current = told, ""
            if opening:
                current = opening
            elif blocks[index].block.kind is Kind.ITEM or section.role != "body":
                current = ""
        if current:
            named[index] = current
