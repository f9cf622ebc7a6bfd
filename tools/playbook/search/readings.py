"""Readings: what a word of a query may stand for, and how surely."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from playbook.search.stored import Key

# How much of a word's worth a reading keeps, in sixteenths.
EXACT, REDIRECT, RULE = 16, 15, 14
BARE_FORM, BARE_RULE = 12, 11
ROMAN_FORM, ROMAN_RULE = 13, 11
ROMAN_STRANGE, ROMAN_BESIDE = 5, 10
ROMAN_SURE = 9  # the least for a reader at home in Latin letters
PREFIX, PREFIX_TYPED = 9, 12
TYPO, FAR_TYPO = 10, 7
ROMAN_TYPO = 6
TYPO_BESIDE = 5  # taken off a misspelling where a rule leads somewhere too
BESIDE = 8  # a key the rules lead to from a form that stands under another
LIKE, NEARLY = 11, 5  # another word for the same; one of nearly the same meaning
ELSEWHERE = 2  # taken off where a language is not the query's own
LED_ELSEWHERE = 6  # the same where only a rule leads there

ALTERNATIVES = 6  # keys kept for a doubtful word


@dataclass(frozen=True)
class Reading:
    """A key a word may stand for; `quality` of 16."""

    lang: str
    key: Key
    quality: int
    how: str  # exact, form, marks, roman, like, prefix, typo
    meant: tuple[str, ...] = ()  # forms of the key that are the word itself in this reading
    shared: bool = False  # one of several keys of the same meaning


@dataclass
class Word:
    """A word of the query."""

    text: str
    latin: str  # with a final apostrophe, which belongs to a romanised word
    stop: bool = False
    readings: list[Reading] = field(default_factory=list)

    def add(self, readings: list[Reading]) -> None:
        known = {(r.lang, r.key.text) for r in self.readings}
        self.readings += [r for r in readings if (r.lang, r.key.text) not in known]


def weaker(reading: Reading, by: int) -> Reading:
    """A reading that is less sure."""
    return replace(reading, quality=max(1, reading.quality - by))
