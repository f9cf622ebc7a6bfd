"""Items whose ids are not the same in all languages."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.ids import needs_id
from playbook.model import REQUIRED_SECTIONS, Item, Kind, Page, Section
from playbook.translate import State, stamp_of

_ALIKE = (Kind.PLAYBOOK, Kind.GUIDE)


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        reference = survey.reference_of(page)
        if reference is None or page.ref.kind not in _ALIKE:
            continue
        own, theirs = _items(page), _items(reference)
        lang = reference.ref.lang
        for id, (item, section) in own.items():
            if id not in theirs and _settled(reference, section):
                message = f"the id `{id}` is not in {lang}"
                fix = "Use the id that the item has there, or add the item there as well."
                yield Fault(page.path, item.attributes_place or item.place, message, fix, id)
        for id, (item, section) in theirs.items():
            if id in own:
                continue
            here = page.section(section.id or "")
            if here is None or _moved_on(survey, page, section):
                # The missing or stale section is reported, and says what to do.
                continue
            message = f"the item `{id}` of {lang} is missing"
            fix = f"Translate it; it stands in {reference.path}:{item.place.line}."
            yield Fault(page.path, here.place, message, fix, id)


def _items(page: Page) -> dict[str, tuple[Item, Section]]:
    found: dict[str, tuple[Item, Section]] = {}
    for section in page.sections:
        for item in section.items:
            if item.id:
                found.setdefault(item.id, (item, section))
    return found


def _settled(reference: Page, section: Section) -> bool:
    """Whether the reference has the section, with an id of its own for every item.

    Until it does, what the reference lacks is said there, once, and not in every language.
    """
    there = reference.section(section.id or "")
    if there is None:
        return False
    if not there.list_items and there.id in REQUIRED_SECTIONS:
        return False
    if any(needs_id(item, there, reference.ref.kind) for item in there.items):
        return False
    ids = [item.id for item in there.items if item.id]
    return len(set(ids)) == len(ids)


def _moved_on(survey: Survey, page: Page, section: Section) -> bool:
    """The reference changed since the translation was stamped: it may lack new items."""
    id = section.id or ""
    return survey.states(page).get(id) is State.STALE and id in stamp_of(page).sections


RULE = Rule("item-parity", Severity.ERROR, "Items have the same ids in all languages.", look)
