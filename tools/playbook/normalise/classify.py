"""Facet and archetype of every sentence: by its own words, then by where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from playbook.normalise.children import with_told_facets
from playbook.normalise.clauses import clauses
from playbook.normalise.clean.cleaning import Cleaned
from playbook.normalise.columns import facets_of_cells
from playbook.normalise.context import Place, announced, closes, context_of
from playbook.normalise.cue_files import cue_languages
from playbook.normalise.facets import ALSO, FACETS, NONE, scores
from playbook.normalise.learned import facet_scores
from playbook.normalise.naming import Names, name_sections
from playbook.normalise.outline import Section, outline
from playbook.normalise.scan import Document, Scanned
from playbook.normalise.sequence import LEASTS, Step, decode

ASKS = 2.0
"""A question in the introduction leads on; it tells nothing yet."""
QUESTIONS = "?؟？"
NARRATES = 2.5
"""An author who begins with herself tells nothing yet either."""
LEARNED, MOST_LEARNED = 1.0, 3.0
"""Weight of what was learned of a sentence's wording, and the most it says against a facet."""
OPENS_STRETCH = 1.5
"""As under a type's name, but the paragraph may well begin with advice."""
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
    document = cleaned.document
    sections = with_told_facets(outline(cleaned), document.blocks)
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
    blocks = document.blocks
    typed = _is_typed(document, section, names)
    places: list[tuple[int, int, int]] = []
    steps: list[Step] = []
    lead = ""
    for number, index in enumerate(section.blocks):
        scanned = blocks[index]
        lead = columns.get(index) or announced(scanned, blocks, section.blocks, number, lead)
        place = Place(
            section,
            number,
            lead,
            ends=is_last and closes(blocks, section, number),
            typed=typed,
            advice=advice,
            is_story=is_last and section.heading is None,
        )
        context = context_of(place, index, scanned, names.named)
        if _opens_stretch(section, number, names):
            context["sign"] = context.get("sign", 0.0) + OPENS_STRETCH
        for opens, (start, end) in enumerate(clauses(scanned)):
            places.append((index, start, end))
            steps.append(_step(scanned, start, end, context, opens=opens == 0))
    found: dict[int, list[Sentence]] = {index: [] for index in section.blocks}
    facets = _decoded(steps, places, names, typed=typed)
    for (index, start, end), step, facet in zip(places, steps, facets, strict=True):
        told = step.own.get(facet, 0.0) >= ALSO
        found[index].append(Sentence(start, end, facet, told, leads=step.opens))
    return {index: tuple(entries) for index, entries in found.items()}


def _opens_stretch(section: Section, number: int, names: Names) -> bool:
    """The first paragraph on a type that only the paragraphs themselves name."""
    index = section.blocks[number]
    if index not in names.named or section.heading in names.named:
        return False
    before = names.named.get(section.blocks[number - 1]) if number else None
    return names.named[index] != before


def _decoded(
    steps: Sequence[Step],
    places: Sequence[tuple[int, int, int]],
    names: Names,
    *,
    typed: bool,
) -> list[str]:
    """Choose the facets of each stretch of paragraphs on one type by themselves."""
    if typed:
        return decode(steps, typed=True)
    facets: list[str] = []
    at = 0
    for name, stretch in groupby(places, key=lambda place: names.named.get(place[0], "")):
        size = len(list(stretch))
        facets += decode(steps[at : at + size], typed=bool(name))
        at += size
    return facets


def _step(
    scanned: Scanned, start: int, end: int, context: Mapping[str, float], *, opens: bool
) -> Step:
    own = scores(scanned, start, end)
    if NONE in context:
        own = dict(own)
        if _is_narrated(scanned, start, end):
            own[NONE] = own.get(NONE, 0.0) + NARRATES
        if scanned.text[end - 1] in QUESTIONS:
            own[NONE] = own.get(NONE, 0.0) + ASKS
    learned = _learned_of(scanned, start, end)
    says = [
        least + own.get(facet, 0.0) + (context.get(facet, 0.0) + learned.get(facet, 0.0))
        for facet, least in zip(FACETS, LEASTS, strict=True)
    ]
    return Step(own, says, opens)


def _learned_of(scanned: Scanned, start: int, end: int) -> Mapping[str, float]:
    """What the sentence's words say by the wording of sentences learned from."""
    inside = scanned.words_between(start, end)
    words = scanned.texts
    if len(inside) < len(words):
        words = words[inside.start : inside.stop]
    return _learned(words, scanned.text[start:end].rstrip()[-1:], scanned.language)


@lru_cache(maxsize=1 << 12)
def _learned(words: tuple[str, ...], end: str, language: str) -> Mapping[str, float]:
    return {
        facet: max(-MOST_LEARNED, LEARNED * likely)
        for facet, likely in facet_scores(words, end, language).items()
    }


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
    heading = document.blocks[section.heading]
    return (
        heading.has("topic", "client")
        or heading.has("topic", "someone")
        or heading.has("archetype", None, "name")
    )


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


def _is_narrated(scanned: Scanned, start: int, end: int) -> bool:
    return any(
        hit.group == "topic" and hit.name == "narrator"
        for hit in scanned.hits_between(scanned.words_between(start, end))
    )
