"""Start an archetype: an entry in archetypes.yml and a playbook to write."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from playbook.errors import PlaybookError
from playbook.library.registries import ARCHETYPES_FILE
from playbook.library.text_file import read_text
from playbook.model import ID_PATTERN, Kind, Library, PageRef
from playbook.scaffold.playbook_page import playbook_text
from playbook.scaffold.words import words_of

Files = Mapping[str, str]
"""Path below the content folder → text."""


def new_archetype(library: Library, id: str, category: str | None) -> Files:
    """The files to write for a new archetype; without a category, in the first there is.

    It is `planned` until its editor says otherwise: nothing asks for its translations, and
    no tree has to lead to it yet.  Raises PlaybookError when the id cannot be used, or the
    home page has no such category.
    """
    refuse_bad_id(id)
    known = _categories(library)
    if category is None:
        category = known[0] if known else ""
    elif known and category not in known:
        raise _no_such_category(library, category, known)
    ref = PageRef(library.reference, Kind.PLAYBOOK, id)
    if ref in library.pages:
        raise PlaybookError(
            "the playbook is there already",
            path=library.pages[ref].path,
            way_out="Choose another id.",
        )
    files = {ref.path: playbook_text(id, _words(library))}
    if library.registry.archetype(id) is None:
        files[ARCHETYPES_FILE] = _with_entry(library, id, category)
    return files


def refuse_bad_id(id: str) -> None:
    """Raise PlaybookError unless `id` can name a page."""
    if not ID_PATTERN.fullmatch(id):
        raise PlaybookError(
            "not an id",
            found=id,
            way_out="Use lower-case letters a to z, digits and hyphens, like late-paying.",
        )


def _words(library: Library) -> Mapping[str, str]:
    """The words of the reference's language, with the headings its playbooks have."""
    own = {
        section.id: section.heading
        for page in reversed(library.of_kind(library.reference, Kind.PLAYBOOK))
        for section in page.sections
        if section.id
    }
    words = words_of(library.reference)
    return {key: own.get(key, value) for key, value in words.items()}


def _categories(library: Library) -> tuple[str, ...]:
    """Ids of the groups on the home page, and of those that archetypes are in."""
    home = library.pages.get(PageRef(library.reference, Kind.PAGE, "index"))
    headings = [section.id for section in home.sections if section.id] if home else []
    used = [entry.category for entry in library.registry.archetypes if entry.category]
    return tuple(dict.fromkeys([*used, *headings]))


def _no_such_category(library: Library, category: str, known: Sequence[str]) -> PlaybookError:
    near = difflib.get_close_matches(category, known, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    new = category if ID_PATTERN.fullmatch(category) else "its-id"
    return PlaybookError(
        "there is no such category",
        found=category,
        way_out=f"{hint}There are {', '.join(known)}; a new one begins with a heading in "
        f"{library.reference}/index.md: ## Its name {{#{new}}}.",
    )


def _with_entry(library: Library, id: str, category: str) -> str:
    if not ID_PATTERN.fullmatch(category):
        known = sorted({a.category for a in library.registry.archetypes if a.category})
        raise PlaybookError(
            "not a category", found=category, way_out=f"Name one: {', '.join(known)}."
        )
    text, problem = read_text(library.root / ARCHETYPES_FILE)
    if text is None:
        assert problem is not None
        raise PlaybookError(problem.message, path=ARCHETYPES_FILE, way_out=problem.fix)
    entry = f"  - id: {id}\n    category: {category}\n    planned: true\n"
    # The list stands last in the file; an empty one is written as [].
    return text.rstrip().removesuffix("[]").rstrip() + "\n" + entry
