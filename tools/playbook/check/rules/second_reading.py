"""Pages that nobody but their author has read."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        # A knowledge base that does not count readings leaves the key out.
        value = page.front.get("reviewed")
        if isinstance(value, int) and value is not True and value < 1:
            place = page.front_places.get("reviewed", Place(1))
            fix = "Let somebody else read it as an editor would, then write `reviewed: 1`."
            yield Fault(page.path, place, "no second reading yet", fix)


RULE = Rule("second-reading", Severity.NOTE, "Somebody else has read the page.", look)
