"""Stamp sections of a translation: they now say what the reference says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from playbook.errors import PlaybookError
from playbook.library.hashes import section_hashes
from playbook.model import Library, Page
from playbook.translate.origins import Origin, origin_path, read_origin, write_origin
from playbook.translate.staleness import State, section_states
from playbook.translate.stamps import Stamp, stamp_of, with_stamp


@dataclass(frozen=True, slots=True)
class Marked:
    """Files to write (path below the content folder → text), and what was stamped."""

    files: dict[str, str]
    stamped: tuple[str, ...]


def mark_sections(
    library: Library,
    page: Page,
    reference: Page,
    sections: Collection[str],
    *,
    unchanged: bool = False,
) -> Marked:
    """Stamp `sections` of a translation.

    `unchanged` says that the reference's change needed none in the translation.  Raises
    PlaybookError, before anything is written, for a section that does not exist, or whose
    text is the same as when it was stamped last.
    """
    if any(problem.code == "front-matter" for problem in page.problems):
        raise PlaybookError(
            "the front matter cannot be read", path=page.path, way_out="Mend it first."
        )
    hashes, own = section_hashes(reference), section_hashes(page)
    states = section_states(page, reference)
    origin = read_origin(library.root, page.ref)
    for id in sections:
        _refuse(id, page, states, own, origin, unchanged)
    stamp = stamp_of(page).sections
    after = {id: hashes[id] if id in sections else stamp.get(id, "") for id in hashes}
    written = Stamp(reference.ref.lang, {id: hash for id, hash in after.items() if hash})
    kept = write_origin(origin, reference, {id: own[id] for id in sections}, hashes)
    files = {page.ref.path: with_stamp(page.source, written), origin_path(page.ref): kept}
    return Marked(files, tuple(id for id in hashes if id in sections))


def _refuse(
    id: str,
    page: Page,
    states: Mapping[str, State],
    own: Mapping[str, str],
    origin: Origin,
    unchanged: bool,
) -> None:
    if id not in states:
        raise PlaybookError(
            f"the reference has no section `{id}`",
            path=page.path,
            way_out=f"It has {', '.join(states)}.",
        )
    if states[id] is State.MISSING:
        raise PlaybookError(
            f"the translation has no section `{id}`",
            path=page.path,
            way_out=f"Add `## … {{#{id}}}` and translate it.",
        )
    same = origin.translated.get(id) == own[id]
    if states[id] is State.STALE and same and not unchanged:
        raise PlaybookError(
            f"the text of `{id}` is the same as when it was stamped last",
            path=page.path,
            way_out="Translate what changed; or add --unchanged if nothing needed to.",
        )
