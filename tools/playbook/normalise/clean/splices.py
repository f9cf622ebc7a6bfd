"""Spam set into the middle of a line, even of a word: found, cut out, the word joined again.

Three signs, each from the text itself or a dictionary, never from a list of spam:

* the halves of a word stand apart, and joined they make a word that the article uses
  elsewhere or the dictionary has, while the halves are words of neither;
* a phrase that was cut out once, or stands alone as a line, stands in another line too;
* a few words in lower case in another script stand between two words that the article
  elsewhere writes side by side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, chain, pairwise

from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.scan import Document, Scanned
from playbook.text import is_known, script_of

LONGEST = 9
"""Words of a spliced phrase; longer ones were not seen and would cost precision."""
HALF = 2
"""Letters a half of a word has at least: single letters are initials and list marks."""
JOINED = 5
"""Letters the joined word has at least: short words come together by chance."""
PHRASE = 2
"""Words of a phrase that is cut out where it comes again."""
TEXT = 8
"""Words of a block that can be text around a splice."""


@dataclass(frozen=True, slots=True)
class Splices:
    """What to cut out of which block, and blocks that are nothing but a spliced phrase."""

    cuts: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Ranges of the block's text."""
    alone: Mapping[int, Verdict] = field(default_factory=dict)


def find_splices(document: Document, taken: Taken) -> Splices:
    """Look through the text blocks of an article."""
    counts = Counter(chain.from_iterable(scanned.texts for scanned in document.blocks))
    halves = _Halves(document.language, counts)
    pairs = _pairs(document)
    lines = Counter(s.folded for s in document.blocks if PHRASE <= s.size <= LONGEST)
    cuts: dict[int, list[tuple[int, int]]] = {}
    phrases: set[tuple[str, ...]] = set()
    texts = [i for i, s in enumerate(document.blocks) if s.size >= TEXT and i not in taken]
    for index in texts:
        scanned = document.blocks[index]
        for first, last in _broken_words(scanned, halves):
            start, end = scanned.words[first].end, scanned.words[last].start
            cuts.setdefault(index, []).append((start, end))
            phrases.add(scanned.texts[first + 1 : last])
        for first, last in _foreign_runs(scanned, document.script, pairs):
            start, end = scanned.words[first].start, scanned.words[last].start
            cuts.setdefault(index, []).append((start, end))
    phrases = {p for p in phrases if len(p) >= PHRASE}
    phrases |= _spam_lines(document, lines)
    if phrases:
        opening = {phrase[0]: phrase for phrase in sorted(phrases, key=lambda p: (len(p), p))}
        for index in texts:
            found = _occurrences(document.blocks[index], opening)
            if found:
                cuts.setdefault(index, []).extend(_apart(found, cuts.get(index, [])))
    alone = {
        i: Verdict("spam")
        for i, s in enumerate(document.blocks)
        if s.texts in phrases and i not in taken
    }
    return Splices({i: tuple(sorted(c)) for i, c in cuts.items() if c}, alone)


class _Halves:
    """Which words of an article may be halves of one, each looked up once."""

    def __init__(self, language: str, counts: Mapping[str, int]) -> None:
        self.language = language
        self.counts = counts
        self.known: dict[str, bool] = {}
        self.scripts: dict[str, str] = {}

    def may_be(self, word: str) -> bool:
        """A word that the article has once, no number and no single letter."""
        return (
            self.counts[word] == 1
            and len(word) >= HALF
            and (word.isalpha() or not any(c.isdigit() for c in word))
        )

    def make_word(self, left: str, right: str) -> bool:
        joined = left + right
        if len(joined) < JOINED or self.script(left) != self.script(right):
            return False
        if joined in self.counts:
            return not (self.is_known(left) and self.is_known(right))
        # no longer than five letters, a word of the dictionary alone proves nothing
        return (
            len(joined) > JOINED
            and not self.is_known(left)
            and not self.is_known(right)
            and is_known(joined, self.language)
        )

    def is_known(self, word: str) -> bool:
        known = self.known.get(word)
        if known is None:
            known = self.known[word] = is_known(word, self.language)
        return known

    def script(self, word: str) -> str:
        script = self.scripts.get(word)
        if script is None:
            script = self.scripts[word] = script_of(word)
        return script


def _broken_words(scanned: Scanned, halves: _Halves) -> Iterator[tuple[int, int]]:
    """Pairs of words (first, last) that are halves of one, with a phrase between them."""
    texts = scanned.texts
    rare = [index for index, text in enumerate(texts) if halves.may_be(text)]
    if len(rare) < 2:
        return
    words = scanned.words
    joins = [i for i in rare if i and words[i - 1].end + 1 == words[i].start]
    """Halves that end a word: nothing but a blank parts them from the phrase before."""
    begin = 0
    for at in rare:
        if at < begin or not words[at].after.isspace():
            continue
        for last in joins[bisect_left(joins, at + 2) :]:
            if last >= at + 2 + LONGEST:
                break
            if halves.make_word(texts[at], texts[last]):
                yield at, last
                begin = last + 1
                break


def _foreign_runs(
    scanned: Scanned, script: str, pairs: frozenset[tuple[str, str]]
) -> Iterator[tuple[int, int]]:
    """Words (first, word after the last) of another script, in lower case, two or more."""
    if script == "Latn":
        return
    words, text = scanned.words, scanned.text
    at = 0
    while at < len(words):
        if not _is_foreign(text[words[at].start : words[at].end]):
            at += 1
            continue
        end = at
        while end < len(words) and _is_foreign(text[words[end].start : words[end].end]):
            end += 1
        if PHRASE <= end - at <= LONGEST and at > 0 and end < len(words):
            left, right = words[at - 1], words[end]
            around = text[left.end : words[at].start] + text[words[end - 1].end : right.start]
            if around.isspace() and (_stem(left.text), _stem(right.text)) in pairs:
                yield at, end
        at = end


def _is_foreign(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower()


def _stem(word: str) -> str:
    """Enough of a word to meet its other cases."""
    return word[:4]


def _pairs(document: Document) -> frozenset[tuple[str, str]]:
    """Beginnings of every two words that stand side by side."""
    if document.script == "Latn":
        return frozenset()
    return frozenset(
        pair for scanned in document.blocks for pair in pairwise(map(_stem, scanned.texts))
    )


def _spam_lines(document: Document, lines: Counter[str]) -> set[tuple[str, ...]]:
    """Lines that come again alone and also inside a text where nothing parts them from it."""
    candidates = {
        s.texts
        for s in document.blocks
        if s.hits and s.has("noise", "spam") and not s.is_closed and lines.get(s.folded, 0) >= 1
    }
    return {phrase for phrase in candidates if len(phrase) >= PHRASE}


def _occurrences(scanned: Scanned, opening: Mapping[str, tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where a phrase stands in the block, with the blank that parts it from the next word.

    `opening` are the phrases by their first word.
    """
    texts = scanned.texts
    if opening.keys().isdisjoint(texts):
        return []
    words = scanned.words
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        phrase = opening.get(texts[at])
        if phrase and texts[at : at + len(phrase)] == phrase:
            last = at + len(phrase)
            end = words[last].start if last < len(words) else words[last - 1].end
            between = scanned.text[words[last - 1].end : end]
            found.append((words[at].start, end if between.isspace() else words[last - 1].end))
            at = last
        else:
            at += 1
    return found


def _apart(found: list[tuple[int, int]], others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of the ranges that overlap none of the others."""
    ordered = sorted(others)
    ends = list(accumulate((end for _, end in ordered), max))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        before = bisect_left(ordered, (end,))
        if not before or ends[before - 1] <= start:
            apart.append((start, end))
    return apart
