"""A document as the places of its words: which form stands in which field and block.

Fields carry the weights of ranking.  A block is a line of text, or part of a long one: words
of one block stand close together.  Blocks are numbered through the page, title first, with a
gap between aliases and between sections, so that two numbers next to each other are neighbours
in one of them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from playbook.search.documents import FACETS, Document
from playbook.text.fold import fold_word
from playbook.text.tokens import word_pattern

TITLE, ALIAS = 0, 1
FIELDS = 2 + 2 * len(FACETS)

# Words a block holds at most: about two sentences.
BLOCK = 24

# A place of a word is one number: its field times this, and its block.
BLOCKS = 1 << 20

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

    `places` maps a form to the places it stands in, ascending: field * BLOCKS + block, once for
    each time; `length` counts all words; `starts` is the first block of each section and, last,
    the block after them.
    """

    places: dict[str, list[int]]
    length: int
    starts: tuple[int, ...]


class _Forms(dict[str, str]):
    """The form of every word met so far; a text has few different words."""

    def __missing__(self, word: str) -> str:
        form = self[word] = word_form(fold_word(word))
        return form


_forms = _Forms()


def analyse(document: Document) -> Analysed:
    """Cut a document into words and note where each stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    length = 0
    cut, form_of = word_pattern().findall, _forms.__getitem__

    def add(text: str, field: int, block: int) -> int:
        nonlocal length
        for line in text.split("\n"):
            forms = list(filter(None, map(form_of, cut(line))))
            length += len(forms)
            for start in range(0, len(forms), BLOCK):
                place = field * BLOCKS + block
                for form in forms[start : start + BLOCK]:
                    places[form].append(place)
                block += 1
        return block

    block = add(document.title, TITLE, 0) + 1
    for alias in document.aliases:
        block = add(alias, ALIAS, block) + 1
    starts = [block]
    for section in document.sections:
        after = add(section.heading, heading_field(section.facet), block)
        block = max(after, add(section.text, text_field(section.facet), block)) + 1
        starts.append(block)
    for found in places.values():
        if len(found) > 1:
            found.sort()
    return Analysed(places, length, tuple(starts))
