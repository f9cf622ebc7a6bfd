"""A document as the places of its words: which form stands in which field and block.

Fields carry the weights of ranking.  A block is a line of text, or part of a long one: words
of one block stand close together.  Blocks are numbered through the page, with a gap between
sections, so that two numbers next to each other are neighbours in one section.
"""

from __future__ import annotations

from dataclasses import dataclass

from playbook.search.documents import FACETS, Document
from playbook.text.tokens import words

TITLE, ALIAS = 0, 1
FIELDS = 2 + 2 * len(FACETS)

# Words a block holds at most: about two sentences.
BLOCK = 24

_POSSESSIVES = ("'s", "'")


def heading_field(facet: str | None) -> int:
    return 2 + 2 * FACETS.index(facet)


def text_field(facet: str | None) -> int:
    return 3 + 2 * FACETS.index(facet)


def facet_of_field(field: int) -> str | None:
    """The facet of what stands in a field; None for titles, aliases and plain text."""
    return FACETS[(field - 2) // 2] if field >= 2 else None


def word_form(word: str) -> str:
    """A folded word as the index knows it: without an English possessive."""
    for ending in _POSSESSIVES:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True)
class Analysed:
    """The words of one document.

    `places` maps a form to its fields and those to ascending block numbers (one for each time
    it stands there); `length` counts all words; `starts` is the first block of each section.
    """

    places: dict[str, dict[int, list[int]]]
    length: int
    starts: tuple[int, ...]


def analyse(document: Document) -> Analysed:
    """Cut a document into words and note where each stands."""
    places: dict[str, dict[int, list[int]]] = {}
    length = 0

    def add(text: str, field: int, block: int) -> int:
        nonlocal length
        last = block
        for line in text.split("\n"):
            forms = words(line)
            length += len(forms)
            for i, form in enumerate(forms):
                if "'" in form:
                    form = word_form(form)
                last = block + i // BLOCK
                fields = places.get(form)
                if fields is None:
                    fields = places[form] = {}
                blocks = fields.get(field)
                if blocks is None:
                    fields[field] = [last]
                else:
                    blocks.append(last)
            if forms:
                block = last + 1
        return block

    add(document.title, TITLE, 0)
    for alias in document.aliases:
        add(alias, ALIAS, 0)
    starts = []
    block = 2
    for section in document.sections:
        starts.append(block)
        add(section.heading, heading_field(section.facet), block)
        block = add(section.text, text_field(section.facet), block) + 1
    return Analysed(places, length, tuple(starts))
