"""Facet and archetype of every sentence: by its own words, then by where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.normalise.blocks import Kind
from playbook.normalise.clauses import clauses
from playbook.normalise.clean.cleaning import Cleaned
from playbook.normalise.columns import facets_of_cells
from playbook.normalise.cues import cue_languages
from playbook.normalise.facets import ALSO, NONE, scores
from playbook.normalise.naming import Names, name_sections
from playbook.normalise.outline import Section, heading_facet, outline
from playbook.normalise.scan import Document, Scanned
from playbook.normalise.sequence import Step, decode

HEADED, EXIT_HEADED = 2.0, 4.0
"""Under `Signs` a sentence is a sign unless its own words say otherwise strongly.  Under `When to
leave` the steps of leaving are part of it."""
DEFINES = 1.0
"""The first paragraph under `What is a difficult client?` says so, in whatever words."""
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
OPENING = 2
"""Paragraphs that introduce a text without any headings."""
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
    document = cleaned.document
    names = name_sections(document, sections)
    advice = _is_advice(sections, names)
    columns = facets_of_cells(document.blocks)
    sentences: dict[int, tuple[Sentence, ...]] = {}
    for number, section in enumerate(sections):
        is_last = number == len(sections) - 1
        sentences.update(
            _of_section(document, section, names, columns, advice=advice, is_last=is_last)
        )
    return Classified(cleaned, sentences, names.named, names.openings)


def _of_section(
    document: Document,
    section: Section,
    names: Names,
    columns: Mapping[int, str],
    *,
    advice: bool,
    is_last: bool,
) -> dict[int, tuple[Sentence, ...]]:
    """Gather what speaks for each sentence of a section, then choose for all of them."""
    blocks, named = document.blocks, names.named
    typed = _is_typed(document, section, names)
    is_story = section.heading is None and is_last
    places: list[tuple[int, int, int]] = []
    steps: list[Step] = []
    lead = ""
    for place, index in enumerate(section.blocks):
        scanned = blocks[index]
        lead = columns.get(index) or _lead(scanned, blocks, section.blocks, place, lead)
        ends = is_last and _ends_article(blocks, section, place)
        context = _context(
            section, named, index, place, lead, advice, ends, typed, is_story, scanned
        )
        for number, (start, end) in enumerate(clauses(scanned)):
            places.append((index, start, end))
            steps.append(_step(scanned, start, end, context, opens=number == 0))
    found: dict[int, list[Sentence]] = {index: [] for index in section.blocks}
    facets = decode(steps, typed=typed)
    for (index, start, end), step, facet in zip(places, steps, facets, strict=True):
        told = step.own.get(facet, 0.0) >= ALSO
        found[index].append(Sentence(start, end, facet, told, leads=step.opens))
    return {index: tuple(entries) for index, entries in found.items()}


def _step(
    scanned: Scanned, start: int, end: int, context: Mapping[str, float], *, opens: bool
) -> Step:
    own = scores(scanned, start, end)
    if NONE in context and _is_narrated(scanned, start, end):
        own[NONE] = own.get(NONE, 0.0) + NARRATES
    if NONE in context and scanned.text[end - 1] in QUESTIONS:
        own[NONE] = own.get(NONE, 0.0) + ASKS
    return Step(own, context, opens)


def _is_typed(document: Document, section: Section, names: Names) -> bool:
    """It stands under the name of a type, or what looks like one."""
    if section.heading is None or section.facet or section.is_child or section.is_advice:
        return False
    if section.heading in names.named or section.heading in names.typed:
        return True
    if section.role != "body":
        return False
    if document.language not in cue_languages():
        return len(section.blocks) > 1
    return document.blocks[section.heading].has("topic", "client")


def _is_advice(sections: Sequence[Section], names: Names) -> bool:
    """Several headings that name neither type nor facet: the article is a list of advice."""
    plain = [
        s
        for s in sections
        if s.heading is not None
        and s.heading not in names.named
        and s.heading not in names.typed
        and s.role == "body"
        and not s.facet
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
    lead: str,
    advice: bool,
    ends: bool,
    typed: bool,
    is_story: bool,
    scanned: Scanned,
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
        headed = EXIT_HEADED if section.facet == "exit" else HEADED
        add(section.facet, headed / 2 if described or ends else headed)
        if described:
            add("sign", OPENS_TYPE)
        if section.facet == "definition" and place == 0:
            add("definition", DEFINES)
        if ends:
            add("strategy", CONCLUDES)
    elif index in named or typed:
        add("sign", OPENS_TYPE if place == 0 else 0.0)
        if section.is_advice and not opens_type:
            add("strategy", ADVISES)
    elif section.role == "conclusion":
        add("strategy", CONCLUDES)
    elif section.role == "body" and section.heading is not None and advice:
        add("strategy", ADVISES)
    opens_article = section.role == "intro" and (place < OPENING or not is_story)
    if opens_article and index not in named:
        on_subject = scanned.has("topic", "client") and scanned.has("topic", "difficult")
        add(NONE, OPENS_ARTICLE)
        add("definition", LATER + (LATER if on_subject else 0.0))
        add("sign", -LATER)
    return context


def _is_narrated(scanned: Scanned, start: int, end: int) -> bool:
    return any(
        hit.group == "topic" and hit.name == "narrator"
        for hit in scanned.hits_between(scanned.words_between(start, end))
    )
