"""Categories that the home page has no heading for."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Kind, Place


def look(survey: Survey) -> Iterator[Fault]:
    archetypes = survey.library.registry.archetypes
    categories = dict.fromkeys(a.category for a in archetypes if a.category)
    for page in survey.pages:
        if page.ref.kind is not Kind.PAGE or page.ref.id != "index":
            continue
        present = {section.id for section in page.sections}
        for category in categories:
            if category not in present:
                place = Place(max(1, page.source.count("\n")))
                message = f"the home page has no heading for the category `{category}`"
                fix = f"Add `## … {{#{category}}}` with a sentence about it."
                yield Fault(page.path, place, message, fix)


RULE = Rule("category-heading", Severity.WARNING, "The home page names every category.", look)
