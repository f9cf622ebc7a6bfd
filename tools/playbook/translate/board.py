"""How far every page is in every language, section by section: for tables, the site and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.model import Kind, Library, PageRef
from playbook.translate.staleness import State, Status, is_translated, page_status, section_states

_LAST_LINE = 100_000
"""No article is longer: a cite of a million lines is a mistake that `check` reports."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One page in one language."""

    group: str
    lang: str
    status: Status
    sections: Mapping[str, State]
    """Every section of the reference, in its order."""
    reviewed: int
    """How often it was read by a second reader."""
    path: str
    """The file to edit, below the content folder; where it should be if there is none."""

    def count(self, state: State) -> int:
        return sum(found is state for found in self.sections.values())


@dataclass(frozen=True, slots=True)
class Progress:
    """Sections of one language."""

    lang: str
    current: int
    stale: int
    missing: int

    @property
    def total(self) -> int:
        return self.current + self.stale + self.missing

    @property
    def share(self) -> float:
        return self.current / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Every translated page, language and source of a knowledge base."""

    reference: str
    cells: tuple[Cell, ...]
    """By group, then by language in the library's order."""
    progress: tuple[Progress, ...]
    """The reference is not among them."""
    cited: Mapping[str, Mapping[int, tuple[str, ...]]]
    """Source id → line → the groups of the reference that cite it."""

    def cell(self, group: str, lang: str) -> Cell:
        return next(c for c in self.cells if c.group == group and c.lang == lang)

    def most_behind(self) -> tuple[Cell, ...]:
        """Pages with stale or missing sections, the furthest behind first."""
        behind = [cell for cell in self.cells if _behind(cell)]
        return tuple(sorted(behind, key=lambda cell: (-_behind(cell), cell.lang, cell.group)))


def dashboard(library: Library) -> Dashboard:
    """Look at every page of the reference in every other language."""
    cells = tuple(_cells(library))
    progress = tuple(
        Progress(
            lang,
            *(sum(c.count(state) for c in cells if c.lang == lang) for state in State),
        )
        for lang in library.languages
        if lang != library.reference
    )
    return Dashboard(library.reference, cells, progress, _cited(library))


def _cells(library: Library) -> Iterator[Cell]:
    refs = [ref for ref in library.pages if ref.lang == library.reference and is_translated(ref)]
    for ref in sorted(refs, key=lambda ref: (list(Kind).index(ref.kind), ref.id)):
        for lang in library.languages:
            if lang != library.reference:
                yield _cell(library, ref, ref.into(lang))


def _cell(library: Library, reference: PageRef, ref: PageRef) -> Cell:
    page, original = library.pages.get(ref), library.pages[reference]
    if page is None:
        states = dict.fromkeys(section_states(original, original), State.MISSING)
    else:
        states = dict(section_states(page, original))
    reviewed = page.reviewed if page else 0
    return Cell(ref.group, ref.lang, page_status(library, ref), states, reviewed, ref.path)


def _behind(cell: Cell) -> int:
    return cell.count(State.STALE) + cell.count(State.MISSING)


def _cited(library: Library) -> Mapping[str, Mapping[int, tuple[str, ...]]]:
    found: dict[str, dict[int, dict[str, None]]] = {s.id: {} for s in library.registry.sources}
    for ref, page in library.pages.items():
        if ref.lang != library.reference:
            continue
        for item in page.items():
            for cite in item.cites:
                lines = found.get(cite.source)
                if lines is None:
                    continue
                for line in range(cite.first, min(cite.last, _LAST_LINE) + 1):
                    lines.setdefault(line, {})[ref.group] = None
    return {
        source: {line: tuple(groups) for line, groups in sorted(lines.items())}
        for source, lines in found.items()
    }
