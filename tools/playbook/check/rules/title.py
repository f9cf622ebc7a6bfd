"""Pages without a title."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        value = page.front.get("title")
        if survey.front_broken(page) or (value is not None and str(value).strip()):
            continue
        place = page.front_places.get("title", Place(1))
        fix = "Add `title: …` between the --- lines."
        yield Fault(page.path, place, "the page has no title", fix)


RULE = Rule("title", Severity.ERROR, "A page has a title.", look)
