"""Sections and messages that a page has in one language only."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import REQUIRED_SECTIONS, Kind, Page, Place

_ALIKE = (Kind.PLAYBOOK, Kind.GUIDE)


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        reference = survey.reference_of(page)
        if reference is None or page.ref.kind not in _ALIKE:
            continue
        own, theirs = _parts(page), _parts(reference)
        lang = reference.ref.lang
        is_playbook = page.ref.kind is Kind.PLAYBOOK
        for id, (name, place) in own.items():
            # A section that the reference must have is missed there, once.
            if id not in theirs and not (is_playbook and id in REQUIRED_SECTIONS):
                fix = "Use the id of the reference, or add it there as well."
                yield Fault(page.path, place, f"{name} `{id}` is not in {lang}", fix, id)
        for id, (name, place) in theirs.items():
            required = is_playbook and id in REQUIRED_SECTIONS
            if id not in own and not required:
                end = Place(max(1, len(page.source.rstrip("\n").split("\n"))))
                fix = f"Translate it; it stands in {reference.path}:{place.line}."
                yield Fault(page.path, end, f"{name} `{id}` of {lang} is missing", fix, id)


def _parts(page: Page) -> dict[str, tuple[str, Place]]:
    found: dict[str, tuple[str, Place]] = {}
    for section in page.sections:
        if section.id:
            found.setdefault(section.id, ("section", section.place))
        for message in section.messages:
            if message.id:
                found.setdefault(message.id, ("message", message.place))
    return found


RULE = Rule(
    "section-parity", Severity.WARNING, "Sections and messages are the same in all languages.", look
)
