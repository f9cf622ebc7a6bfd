"""The result of one article: lines, statements, archetypes, as the JSON contract has them."""

from __future__ import annotations

from dataclasses import asdict, dataclass


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

    def to_json(self) -> dict[str, object]:
        """Plain lists and dictionaries in the order of the contract."""
        return asdict(self)
