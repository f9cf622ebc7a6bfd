"""Playbooks of archetypes that archetypes.yml does not list."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.registries import ARCHETYPES_FILE
from playbook.model import Place


def look(survey: Survey) -> Iterator[Fault]:
    if survey.registry_broken(ARCHETYPES_FILE):
        return
    for page in survey.playbooks:
        if page.ref.id not in survey.archetypes:
            message = f"`{page.ref.id}` is not in {ARCHETYPES_FILE}"
            fix = f"Add `- id: {page.ref.id}` with its category there, or rename the file."
            yield Fault(page.path, Place(1), message, fix, page.ref.id)


RULE = Rule("archetype-unknown", Severity.ERROR, "Every playbook's archetype is registered.", look)
