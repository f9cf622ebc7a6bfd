"""One slip of the finger: a letter left out, put in, replaced, or swapped with its neighbour."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence

KINDS = ("deletion", "insertion", "substitution", "transposition")
SHORTEST = 4


def slip(word: str, kind: str, letters: Sequence[str], source: random.Random) -> str:
    """`word` with one edit of `kind`; new letters come from `letters`, those of its script."""
    at = source.randrange(len(word) - (kind == "transposition"))
    if kind == "deletion":
        return word[:at] + word[at + 1 :]
    if kind == "transposition":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    letter = source.choice(letters)
    return word[:at] + letter + word[at + (kind == "substitution") :]


def with_typo(
    pair: Sequence[str], letters: Sequence[str], known: frozenset[str], source: random.Random
) -> tuple[str, ...]:
    """`pair` with one slip in one word of four letters or more.

    The result is no other word of the corpus (that would be another query, not a typo) and does
    not begin with a combining mark, which no keyboard yields.
    """
    places = [place for place, word in enumerate(pair) if len(word) >= SHORTEST]
    while True:
        place = source.choice(places or range(len(pair)))
        word = slip(pair[place], source.choice(KINDS), letters, source)
        starts_well = bool(word) and unicodedata.category(word[0])[0] == "L"
        if starts_well and word != pair[place] and word not in known:
            return (*pair[:place], word, *pair[place + 1 :])


def letters_of(vocabulary: frozenset[str]) -> list[str]:
    """The letters and marks a language's words are written with."""
    counts: dict[str, int] = {}
    for word in vocabulary:
        for char in word:
            counts[char] = counts.get(char, 0) + 1
    common = sum(counts.values()) / 2000
    return sorted(char for char, count in counts.items() if count >= common)
