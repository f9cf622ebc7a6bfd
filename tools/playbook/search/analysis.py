"""Documents as the places of their words: which form stands in which field and block.

Fields carry the weights of ranking.  A block is a line of text, or part of a long one: words
of one block stand close together.  Blocks are numbered through the page, title first, with a
gap between aliases and between sections, so that two numbers next to each other are neighbours
in one of them.
"""

from __future__ import annotations

from collections import defaultdict

from playbook.search.documents import FACETS, Document
from playbook.text.fold import fold_word
from playbook.text.tokens import word_pattern

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


class Words:
    """The words of a language's documents, noted while they are added.

    `places` maps a form to the places it stands in: page * PAGES + field * BLOCKS + block, once
    for each time; pages are numbered in the order they come.
    """

    def __init__(self) -> None:
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        self.lengths: list[int] = []
        self.starts: list[tuple[int, ...]] = []
        self._forms = _Forms()

    def add(self, document: Document) -> None:
        """Cut the next document into words and note where each stands.

        `lengths` gets the number of its words; `starts` the first block of each section and,
        last, the block after them.
        """
        places, form_of, cut = self.places, self._forms.__getitem__, word_pattern().findall
        page = len(self.lengths) * PAGES
        length = 0

        def note(text: str, field: int, block: int) -> int:
            nonlocal length
            for line in text.split("\n"):
                forms = [form for form in map(form_of, cut(line)) if form]
                length += len(forms)
                for start in range(0, len(forms), BLOCK):
                    place = page + field * BLOCKS + block
                    for form in forms[start : start + BLOCK]:
                        places[form].append(place)
                    block += 1
            return block

        block = note(document.title, TITLE, 0) + 1
        for alias in document.aliases:
            block = note(alias, ALIAS, block) + 1
        starts = [block]
        for section in document.sections:
            after = note(section.heading, heading_field(section.facet), block)
            block = max(after, note(section.text, text_field(section.facet), block)) + 1
            starts.append(block)
        self.lengths.append(length)
        self.starts.append(tuple(starts))


class _Forms(dict[str, str]):
    """The form of every word met so far; a text has few different words."""

    def __missing__(self, word: str) -> str:
        form = self[word] = word_form(fold_word(word))
        return form
