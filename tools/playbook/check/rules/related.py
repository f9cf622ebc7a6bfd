"""Related archetypes that are none."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.registries import ARCHETYPES_FILE


def look(survey: Survey) -> Iterator[Fault]:
    path = survey.path(ARCHETYPES_FILE)
    for archetype in survey.library.registry.archetypes:
        for other in archetype.related:
            if other == archetype.id:
                message = f"`{archetype.id}` is related to itself"
                yield Fault(path, archetype.place, message, f"Delete `{other}`.", other)
            elif other not in survey.archetypes:
                message = f"`{archetype.id}` is related to `{other}`, which is no archetype"
                fix = "Write the id of another entry of this file, or delete it."
                yield Fault(path, archetype.place, message, fix, other)


RULE = Rule("related", Severity.ERROR, "Related archetypes exist.", look)
