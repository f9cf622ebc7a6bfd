"""Archetypes that are known but not written up yet."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.registries import ARCHETYPES_FILE


def look(survey: Survey) -> Iterator[Fault]:
    path = survey.path(ARCHETYPES_FILE)
    for archetype in survey.library.registry.archetypes:
        if not archetype.planned:
            continue
        if survey.library.page(survey.library.reference, f"playbooks/{archetype.id}"):
            message = f"`{archetype.id}` is marked as planned, and its playbook is there"
            fix = "Delete `planned: true` once it is complete."
        else:
            message = f"the playbook `{archetype.id}` is planned"
            fix = f"Start it: playbook new archetype {archetype.id}."
        yield Fault(path, archetype.place, message, fix)


RULE = Rule("archetype-planned", Severity.NOTE, "Planned archetypes are listed.", look)
