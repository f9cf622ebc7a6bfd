"""Words of a text as the benchmark sees them, apart from the product's own tokeniser."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bench.search.corpus import Document


def words(text: str) -> list[str]:
    """Runs of letters and marks, in lower case; runs that hold a digit are left out."""
    found: list[str] = []
    run: list[str] = []
    for char in unicodedata.normalize("NFC", text) + " ":
        if unicodedata.category(char)[0] in "LMN" or (run and char in "\u200c\u200d"):
            run.append(char)
            continue
        word = "".join(run)
        if word and not any(unicodedata.category(letter)[0] == "N" for letter in word):
            found.append(word.lower())
        run = []
    return found


@dataclass(frozen=True)
class Vocabulary:
    """How many documents of a language hold each word, and each document's own words."""

    frequency: Counter[str]
    of_document: dict[str, frozenset[str]]
    capitalised: frozenset[str]

    def holders(self, pair: Iterable[str]) -> list[str]:
        """Groups of the documents that hold every word of `pair`."""
        wanted = set(pair)
        return [group for group, found in self.of_document.items() if wanted <= found]


def vocabulary(documents: Iterable[Document]) -> Vocabulary:
    frequency: Counter[str] = Counter()
    of_document: dict[str, frozenset[str]] = {}
    lower: set[str] = set()
    every: set[str] = set()
    for document in documents:
        found = frozenset(words(document.text))
        of_document[document.group] = found
        frequency.update(found)
        every |= found
        lower |= {word for word in words_as_written(document.text) if word == word.lower()}
    return Vocabulary(frequency, of_document, frozenset(every - lower))


def words_as_written(text: str) -> list[str]:
    """Words split on white space, punctuation trimmed, case kept: tells names from other words."""
    return [token.strip(".,;:!?\"'()[]„“”‘’«»–—-…|।") for token in text.split()]
