"""How far every page is in every language, section by section: for tables, the site and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.library.hashes import INTRO
from playbook.model import Kind, Library, Page, PageRef
from playbook.translate.staleness import State, Status, is_translated, page_status, section_states

_LAST_LINE = 100_000
"""No article is longer: a cite of a million lines is a mistake that `check` reports."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One page in one language."""

    ref: PageRef
    status: Status
    sections: Mapping[str, State]
    """Every section of the reference, in its order."""
    lines: Mapping[str, int]
    """Section → the line of the file where it begins; only those that are there."""
    reviewed: int
    """How often it was read by a second reader."""

    @property
    def group(self) -> str:
        return self.ref.group

    @property
    def lang(self) -> str:
        return self.ref.lang

    @property
    def path(self) -> str:
        """The file to edit, below the content folder; where it should be if there is none."""
        return self.ref.path

    def count(self, state: State) -> int:
        return sum(found is state for found in self.sections.values())

    @property
    def read_twice(self) -> int:
        """Sections that are up to date on a page that somebody else has read as well."""
        return self.count(State.CURRENT) if self.reviewed else 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Sections of one language."""

    lang: str
    current: int
    stale: int
    missing: int
    read_twice: int
    """Of the current ones, those on pages with a second reading."""

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
    """Source id → line → what the reference says from it: `playbooks/late#nine-days`."""

    def cell(self, group: str, lang: str) -> Cell:
        return next(c for c in self.cells if c.group == group and c.lang == lang)

    def to_do(self, changed: Mapping[str, str]) -> tuple[Cell, ...]:
        """Pages with stale sections, those left alone the longest first; then missing ones.

        `changed` is path → ISO date of its last change; a page without a date counts as old.
        """
        behind = [c for c in self.cells if c.count(State.STALE) or c.count(State.MISSING)]
        return tuple(
            sorted(
                behind,
                key=lambda c: (
                    not c.count(State.STALE),
                    changed.get(c.path, ""),
                    -c.count(State.STALE) - c.count(State.MISSING),
                    c.lang,
                    c.group,
                ),
            )
        )


def dashboard(library: Library) -> Dashboard:
    """Look at every page of the reference in every other language."""
    cells = tuple(_cells(library))
    progress = tuple(
        _progress(lang, [cell for cell in cells if cell.lang == lang])
        for lang in library.languages
        if lang != library.reference
    )
    return Dashboard(library.reference, cells, progress, _cited(library))


def _progress(lang: str, cells: Sequence[Cell]) -> Progress:
    return Progress(
        lang,
        current=sum(cell.count(State.CURRENT) for cell in cells),
        stale=sum(cell.count(State.STALE) for cell in cells),
        missing=sum(cell.count(State.MISSING) for cell in cells),
        read_twice=sum(cell.read_twice for cell in cells),
    )


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
    status = page_status(library, ref)
    return Cell(ref, status, states, section_places(page), reviewed)


def section_places(page: Page | None) -> Mapping[str, int]:
    """Section id → the line it begins on; `intro` begins with the file."""
    if page is None:
        return {}
    return {INTRO: 1, **{s.id: s.place.line for s in page.sections if s.id}}


def _cited(library: Library) -> Mapping[str, Mapping[int, tuple[str, ...]]]:
    found: dict[str, dict[int, dict[str, None]]] = {s.id: {} for s in library.registry.sources}
    for ref, page in library.pages.items():
        if ref.lang != library.reference:
            continue
        for item in page.items():
            for cite in () if item.proposed else item.cites:
                lines = found.get(cite.source)
                if lines is None:
                    continue
                for line in range(cite.first, min(cite.last, _LAST_LINE) + 1):
                    lines.setdefault(line, {})[f"{ref.group}#{item.id or ''}"] = None
    return {
        source: {line: tuple(items) for line, items in sorted(lines.items())}
        for source, lines in found.items()
    }
