"""Playbooks without a summary: the sentence by which a reader knows that this is it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.playbooks:
        value = page.front.get("summary")
        if survey.front_broken(page) or (value is not None and str(value).strip()):
            continue
        place = page.front_places.get("summary", Place(1))
        fix = "Add `summary: …`: one sentence in which a reader recognises their client."
        yield Fault(page.path, place, "the playbook has no summary", fix)


RULE = Rule("summary", Severity.ERROR, "A playbook has a summary.", look)
