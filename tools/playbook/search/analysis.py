"""Documents as the places of their words: which form stands in which field and block.

Fields carry the weights of ranking.  A block is a line of text, or part of a long one: words
of one block stand close together.  Blocks are numbered through the page, title first, with a
gap between aliases and between sections, so that two numbers next to each other are neighbours
in one of them.
"""

from __future__ import annotations

from playbook.search.documents import FACETS

TITLE, ALIAS = 0, 1
FIELDS = 2 + 2 * len(FACETS)

# Words a block holds at most: about two sentences.
BLOCK = 24

# Length of a page in sixteenths of the language's average.
NORM = 16

# A place of a word is one number: page, field and block.
BLOCKS = 1 << 20
PAGES = 1 << 32

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
