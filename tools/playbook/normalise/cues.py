"""Finding cue words in a text, in one look at each of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from playbook.normalise.cue_files import COMMON, Cue, Part, cue_of, parse, read_cues
from playbook.normalise.roots import Roots
from playbook.normalise.words import Word, texts_of, words_of

REFERENCE = "en"
"""Boilerplate of page builders is English whatever the language of the page."""

_GAP = 4
_TAIL = 2
"""Letters of an ending by which `*ending` is looked up; shorter endings mean nothing."""
_STEM = 2
"""Letters that must stand before an ending."""


class Hit(NamedTuple):
    """A cue found: its path in the data file, and the words from `first` up to `last`."""

    group: str
    """`noise`, `facet`, `heading`, `archetype` or `topic`."""
    name: str
    field: str
    first: int
    last: int


@dataclass(slots=True)
class _Starts:
    """Cues that may begin at a word."""

    alone: list[tuple[str, str, str, str]]
    """Of this word only: group, name, field, and the sign that must stand behind."""
    followed: dict[str, list[Cue]]
    """By the word that must come next."""
    open: list[Cue]
    """What comes next is a beginning or stands further on."""

    def add(self, cue: Cue) -> None:
        if len(cue.parts) == 1:
            self.alone.append((cue.group, cue.name, cue.field, cue.parts[0].after))
        elif cue.parts[1].prefix or cue.parts[1].gap or cue.parts[1].suffix:
            self.open.append(cue)
        else:
            self.followed.setdefault(cue.parts[1].text, []).append(cue)


_NOTHING = _Starts([], {}, [])
_KNOWN_WORDS = 100_000
"""Words whose cues are remembered; beyond, an input is no article."""


class CueBook:
    """All cues of one data file, looked up by their first word and then the second."""

    def __init__(
        self,
        cues: Sequence[Cue],
        endings: tuple[tuple[Part, ...], ...],
        before: tuple[str, ...] = (),
    ) -> None:
        self.endings = endings
        """Last words of a sentence that make it advice, for languages that end on the verb."""
        self.reach = max(3, *map(len, endings)) if endings else 0
        """How many words the longest of them has."""
        self._roots = roots = Roots(before)
        if roots:
            cues = [
                replace(
                    cue,
                    parts=tuple(p._replace(text=roots.of(p.text)) for p in cue.parts),
                    needs=roots.of(cue.needs),
                )
                for cue in cues
            ]
        self._exact: dict[str, list[Cue]] = {}
        self._prefix: dict[str, list[Cue]] = {}
        self._suffix: dict[str, list[Cue]] = {}
        for cue in cues:
            head = cue.parts[0]
            if head.suffix:
                self._suffix.setdefault(head.text[-_TAIL:], []).append(cue)
            elif head.prefix:
                self._prefix.setdefault(head.text[:3], []).append(cue)
            else:
                self._exact.setdefault(head.text, []).append(cue)
        self._known: dict[str, _Starts] = {}
        self._silent: set[str] = set()
        """Words seen that begin no cue: most words."""

    def find_in(self, text: str) -> tuple[Hit, ...]:
        """Every cue in a text."""
        return self.find(texts_of(text), lambda: words_of(text))

    def ends(self, words: Sequence[Word]) -> bool:
        """Whether the last of the words are an ending."""
        return any(
            len(words) >= len(ending)
            and all(_fits(p, w) for p, w in zip(ending, words[-len(ending) :], strict=True))
            for ending in self.endings
        )

    def find(self, texts: Sequence[str], words: Callable[[], Sequence[Word]]) -> tuple[Hit, ...]:
        """Every cue in the folded words, in order of its first word.

        `words` gives them with their places: only a cue that names a sign asks for those.
        """
        silent = self._silent
        if silent.issuperset(texts):
            return ()
        if self._roots:
            texts = tuple(map(self._roots.of, texts))
        hits: list[Hit] = []
        last = len(texts) - 1
        here: frozenset[str] | None = None
        for index, word in enumerate(texts):
            if word in silent:
                continue
            starts = self._known.get(word) or self._beginning(word)
            if starts is _NOTHING:
                continue
            for group, name, field, after in starts.alone:
                if not after or words()[index].after == after:
                    hits.append(Hit(group, name, field, index, index + 1))
            if index == last:
                continue
            if starts.followed and (more := starts.followed.get(texts[index + 1])):
                for cue in more:
                    if end := _match(cue.parts, texts, words, index):
                        hits.append(Hit(cue.group, cue.name, cue.field, index, end))
            if starts.open:
                if here is None:
                    here = frozenset(texts)
                for cue in starts.open:
                    if (not cue.needs or cue.needs in here) and (
                        end := _match(cue.parts, texts, words, index)
                    ):
                        hits.append(Hit(cue.group, cue.name, cue.field, index, end))
        return tuple(hits)

    def _beginning(self, word: str) -> _Starts:
        cues = list(self._exact.get(word, ()))
        for size in (1, 2, 3):
            for cue in self._prefix.get(word[:size], ()) if len(word) >= size else ():
                if len(cue.parts[0].text[:3]) == size and word.startswith(cue.parts[0].text):
                    cues.append(cue)
        for cue in self._suffix.get(word[-_TAIL:], ()):
            if _fits_form(cue.parts[0], word):
                cues.append(cue)
        if not cues:
            if len(self._silent) < _KNOWN_WORDS:
                self._silent.add(word)
            return _NOTHING
        starts = _Starts([], {}, [])
        for cue in cues:
            starts.add(cue)
        if len(self._known) < _KNOWN_WORDS:
            self._known[word] = starts
        return starts


def _match(
    parts: Sequence[Part],
    texts: Sequence[str],
    words: Callable[[], Sequence[Word]],
    at: int,
) -> int:
    """Index behind the last word matched, 0 for no match; the first part is that of the word."""
    if parts[0].after and words()[at].after != parts[0].after:
        return 0
    at += 1
    most = len(texts)
    for text, prefix, after, gap, suffix in parts[1:]:
        for place in range(at, min(at + (_GAP if gap else 0) + 1, most)):
            word = texts[place]
            if suffix:
                fits = word.endswith(text) and len(word) >= len(text) + _STEM
            elif prefix:
                fits = word.startswith(text)
            else:
                fits = word == text
            if fits and (not after or words()[place].after == after):
                at = place + 1
                break
        else:
            return 0
    return at


def _fits(part: Part, word: Word) -> bool:
    return (not part.after or word.after == part.after) and _fits_form(part, word.text)


def _fits_form(part: Part, word: str) -> bool:
    if part.suffix:
        return word.endswith(part.text) and len(word) >= len(part.text) + _STEM
    return word.startswith(part.text) if part.prefix else word == part.text


class Alias(NamedTuple):
    """A further name of an archetype in a language."""

    language: str
    archetype: str
    text: str


@cache
def cue_book(language: str, aliases: tuple[Alias, ...] = ()) -> CueBook:
    """What to look for in an article of a language: its own cues, the common ones, and English
    boilerplate; for a language without a file only those two.  And `aliases` of the language."""
    cues, endings, before = read_cues(language)
    cues += tuple(
        cue_of("archetype", alias.archetype, "sign", parse(alias.text))
        for alias in aliases
        if alias.language == language and texts_of(alias.text)
    )
    if language != REFERENCE:
        cues = cues + tuple(cue for cue in read_cues(REFERENCE)[0] if cue.group == "noise")
    return CueBook(cues + read_cues(COMMON)[0], endings, before)
