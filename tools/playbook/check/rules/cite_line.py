"""Cites of lines that an article does not have."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for item in page.items():
            for cite in item.cites:
                source = survey.sources.get(cite.source)
                if source is not None and source.lines and cite.last > source.lines:
                    message = f"`{source.id}` has {source.lines} lines only"
                    fix = "Write the number of the line as it stands in the article's file."
                    place = item.attributes_place or item.place
                    yield Fault(page.path, place, message, fix, str(cite))


RULE = Rule("cite-line", Severity.ERROR, "Cited lines exist.", look)
