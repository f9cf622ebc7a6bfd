"""Cites of articles that sources.yml does not list."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.registries import SOURCES_FILE


def look(survey: Survey) -> Iterator[Fault]:
    if survey.registry_broken(SOURCES_FILE):
        return
    known = sorted(survey.sources)
    for page in survey.pages:
        for item in page.items():
            for cite in item.cites:
                if cite.is_editorial or cite.source in survey.sources:
                    continue
                near = survey.nearest(cite.source, known)
                fix = f"Did you mean `{near}`?" if near else f"Add it to {SOURCES_FILE}."
                message = f"`{cite.source}` is not in {SOURCES_FILE}"
                yield Fault(page.path, item.attributes_place or item.place, message, fix, str(cite))


RULE = Rule("cite-source", Severity.ERROR, "Cited articles are registered.", look)
