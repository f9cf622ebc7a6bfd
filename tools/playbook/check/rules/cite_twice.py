"""Items that cite the same lines twice."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for item in page.items():
            twice = [c for n, c in enumerate(item.cites) if c in item.cites[:n]]
            for cite in twice:
                place = item.attributes_place or item.place
                yield Fault(page.path, place, f"`{cite}` is cited twice", "Delete one.", str(cite))


RULE = Rule("cite-twice", Severity.WARNING, "A line is cited once an item.", look)
