"""Pages that should stand in the reference language and do not."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Kind, PageRef, Place


def look(survey: Survey) -> Iterator[Fault]:
    library = survey.library
    wanted = {
        PageRef(library.reference, Kind.PLAYBOOK, archetype.id): "its archetype is registered"
        for archetype in library.registry.archetypes
        if not archetype.planned
    }
    for page in survey.pages:
        # A page beside the three folders may be of one language: a guide to its style.
        if page.ref.kind is not Kind.PAGE:
            ref = page.ref.into(library.reference)
            wanted.setdefault(ref, f"{page.ref.lang} has it")
    for ref, why in wanted.items():
        path = survey.path(ref.path)
        if ref in library.pages or path in survey.unreadable:
            continue
        archetype = survey.archetypes.get(ref.id)
        if ref.kind is Kind.PLAYBOOK and (archetype is None or archetype.planned):
            continue
        fix = "Write the page."
        if ref.kind is Kind.PLAYBOOK:
            fix = f"Start it: playbook new archetype {ref.id}; or mark it `planned: true`."
        yield Fault(path, Place(1), f"the page is missing in {ref.lang}, though {why}", fix)


RULE = Rule(
    "reference-missing", Severity.ERROR, "Every page is there in the reference language.", look
)
