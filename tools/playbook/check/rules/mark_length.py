"""Tell-tale signs too long for a plate."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place

MOST_WORDS = 8


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        words = page.text("mark").split()
        if len(words) > MOST_WORDS:
            place = page.front_places.get("mark", Place(1))
            message = f"the mark has {len(words)} words"
            yield Fault(page.path, place, message, f"Say it in {MOST_WORDS} words at most.")


RULE = Rule("mark-length", Severity.WARNING, "A mark has eight words at most.", look)
