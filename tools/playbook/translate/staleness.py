"""Which sections of a translation still say what the reference says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from playbook.library.hashes import section_hashes
from playbook.model import Kind, Library, Page, PageRef
from playbook.translate.stamps import stamp_of

HOME = "index"


class State(StrEnum):
    """How a section of a translation stands to the reference."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"


class Status(StrEnum):
    """How a page stands in one language."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"
    """Neither this language nor the reference has it."""
    FALLBACK = "fallback"
    """Shown from the reference."""


def is_translated(ref: PageRef) -> bool:
    """Whether a page has translations; glossaries and style guides are each language's own."""
    return ref.kind is not Kind.PAGE or ref.id == HOME


def section_states(page: Page, reference: Page) -> Mapping[str, State]:
    """Section id of the reference → its state in the translation, in the reference's order.

    A section whose hash the translation does not carry is stale.
    """
    stamped = stamp_of(page).sections
    present = {section.id for section in page.sections} | {"intro"}
    return {
        id: State.MISSING
        if id not in present
        else State.CURRENT
        if stamped.get(id) == hash
        else State.STALE
        for id, hash in section_hashes(reference).items()
    }


def page_status(library: Library, ref: PageRef) -> Status:
    """Status of one page in one language."""
    page = library.pages.get(ref)
    reference = library.pages.get(ref.into(library.reference))
    if page is None:
        return Status.MISSING if reference is None else Status.FALLBACK
    if ref.lang == library.reference or reference is None:
        return Status.CURRENT
    states = section_states(page, reference).values()
    current = all(state is State.CURRENT for state in states)
    return Status.CURRENT if current else Status.STALE


def shown_page(library: Library, ref: PageRef) -> Page | None:
    """The page a reader of that language gets: their own, else the reference's."""
    own = library.pages.get(ref)
    return own if own is not None else library.pages.get(ref.into(library.reference))
