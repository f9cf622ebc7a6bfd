"""What a sentence's place in the article says about its facet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.normalise.blocks import Kind
from playbook.normalise.facets import NONE, scores
from playbook.normalise.outline import FACETS, Section, heading_facet
from playbook.normalise.scan import Scanned

HEADED, EXIT_HEADED = 1.5, 4.0
"""Under `Signs` a sentence is a sign unless its own words say otherwise strongly.  Under `When to
leave` the steps of leaving are part of it."""
CHILD_HEADED = 2.5
"""Under a type's own `Signs` and `What to do`, which come again under each, the words are ruled."""
DEFINES = 1.0
"""The first paragraph under `What is a difficult client?` says so, in whatever words."""
LISTED = 3.5
"""Items take the facet that their lead-in announces."""
OPENS_TYPE = 3.0
"""The first paragraph under a type's name says how to know it."""
SUPPOSES = 0.9
"""What else introductions say is what a difficult client is; twice so when it names both words."""
ADVISES = 1.3
"""Sections under an advice (`Stay calm`) are advice."""
CONCLUDES = 1.5
OPENS_ARTICLE = 1.5
"""Most introductions say that there are difficult clients and that help is coming."""
OPENING = 2
"""Paragraphs that introduce a text without any headings."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    section: Section
    number: int
    """In its section, from 0."""
    lead: str
    """Facet that a lead-in or the head of a column announces for it."""
    ends: bool
    """It closes the article after a list."""
    typed: bool
    """The section stands under the name of a type."""
    advice: bool
    """The article is a list of advice."""
    is_story: bool
    """The section is the whole article: a text without headings."""

    @property
    def introduces(self) -> bool:
        return self.section.role == "intro" and (self.number < OPENING or not self.is_story)


def announced(
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


def closes(blocks: Sequence[Scanned], section: Section, place: int) -> bool:
    """A last paragraph after a list: it closes the article, not the list."""
    indexes = section.blocks
    return (
        place == len(indexes) - 1
        and place > 0
        and blocks[indexes[place]].block.kind is Kind.PARAGRAPH
        and blocks[indexes[place - 1]].block.kind is Kind.ITEM
    )


def _run_in_facet(scanned: Scanned) -> str:
    """What a heading on the text's own line announces."""
    inside = scanned.hits_between(scanned.words_between(0, scanned.block.run_in))
    named = {hit.name for hit in inside if hit.group == "heading"}
    return next((facet for facet in FACETS if facet in named), "")


def context_of(
    place: Place, index: int, scanned: Scanned, named: Mapping[int, str]
) -> dict[str, float]:
    """How strongly its place speaks for each facet of a block's sentences."""
    context: dict[str, float] = {}

    def add(facet: str, weight: float) -> None:
        context[facet] = context.get(facet, 0.0) + weight

    section = place.section
    if scanned.block.run_in and (told := _run_in_facet(scanned)):
        add(told, LISTED)
    if place.lead:
        add(place.lead, LISTED)
    opens_type = section.heading in named and not section.is_child
    if section.facet and not opens_type:
        described = (
            place.number == 0
            and index in named
            and section.heading not in named
            and section.facet != "definition"
        )
        headed = EXIT_HEADED if section.facet == "exit" else HEADED
        if section.is_child and index in named and headed == HEADED:
            headed = CHILD_HEADED
        add(section.facet, headed / 2 if described or place.ends else headed)
        if described:
            add("sign", OPENS_TYPE)
        if section.facet == "definition" and place.number == 0:
            add("definition", DEFINES)
        if place.ends:
            add("strategy", CONCLUDES)
    elif index in named or place.typed:
        add("sign", OPENS_TYPE if place.number == 0 else 0.0)
        if section.is_advice and not opens_type:
            add("strategy", ADVISES)
    elif section.role == "conclusion":
        add("strategy", CONCLUDES)
    elif section.role == "body" and section.heading is not None and place.advice:
        add("strategy", ADVISES)
    if place.introduces and index not in named:
        on_subject = scanned.has("topic", "client") and scanned.has("topic", "difficult")
        add(NONE, OPENS_ARTICLE)
        add("definition", SUPPOSES * (2 if on_subject else 1))
        add("sign", -SUPPOSES)
    return context
