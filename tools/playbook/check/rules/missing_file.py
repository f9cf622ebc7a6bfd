"""A registry that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.registries import SOURCES_FILE


def look(survey: Survey) -> Iterator[Fault]:
    for path, problem in survey.library.registry.problems:
        if problem.code != "missing-file":
            continue
        if path == survey.path(SOURCES_FILE) and not _cites_sources(survey):
            # A knowledge base of nothing but its editors' own judgement needs no sources.
            continue
        fix = "Create it, or give `playbook check` the folder that holds it."
        yield Fault(path, problem.place, problem.message, fix)


def _cites_sources(survey: Survey) -> bool:
    items = (item for page in survey.pages for item in page.items())
    return any(not cite.is_editorial for item in items for cite in item.cites)


RULE = Rule("missing-file", Severity.ERROR, "The registries are there.", look)
