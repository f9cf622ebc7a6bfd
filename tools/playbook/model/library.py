"""The whole knowledge base as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playbook.model.documents import Archetype, Page, Problem, Source
from playbook.model.paths import Kind, PageRef, ref_of_group


@dataclass(frozen=True, slots=True)
class Registry:
    """archetypes.yml and sources.yml."""

    archetypes: tuple[Archetype, ...] = ()
    sources: tuple[Source, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()
    """(path, problem) of what could not be read."""
    reference: str | None = None
    """The language others are translated from, where archetypes.yml names it."""
    _by_id: Mapping[str, Archetype] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        table = {entry.id: entry for entry in reversed(self.archetypes)}
        object.__setattr__(self, "_by_id", table)

    def archetype(self, id: str) -> Archetype | None:
        """The first of that id: `check` reports any other."""
        return self._by_id.get(id)

    def source(self, id: str) -> Source | None:
        return next((entry for entry in self.sources if entry.id == id), None)

    def source_by_sha256(self, sha256: str) -> Source | None:
        return next((entry for entry in self.sources if entry.sha256 == sha256), None)


@dataclass(frozen=True, slots=True)
class Library:
    """Every page of every language, and the registries."""

    root: Path
    languages: tuple[str, ...]
    """The reference first, then the others sorted."""
    reference: str
    registry: Registry
    pages: Mapping[PageRef, Page]
    """In order of their paths."""
    unreadable: tuple[tuple[str, Problem], ...] = ()
    """(path, problem) of files that are no text, could not be opened or are no list of phrases."""
    asked: Mapping[PageRef, tuple[str, ...]] = field(default_factory=dict)
    """How people ask for a page, in their own words (`<lang>/asked.yml`)."""

    def page(self, lang: str, group: str) -> Page | None:
        ref = ref_of_group(lang, group)
        return self.pages.get(ref) if ref else None

    def of_kind(self, lang: str, kind: Kind) -> tuple[Page, ...]:
        return tuple(p for ref, p in self.pages.items() if ref.lang == lang and ref.kind == kind)

    def groups(self, kind: Kind) -> tuple[str, ...]:
        """Ids of that kind over all languages, sorted."""
        return tuple(sorted({ref.id for ref in self.pages if ref.kind == kind}))
