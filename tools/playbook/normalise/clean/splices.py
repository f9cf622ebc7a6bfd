"""Spam set into the middle of a line, even of a word: found, cut out, the word joined again.

Three signs, each from the text itself or a dictionary, never from a list of spam:

* the halves of a word stand apart, and joined they make a word that the article uses
  elsewhere or the dictionary has, while the halves are words of neither;
* a phrase that was cut out once, or stands alone as a line, stands in another line too;
* a few words in lower case in another script stand between two words that the article
  elsewhere writes side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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
    counts = Counter(word.text for scanned in document.blocks for word in scanned.words)
    pairs = _pairs(document)
    lines = Counter(s.folded for s in document.blocks if PHRASE <= s.size <= LONGEST)
    cuts: dict[int, list[tuple[int, int]]] = {}
    phrases: set[tuple[str, ...]] = set()
    texts = [i for i, s in enumerate(document.blocks) if s.size >= TEXT and i not in taken]
    for index in texts:
        scanned = document.blocks[index]
        for first, last in _broken_words(scanned, document.language, counts):
            start, end = scanned.words[first].end, scanned.words[last].start
            cuts.setdefault(index, []).append((start, end))
            phrases.add(tuple(w.text for w in scanned.words[first + 1 : last]))
        for first, last in _foreign_runs(scanned, document.script, pairs):
            start, end = scanned.words[first].start, scanned.words[last].start
            cuts.setdefault(index, []).append((start, end))
    phrases = {p for p in phrases if len(p) >= PHRASE}
    phrases |= _spam_lines(document, lines, texts)
    for index in texts:
        for start, end in _occurrences(document.blocks[index], phrases):
            if not any(a < end and start < b for a, b in cuts.get(index, ())):
                cuts.setdefault(index, []).append((start, end))
    alone = {
        i: Verdict("spam")
        for i, s in enumerate(document.blocks)
        if i not in taken and tuple(w.text for w in s.words) in phrases
    }
    return Splices({i: tuple(sorted(c)) for i, c in cuts.items()}, alone)


def _broken_words(
    scanned: Scanned, language: str, counts: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Pairs of words (first, last) that are halves of one, with a phrase between them."""
    words = scanned.words
    at = 0
    while at < len(words):
        half = words[at]
        if counts[half.text] > 1 or not _is_half(half.text) or not half.after.isspace():
            at += 1
            continue
        for last in range(at + 2, min(at + 2 + LONGEST, len(words))):
            other = words[last]
            if words[last - 1].end + 1 != other.start or counts[other.text] > 1:
                continue
            if not _is_half(other.text) or script_of(half.text) != script_of(other.text):
                continue
            if _makes_word(half.text, other.text, language, counts):
                yield at, last
                at = last
                break
        at += 1


def _is_half(word: str) -> bool:
    return len(word) >= HALF and not any(c.isdigit() for c in word)


def _makes_word(left: str, right: str, language: str, counts: Mapping[str, int]) -> bool:
    joined = left + right
    if len(joined) < JOINED:
        return False
    in_article = counts[joined] > 0
    if not in_article and not _may_be_broken(left, right, counts):
        return False
    if is_known(left, language) and is_known(right, language):
        return False
    if in_article:
        return True
    return (
        is_known(joined, language)
        and not is_known(left, language)
        and not is_known(right, language)
    )


def _may_be_broken(left: str, right: str, counts: Mapping[str, int]) -> bool:
    """Short of a dictionary look-up: neither half is a number or a name of one letter."""
    return len(left) + len(right) >= JOINED + 1


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
        (_stem(a.text), _stem(b.text))
        for scanned in document.blocks
        for a, b in zip(scanned.words, scanned.words[1:], strict=False)
    )


def _spam_lines(document: Document, lines: Counter[str], texts: list[int]) -> set[tuple[str, ...]]:
    """Lines that come again alone and also inside a text where nothing parts them from it."""
    candidates = {
        tuple(s.words[i].text for i in range(s.size))
        for s in document.blocks
        if lines.get(s.folded, 0) >= 1 and s.has("noise", "spam") and not s.is_closed
    }
    return {phrase for phrase in candidates if len(phrase) >= PHRASE}


def _occurrences(scanned: Scanned, phrases: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in the block, with the blank that parts it from the next word."""
    if not phrases:
        return
    first = {phrase[0]: phrase for phrase in sorted(phrases, key=len)}
    words = scanned.words
    at = 0
    while at < len(words):
        phrase = first.get(words[at].text)
        if phrase and tuple(w.text for w in words[at : at + len(phrase)]) == phrase:
            last = at + len(phrase)
            end = words[last].start if last < len(words) else words[last - 1].end
            between = scanned.text[words[last - 1].end : end]
            yield words[at].start, end if between.isspace() else words[last - 1].end
            at = last
        else:
            at += 1
