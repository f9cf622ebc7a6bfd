"""Statements of several articles that say the same become one, with every cite kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from playbook.normalise.cues import cue_book
from playbook.normalise.results import Result, Statement
from playbook.normalise.words import texts_of
from playbook.text import stem

SAME = 0.8
"""Share of stems two statements must have in common to be one."""
OPPOSITE = 0.7
"""From here on two statements speak of the same; if one denies it, they contradict."""
FEWEST = 4
"""Statements of fewer words are joined only when all of them agree."""
COMPARED = 400
"""Statements a new one is compared with: the cost stays in proportion to the articles."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One thing said, and where."""

    text: str
    facet: str
    cites: tuple[str, ...]
    contradicts: bool = False
    """Another statement of the draft says the opposite; it stands beside this one."""


@dataclass(slots=True, eq=False)
class _Entry:
    """A statement being merged."""

    text: str
    facet: str
    cites: dict[str, None]
    """In order."""
    stems: frozenset[str]
    denied: bool
    contradicts: bool = False


class _Merging:
    """Statements in order, the last of them looked up by their stems."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.by_stem: dict[str, set[_Entry]] = {}
        self.looked_at = 0
        """Statements that others were held against: the measure of the work."""

    def add(self, new: _Entry) -> None:
        """Join it to the first one near by that says the same, or put it beside its opposite."""
        like = [other for other in self.candidates(new) if _meets(new, other)]
        if not like:
            self.put(len(self.entries), new)
            return
        at = next(
            index
            for index in range(max(0, len(self.entries) - COMPARED), len(self.entries))
            if self.entries[index] in like
        )
        other = self.entries[at]
        if other.denied != new.denied:
            other.contradicts = new.contradicts = True
            self.put(at + 1, new)
        else:
            other.cites.update(new.cites)

    def candidates(self, new: _Entry) -> set[_Entry]:
        """Those that may have enough in common: they have one of any so many of its stems, so
        of its rarest ones."""
        least = int(min(SAME, OPPOSITE) * len(new.stems))
        rarest = sorted((len(self.by_stem.get(own, ())), own) for own in new.stems)
        found: set[_Entry] = set()
        for _, own in rarest[: len(new.stems) - least + 1]:
            found |= self.by_stem.get(own, set())
        self.looked_at += len(found)
        return found

    def put(self, at: int, new: _Entry) -> None:
        self.entries.insert(at, new)
        for own in new.stems:
            self.by_stem.setdefault(own, set()).add(new)
        if len(self.entries) > COMPARED:
            gone = self.entries[-COMPARED - 1]
            for own in gone.stems:
                self.by_stem[own].discard(gone)


def merge(said: Iterable[tuple[str, Statement]], language: str) -> list[Merged]:
    """Near-duplicates joined, in order; each statement comes with where it stands (`cite_of`)."""
    merging = _Merging()
    for cite, statement in said:
        text = statement.text
        own, denied = _stems(text, language), denies(text, language)
        merging.add(_Entry(text, statement.facet, {cite: None}, own, denied))
    return [Merged(e.text, e.facet, tuple(e.cites), e.contradicts) for e in merging.entries]


def cite_of(result: Result, statement: Statement) -> str:
    """Where a statement stands, as a `cite` says it."""
    return f"{result.source.id}:{statement.line}"


def _meets(new: _Entry, other: _Entry) -> bool:
    """Whether they say the same, or the opposite of each other."""
    if new.facet != other.facet:
        return False
    common = likeness(new.stems, other.stems)
    if new.denied != other.denied:
        return common >= OPPOSITE and min(len(new.stems), len(other.stems)) >= FEWEST
    return common >= SAME if len(new.stems) >= FEWEST else common == 1.0


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Share of all stems that both have, 0 to 1."""
    both = len(left & right)
    return both / max(1, len(left) + len(right) - both)


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in texts_of(text))


def denies(text: str, language: str) -> bool:
    """Whether a word of denial stands in the text."""
    hits = cue_book(language).find_in(text)
    return any(hit.group == "topic" and hit.name == "denial" for hit in hits)


def by_facet(merged: Sequence[Merged], facet: str) -> list[Merged]:
    """Those of one facet, in order."""
    return [entry for entry in merged if entry.facet == facet]
