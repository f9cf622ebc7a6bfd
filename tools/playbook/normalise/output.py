"""Writing drafts below a folder, each in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.library.text_file import read_text, write_text
from playbook.model import Kind, Library, PageRef
from playbook.model.paths import LANGUAGE_PATTERN
from playbook.normalise.drafts import SECTIONS, Change, extend_page, new_page
from playbook.normalise.merging import cite_of, merge
from playbook.normalise.results import Result, Statement


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one page."""

    path: Path
    language: str
    archetype: str
    is_new: bool
    change: Change


def draft_pages(
    results: Sequence[Result],
    root: Path,
    library: Library | None,
    failures: list[PlaybookError],
) -> list[Written]:
    """Pages for every archetype the articles speak of, not yet on disk.

    An existing page that cannot be read is left as it is and told in `failures`.
    """
    pages: list[Written] = []
    told = _by_archetype(results)
    for language, archetype in sorted(told):
        about = told[language, archetype]
        merged = merge(about.said, language)
        if not merged or not LANGUAGE_PATTERN.fullmatch(language):
            continue
        ref = PageRef(language, Kind.PLAYBOOK, archetype)
        path = root / ref.path
        if path.exists():
            text, problem = read_text(path)
            if text is None:
                assert problem is not None
                message = f"the playbook cannot be extended: {problem.message}"
                failures.append(PlaybookError(message, path=path, way_out=problem.fix))
                continue
            change = extend_page(text, ref, str(path), merged)
            pages.append(Written(path, language, archetype, False, change))
        else:
            change = new_page(about.title, merged, about.sources, _headings(library, language))
            pages.append(Written(path, language, archetype, True, change))
    return pages


@dataclass(slots=True)
class _About:
    """What the articles of a language say on an archetype."""

    title: str
    """As the first of them calls it."""
    sources: list[str] = field(default_factory=list)
    said: list[tuple[str, Statement]] = field(default_factory=list)
    """With the cite of each statement."""


def _by_archetype(results: Sequence[Result]) -> dict[tuple[str, str], _About]:
    """By language and archetype."""
    told: dict[tuple[str, str], _About] = {}
    for result in results:
        language = result.source.language
        for archetype in result.archetypes:
            about = told.setdefault((language, archetype.id), _About(archetype.title))
            about.sources.append(result.source.id)
        for statement in result.statements:
            if statement.archetype is not None:
                about = told[language, statement.archetype]
                about.said.append((cite_of(result, statement), statement))
    return told


def write_pages(pages: Sequence[Written], failures: list[PlaybookError]) -> list[Written]:
    """Put new texts in place, each for itself; the pages that are as they should be now.

    A page without anything new is not touched, one that cannot be written told in `failures`.
    """
    done: list[Written] = []
    for page in pages:
        try:
            if page.change.added or page.is_new:
                write_text(page.path, page.change.text)
            done.append(page)
        except PlaybookError as error:
            failures.append(error)
    return done


def _headings(library: Library | None, language: str) -> Mapping[str, str]:
    """How the language's own pages call the sections."""
    found: dict[str, str] = {}
    if library is None:
        return found
    for page in library.of_kind(language, Kind.PLAYBOOK):
        for id in SECTIONS:
            section = page.section(id)
            if section is not None and section.heading:
                found.setdefault(id, section.heading)
    return found
