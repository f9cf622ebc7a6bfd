"""The result of one article: lines, statements, archetypes, as the JSON contract has them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineResult:
    n: int
    label: str
    reason: str | None
    facet: str
    also: tuple[str, ...]
    archetype: str | None
    text: str
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    id: str
    line: int
    facet: str
    archetype: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ArchetypeResult:
    id: str
    title: str
    heading_line: int | None
    known: bool


@dataclass(frozen=True, slots=True)
class SourceResult:
    id: str
    name: str
    path: str
    sha256: str
    encoding: str
    language: str
    title: str


@dataclass(frozen=True, slots=True)
class Result:
    """One article, normalised."""

    source: SourceResult
    lines: tuple[LineResult, ...]
    statements: tuple[Statement, ...]
    archetypes: tuple[ArchetypeResult, ...]
    plain_from: int = 0
    """Number of the line from which on it was told by its form alone; 0 for every usual article,
    which is read in full."""

    def to_json(self) -> dict[str, object]:
        """Plain lists and dictionaries in the order of the contract."""
        return {
            "source": _plain(self.source),
            "lines": [_plain(line) for line in self.lines],
            "statements": [_plain(statement) for statement in self.statements],
            "archetypes": [_plain(archetype) for archetype in self.archetypes],
        }


def _plain(entry: LineResult | Statement | ArchetypeResult | SourceResult) -> dict[str, object]:
    """Its fields by name; they hold nothing that would have to be copied."""
    return {name: getattr(entry, name) for name in entry.__slots__}
