"""Writing drafts below a folder, each in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.library.text_file import read_text, write_text
from playbook.model import Kind, Library, PageRef
from playbook.model.paths import LANGUAGE_PATTERN
from playbook.normalise.drafts import SECTIONS, Change, extend_page, new_page
from playbook.normalise.merging import merge
from playbook.normalise.results import Result


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
    for language, archetype in sorted(
        {(r.source.language, a.id) for r in results for a in r.archetypes}
    ):
        merged = merge(results, language, archetype)
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
            told = [
                r
                for r in results
                if r.source.language == language and any(a.id == archetype for a in r.archetypes)
            ]
            title = next(
                (a.title for r in told for a in r.archetypes if a.id == archetype), archetype
            )
            sources = [r.source.id for r in told]
            change = new_page(title, merged, sources, _headings(library, language))
            pages.append(Written(path, language, archetype, True, change))
    return pages


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
