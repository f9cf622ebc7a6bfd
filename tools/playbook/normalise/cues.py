"""Cue words: phrases in data files, and finding them in a text.

A cue is one or more words.  `word*` stands for every word that begins so, `*word` for every word
that ends so, `…` for up to four words, `word:` for a word with a colon behind it.  Words compare
folded.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from playbook.normalise.roots import Roots
from playbook.normalise.words import AFTER, DATA, Word, compared, pattern, texts_of, words_of

CUES = DATA / "cues"
COMMON = "common"
"""Cues that stand on pages of any language."""
REFERENCE = "en"
"""Boilerplate of page builders is English whatever the language of the page."""

_GAP = 4
_TAIL = 2
"""Letters of an ending by which `*ending` is looked up; shorter endings mean nothing."""
_STEM = 2
"""Letters that must stand before an ending."""
_SPLIT = re.compile(r"\s+/\s+|\s*\n\s*")


class Hit(NamedTuple):
    """A cue found: its path in the data file, and the words from `first` up to `last`."""

    group: str
    """`noise`, `facet`, `heading`, `archetype` or `topic`."""
    name: str
    field: str
    first: int
    last: int


class _Part(NamedTuple):
    text: str
    prefix: bool
    after: str
    gap: bool
    suffix: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    group: str
    name: str
    field: str
    parts: tuple[_Part, ...]


@dataclass(slots=True)
class _Starts:
    """Cues that may begin at a word."""

    alone: list[_Cue]
    """Of this word only."""
    followed: dict[str, list[_Cue]]
    """By the word that must come next."""
    open: list[_Cue]
    """What comes next is a beginning or stands further on."""

    def add(self, cue: _Cue) -> None:
        if len(cue.parts) == 1:
            self.alone.append(cue)
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
        cues: Sequence[_Cue],
        endings: tuple[tuple[_Part, ...], ...],
        before: tuple[str, ...] = (),
    ) -> None:
        self.endings = endings
        """Last words of a sentence that make it advice, for languages that end on the verb."""
        self.reach = max(3, *map(len, endings)) if endings else 0
        """How many words the longest of them has."""
        self._roots = roots = Roots(before)
        if roots:
            cues = [
                replace(cue, parts=tuple(p._replace(text=roots.of(p.text)) for p in cue.parts))
                for cue in cues
            ]
        self._exact: dict[str, list[_Cue]] = {}
        self._prefix: dict[str, list[_Cue]] = {}
        self._suffix: dict[str, list[_Cue]] = {}
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
        for index, word in enumerate(texts):
            if word in silent:
                continue
            starts = self._known.get(word) or self._beginning(word)
            if starts is _NOTHING:
                continue
            cues = starts.alone
            if index < last:
                if starts.followed and (more := starts.followed.get(texts[index + 1])):
                    cues = cues + more
                if starts.open:
                    cues = cues + starts.open
            for cue in cues:
                parts = cue.parts
                if len(parts) == 1 and not parts[0].after:
                    hits.append(Hit(cue.group, cue.name, cue.field, index, index + 1))
                elif end := _match(parts, texts, words, index):
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
    parts: Sequence[_Part],
    texts: Sequence[str],
    words: Callable[[], Sequence[Word]],
    at: int,
) -> int:
    """Index behind the last word matched, 0 for no match."""
    for number, part in enumerate(parts):
        for place in range(at, min(at + (_GAP if part.gap and number else 0) + 1, len(texts))):
            if _fits_form(part, texts[place]) and (
                not part.after or words()[place].after == part.after
            ):
                at = place + 1
                break
        else:
            return 0
    return at


def _fits(part: _Part, word: Word) -> bool:
    return (not part.after or word.after == part.after) and _fits_form(part, word.text)


def _fits_form(part: _Part, word: str) -> bool:
    if part.suffix:
        return word.endswith(part.text) and len(word) >= len(part.text) + _STEM
    return word.startswith(part.text) if part.prefix else word == part.text


@cache
def cue_languages() -> tuple[str, ...]:
    """Languages that have a cue file, sorted."""
    return tuple(sorted(p.stem for p in CUES.glob("*.toml") if p.stem != COMMON))


class Alias(NamedTuple):
    """A further name of an archetype in a language."""

    language: str
    archetype: str
    text: str


@cache
def cue_book(language: str, aliases: tuple[Alias, ...] = ()) -> CueBook:
    """What to look for in an article of a language: its own cues, the common ones, and English
    boilerplate; for a language without a file only those two.  And `aliases` of the language."""
    cues, endings, before = _read(language)
    cues += tuple(
        _Cue("archetype", alias.archetype, "sign", _parse(alias.text))
        for alias in aliases
        if alias.language == language and texts_of(alias.text)
    )
    if language != REFERENCE:
        cues = cues + tuple(cue for cue in _read(REFERENCE)[0] if cue.group == "noise")
    return CueBook(cues + _read(COMMON)[0], endings, before)


@cache
def _read(
    language: str,
) -> tuple[tuple[_Cue, ...], tuple[tuple[_Part, ...], ...], tuple[str, ...]]:
    """Cues of one file, the sentence endings and the words written in one that it names."""
    if language not in (*cue_languages(), COMMON):
        return (), (), ()
    data = tomllib.loads((CUES / f"{language}.toml").read_text("utf-8"))
    cues: list[_Cue] = []
    endings: tuple[tuple[_Part, ...], ...] = ()
    before = data.pop("words", {}).get("before", "").split()
    for group, entries in data.items():
        for name, value in entries.items():
            fields = value if isinstance(value, dict) else {"any": value}
            for field, text in fields.items():
                phrases = _SPLIT.split(text.strip())
                if field == "endings":
                    endings = tuple(_parse(p) for p in phrases)
                    continue
                for phrase in phrases:
                    parts = _parse(phrase)
                    if parts:
                        cues.append(_Cue(group, name, field, parts))
    return tuple(cues), endings, tuple(map(compared, before))


def _parse(cue: str) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    gap = False
    for chunk in cue.split():
        if chunk == "…":
            gap = True
            continue
        if chunk in AFTER and parts and chunk != "©":
            parts[-1] = parts[-1]._replace(after=chunk)
            continue
        prefix = chunk.endswith("*")
        matches = list(pattern().finditer(chunk))
        for number, match in enumerate(matches):
            last = number == len(matches) - 1
            star = prefix and last
            ending = number == 0 and chunk.startswith("*")
            text = compared(match[0])
            after = ":" if last and chunk.endswith((":", "：")) else ""
            parts.append(_Part(text, star, after, gap, ending))
            gap = False
    return tuple(parts)
