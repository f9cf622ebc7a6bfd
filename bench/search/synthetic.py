"""Large corpora made of FLORES words: many pages of the shape of a playbook, in four languages.

Words are drawn by Zipf's law from the language's own vocabulary, and one word in twenty is made
from the letters of that language (order-3 Markov chain), so that the vocabulary goes on growing
with the pages as it does in real text (Heaps' law).
"""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bench.search.corpus import Document
from bench.search.words import vocabulary

WORDS_A_PAGE = 600
WORDS_A_SENTENCE = 12
NEW_WORDS = 0.05
ORDER = 3
END = "\n"


class Babbler:
    """Endless text in the words of one language."""

    def __init__(self, documents: Sequence[Document], source: random.Random) -> None:
        counted = vocabulary(documents).frequency
        self._words = [word for word, _ in counted.most_common()]
        weights = (1 / (rank + 10) for rank in range(len(self._words)))
        self._weights = list(itertools.accumulate(weights))
        self._chain: dict[str, str] = defaultdict(str)
        for word in self._words:
            padded = " " * ORDER + word + END
            for at in range(len(padded) - ORDER):
                self._chain[padded[at : at + ORDER]] += padded[at + ORDER]
        self._source = source

    def words(self, count: int) -> list[str]:
        drawn = self._source.choices(self._words, cum_weights=self._weights, k=count)
        return [self._new_word() if self._source.random() < NEW_WORDS else word for word in drawn]

    def _new_word(self) -> str:
        state, word = " " * ORDER, ""
        while len(word) < 14:
            letter = self._source.choice(self._chain[state])
            if letter == END:
                break
            word += letter
            state = state[1:] + letter
        return word

    def sentences(self, words: int) -> Iterator[str]:
        for _ in range(words // WORDS_A_SENTENCE):
            sentence = " ".join(self.words(WORDS_A_SENTENCE))
            yield sentence[0].upper() + sentence[1:] + "."


def make_pages(documents: Sequence[Document], groups: int, seed: int = 20260101) -> list[Document]:
    """`groups` pages in each language of `documents`."""
    langs = sorted({document.lang for document in documents})
    pages = []
    for lang in langs:
        own = [document for document in documents if document.lang == lang]
        babbler = Babbler(own, random.Random(f"{seed}/{lang}"))
        for number in range(groups):
            title = " ".join(babbler.words(4))
            text = tuple(babbler.sentences(WORDS_A_PAGE))
            pages.append(Document(f"page{number:04d}", lang, title, text))
    return pages
