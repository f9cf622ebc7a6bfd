"""Statements of several articles that say the same become one, with every cite kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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


def merge(results: Iterable[Result], language: str, archetype: str) -> list[Merged]:
    """All statements about an archetype in a language, near-duplicates joined."""
    merged: list[Merged] = []
    stems: list[frozenset[str]] = []
    for result in results:
        if result.source.language != language:
            continue
        for statement in result.statements:
            if statement.archetype == archetype:
                _add(merged, stems, statement, cite_of(result, statement), language)
    return merged


def cite_of(result: Result, statement: Statement) -> str:
    """Where a statement stands, as a `cite` says it."""
    return f"{result.source.id}:{statement.line}"


def _add(
    merged: list[Merged],
    stems: list[frozenset[str]],
    statement: Statement,
    cite: str,
    language: str,
) -> None:
    own = _stems(statement.text, language)
    denied = denies(statement.text, language)
    for index in range(max(0, len(merged) - COMPARED), len(merged)):
        other = merged[index]
        if other.facet != statement.facet:
            continue
        common = likeness(own, stems[index])
        opposed = denies(other.text, language) != denied
        if opposed and common >= OPPOSITE and min(len(own), len(stems[index])) >= FEWEST:
            merged[index] = replace(other, contradicts=True)
            merged.insert(index + 1, Merged(statement.text, statement.facet, (cite,), True))
            stems.insert(index + 1, own)
            return
        if not opposed and (common >= SAME if len(own) >= FEWEST else common == 1.0):
            if cite not in other.cites:
                merged[index] = replace(other, cites=(*other.cites, cite))
            return
    merged.append(Merged(statement.text, statement.facet, (cite,)))
    stems.append(own)


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Share of all stems that both have, 0 to 1."""
    both = len(left & right)
    return both / max(1, len(left | right))


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in texts_of(text))


def denies(text: str, language: str) -> bool:
    """Whether a word of denial stands in the text."""
    hits = cue_book(language).find_in(text)
    return any(hit.group == "topic" and hit.name == "denial" for hit in hits)


def by_facet(merged: Sequence[Merged], facet: str) -> list[Merged]:
    """Those of one facet, in order."""
    return [entry for entry in merged if entry.facet == facet]
