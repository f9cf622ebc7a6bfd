"""Cue words: phrases in data files, and finding them in a text.

A cue is one or more words.  `word*` stands for every word that begins so, `…` for up to four
words, `word:` for a word with a colon behind it.  Words compare folded.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from playbook.text import fold, fold_word
from playbook.text.tokens import word_pattern

DATA = Path(__file__).parent / "data"
CUES = DATA / "cues"
COMMON = "common"
"""Cues that stand on pages of any language."""
REFERENCE = "en"
"""Boilerplate of page builders is English whatever the language of the page."""

_GAP = 4
_SPLIT = re.compile(r"\s+/\s+|\s*\n\s*")
_AFTER = frozenset(":»>©")


class Word(NamedTuple):
    """A folded word, where it stands, and the sign right after it."""

    text: str
    start: int
    end: int
    after: str


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


@dataclass(frozen=True, slots=True)
class _Cue:
    group: str
    name: str
    field: str
    parts: tuple[_Part, ...]


class CueBook:
    """All cues of one data file, looked up by their first word."""

    def __init__(self, cues: Sequence[_Cue], endings: tuple[tuple[str, ...], ...]) -> None:
        self.endings = endings
        """Last words of a sentence that make it advice, for languages that end on the verb."""
        self._exact: dict[str, list[_Cue]] = {}
        self._prefix: dict[str, list[_Cue]] = {}
        for cue in cues:
            head = cue.parts[0]
            if head.prefix:
                self._prefix.setdefault(head.text[:3], []).append(cue)
            else:
                self._exact.setdefault(head.text, []).append(cue)
        self._known: dict[str, tuple[_Cue, ...]] = {}

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """Every cue in the words, in order of its first word."""
        hits: list[Hit] = []
        for index, word in enumerate(words):
            for cue in self._beginning(word.text):
                end = _match(cue.parts, words, index)
                if end:
                    hits.append(Hit(cue.group, cue.name, cue.field, index, end))
        return hits

    def _beginning(self, word: str) -> tuple[_Cue, ...]:
        found = self._known.get(word)
        if found is None:
            cues = list(self._exact.get(word, ()))
            for size in (1, 2, 3):
                for cue in self._prefix.get(word[:size], ()) if len(word) >= size else ():
                    if len(cue.parts[0].text[:3]) == size and word.startswith(cue.parts[0].text):
                        cues.append(cue)
            found = tuple(cues)
            if len(self._known) < 200_000:
                self._known[word] = found
        return found


def _match(parts: Sequence[_Part], words: Sequence[Word], at: int) -> int:
    """Index behind the last word matched, 0 for no match."""
    for number, part in enumerate(parts):
        if not part.gap or number == 0:
            if at >= len(words) or not _fits(part, words[at]):
                return 0
            at += 1
            continue
        for skip in range(_GAP + 1):
            if at + skip < len(words) and _fits(part, words[at + skip]):
                at += skip + 1
                break
        else:
            return 0
    return at


def _fits(part: _Part, word: Word) -> bool:
    if part.after and word.after != part.after:
        return False
    return word.text.startswith(part.text) if part.prefix else word.text == part.text


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(f"(?:{word_pattern().pattern})|[©$]")


def words_of(text: str) -> list[Word]:
    """Words of a text with their places."""
    found: list[Word] = []
    size = len(text)
    for match in _words().finditer(text):
        end = match.end()
        after = text[end] if end < size else ""
        if after == " " and end + 1 < size and text[end + 1] in _AFTER:
            after = text[end + 1]
        found.append(Word(fold_word(match[0]), match.start(), end, after))
    return found


@cache
def cue_languages() -> tuple[str, ...]:
    """Languages that have a cue file, sorted."""
    return tuple(sorted(p.stem for p in CUES.glob("*.toml") if p.stem != COMMON))


@cache
def cue_book(language: str) -> CueBook:
    """The cues of a language; an empty book for one without a file."""
    path = CUES / f"{language}.toml"
    if language not in (*cue_languages(), COMMON):
        return CueBook((), ())
    data = tomllib.loads(path.read_text("utf-8"))
    cues: list[_Cue] = []
    endings: tuple[tuple[str, ...], ...] = ()
    for group, entries in data.items():
        for name, value in entries.items():
            fields = value if isinstance(value, dict) else {"any": value}
            for field, text in fields.items():
                if field == "endings":
                    endings = tuple(
                        tuple(word.text for word in words_of(ending))
                        for ending in _SPLIT.split(text.strip())
                    )
                    continue
                for cue in _SPLIT.split(text.strip()):
                    parts = _parse(cue)
                    if parts:
                        cues.append(_Cue(group, name, field, parts))
    return CueBook(cues, endings)


def _parse(cue: str) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    gap = False
    for chunk in cue.split():
        if chunk == "…":
            gap = True
            continue
        if chunk in _AFTER and parts and chunk != "©":
            parts[-1] = parts[-1]._replace(after=chunk)
            continue
        prefix = chunk.endswith("*")
        matches = list(_words().finditer(chunk))
        for number, match in enumerate(matches):
            last = number == len(matches) - 1
            star = prefix and last
            text = fold(match[0]) if star else fold_word(match[0])
            after = ":" if last and chunk.endswith(":") else ""
            parts.append(_Part(text, star, after, gap))
            gap = False
    return tuple(parts)
