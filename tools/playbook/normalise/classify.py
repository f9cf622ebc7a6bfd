"""Facet and archetype of every sentence: by its own words, then by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.normalise import archetypes
from playbook.normalise.blocks import Kind
from playbook.normalise.clean.cleaning import Cleaned
from playbook.normalise.facets import ALSO, NONE, decide, scores
from playbook.normalise.outline import Section, heading_facet, outline
from playbook.normalise.scan import Document, Scanned

HEADED = 2.0
DEFINES = 1.0
"""The first paragraph under `What is a difficult client?` says so, in whatever words."""
"""Under `Signs` a sentence is a sign unless its own words say otherwise strongly."""
LISTED = 3.5
"""Items take the facet that their lead-in announces."""
OPENS_TYPE = 2.0
"""The first paragraph under a type's name says how to know it."""
LATER = 0.9
"""What follows goes on in the facet of what stood before."""
ADVISES = 1.3
"""Sections under an advice (`Stay calm`) are advice."""
CONCLUDES = 1.5
OPENS_ARTICLE = 1.5
"""Most introductions say that there are difficult clients and that help is coming."""
ASKS = 2.0
"""A question in the introduction leads on; it tells nothing yet."""
QUESTIONS = "?؟？"
NARRATES = 1.5
"""An author who begins with herself tells nothing yet either."""
SERIES = 3
"""Numbered or marked headings without a facet, so many of them, are a list of advice."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a block's text with its facet."""

    start: int
    end: int
    facet: str
    told: bool
    """Its own words say so."""
    leads: bool = False
    """First of its paragraph."""


@dataclass(frozen=True)
class Classified:
    """Everything the output needs, by index of a block."""

    cleaned: Cleaned
    sentences: Mapping[int, tuple[Sentence, ...]]
    archetypes: Mapping[int, str]
    """Also of headings."""
    openings: Mapping[str, int]
    """Archetype → the heading that opens it, in order of the article; absent without one."""


def classify(cleaned: Cleaned) -> Classified:
    """Name the archetype of each section, then the facet of each sentence."""
    sections = outline(cleaned)
    blocks = cleaned.document.blocks
    named, openings = _name_sections(cleaned.document, sections)
    advice = _is_advice(cleaned.document, sections, named)
    sentences: dict[int, tuple[Sentence, ...]] = {}
    for number, section in enumerate(sections):
        last, lead = "", ""
        for place, index in enumerate(section.blocks):
            scanned = blocks[index]
            lead = _lead(scanned, blocks, section.blocks, place, lead)
            subject = scanned.has("topic", "client") and scanned.has("topic", "difficult")
            ends = number == len(sections) - 1 and _ends_article(blocks, section, place)
            context = _context(section, named, index, place, last, lead, advice, ends, subject)
            found = _sentences(scanned, context, opens=place == 0 and named.get(index, "") != "")
            sentences[index] = found
            last = next((s.facet for s in reversed(found) if s.facet != NONE), last)
    return Classified(cleaned, sentences, named, openings)


def _name_sections(
    document: Document, sections: Sequence[Section]
) -> tuple[dict[int, str], dict[str, int]]:
    blocks = document.blocks
    named: dict[int, str] = {}
    openings: dict[str, int] = {}
    heads = [s for s in sections if s.heading is not None]
    if len(sections) == 1 and not heads:
        _name_story(document, sections[0], named)
        return named, openings
    if not archetypes.on_topic(document, {s.heading for s in heads if s.heading is not None}):
        return named, openings
    listed = _ranks_of_types(blocks, heads)
    current, current_rank = _named_by_title(document), 0
    whole = current
    if whole:
        openings[whole] = document.title
    for section in sections:
        name = ""
        if section.heading is not None and section.role == "body":
            scanned = blocks[section.heading]
            own = (
                ""
                if section.facet == "exit"
                else archetypes.of_heading(scanned, is_listed=section.rank in listed)
            )
            if not own and section.rank in listed and not section.facet:
                own = archetypes.new_type(scanned)
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
    return named, openings


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
    name = _named_by_title(document) or archetypes.of_story(parts)
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
        name = archetypes.of_section([blocks[i] for i in section.blocks])
    current = name
    for index in section.blocks:
        is_item = blocks[index].block.kind in (Kind.ITEM, Kind.CELL)
        if not name and (everywhere or is_item or section.role != "intro"):
            opening = archetypes.of_opening(blocks[index])
            if by_block:
                opening, current = archetypes.of_section([blocks[index]]) or opening, ""
            if opening:
                current = opening
            elif blocks[index].block.kind is Kind.ITEM or section.role != "body":
                current = ""
        if current:
            named[index] = current


def _is_advice(document: Document, sections: Sequence[Section], named: Mapping[int, str]) -> bool:
    """Several headings that name neither type nor facet: the article is a list of advice."""
    plain = [
        s
        for s in sections
        if s.heading is not None and s.heading not in named and s.role == "body" and not s.facet
    ]
    return len(plain) >= SERIES


def _lead(
    scanned: Scanned, blocks: Sequence[Scanned], indexes: Sequence[int], place: int, lead: str
) -> str:
    """The facet that the sentence before a list announces, for the items after it."""
    block = scanned.block
    is_item = block.kind in (Kind.ITEM, Kind.CELL) or bool(block.number)
    if not is_item and place:
        before = blocks[indexes[place - 1]]
        is_item = before.text.rstrip().endswith((":", ",", ";")) and scanned.size <= 25
    if not is_item:
        if not scanned.text.rstrip().endswith(":"):
            return ""
        start = scanned.sentences[-1][0] if scanned.sentences else 0
        own = scores(scanned, start, len(scanned.text))
        best = max(own, key=lambda f: own[f]) if own else ""
        return heading_facet(scanned) or (best if best != NONE and own.get(best, 0) >= 2 else "")
    return lead


def _ends_article(blocks: Sequence[Scanned], section: Section, place: int) -> bool:
    """A last paragraph after a list: it closes the article, not the list."""
    indexes = section.blocks
    return (
        place == len(indexes) - 1
        and place > 0
        and blocks[indexes[place]].block.kind is Kind.PARAGRAPH
        and blocks[indexes[place - 1]].block.kind is Kind.ITEM
    )


def _context(
    section: Section,
    named: Mapping[int, str],
    index: int,
    place: int,
    last: str,
    lead: str,
    advice: bool,
    ends: bool,
    on_subject: bool,
) -> dict[str, float]:
    context: dict[str, float] = {}

    def add(facet: str, weight: float) -> None:
        context[facet] = context.get(facet, 0.0) + weight

    if lead:
        add(lead, LISTED)
    opens_type = section.heading in named and not section.is_child
    if section.facet and not opens_type:
        described = (
            place == 0
            and index in named
            and section.heading not in named
            and section.facet != "definition"
        )
        add(section.facet, HEADED / 2 if described or ends else HEADED)
        if described:
            add("sign", OPENS_TYPE)
        if section.facet == "definition" and place == 0:
            add("definition", DEFINES)
        if ends:
            add("strategy", CONCLUDES)
    elif index in named:
        add("sign", OPENS_TYPE if place == 0 else LATER / 2)
        if section.is_advice and not opens_type:
            add("strategy", ADVISES)
    elif section.role == "conclusion":
        add("strategy", CONCLUDES)
    elif section.role == "body" and section.heading is not None and advice:
        add("strategy", ADVISES)
    if last and section.role != "intro" and not ends:
        add(last, LATER)
    if section.role == "intro" and index not in named:
        add(NONE, OPENS_ARTICLE)
        add("definition", LATER + (LATER if on_subject else 0.0))
        add("sign", -LATER)
    return context


_CLAUSE = re.compile(r"\s[-–—]\s|;\s|—")
FEWEST = 4
"""Words that a clause before a dash needs to stand by itself."""


def _clauses(scanned: Scanned) -> Iterator[tuple[int, int]]:
    """Sentences; one that tells a reason to leave after a dash or semicolon is parted there."""
    for start, end in scanned.sentences:
        inside = scanned.words_between(start, end)
        exits = [
            scanned.words[hit.first].start
            for hit in scanned.hits_between(inside)
            if hit.group == "facet" and hit.name == "exit" and hit.field == "strong"
        ]
        cut = _clause_end(scanned, start, end, min(exits)) if exits else 0
        if cut:
            yield start, start + len(scanned.text[start:cut].rstrip())
            yield cut, end
        else:
            yield start, end


def _clause_end(scanned: Scanned, start: int, end: int, exits_at: int) -> int:
    """Where the clause with the reason to leave begins; 0 when the sentence stays whole."""
    for match in _CLAUSE.finditer(scanned.text, start, end):
        if match.end() > exits_at:
            return 0
        if len(scanned.words_between(start, match.start())) >= FEWEST:
            return match.end()
    return 0


def _is_narrated(scanned: Scanned, start: int, end: int) -> bool:
    return any(
        hit.group == "topic" and hit.name == "narrator"
        for hit in scanned.hits_between(scanned.words_between(start, end))
    )


def _sentences(
    scanned: Scanned, context: Mapping[str, float], *, opens: bool
) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    running = dict(context)
    for start, end in _clauses(scanned):
        own = scores(scanned, start, end)
        if NONE in context and _is_narrated(scanned, start, end):
            own[NONE] = own.get(NONE, 0.0) + NARRATES
        if NONE in context and scanned.text[end - 1] in QUESTIONS:
            own[NONE] = own.get(NONE, 0.0) + ASKS
        facet, told = decide(own, running)
        found.append(Sentence(start, end, facet, told >= ALSO, leads=not found))
        if told >= ALSO and facet != NONE:
            running = dict(context)
            running[facet] = running.get(facet, 0.0) + LATER
    return tuple(found)
