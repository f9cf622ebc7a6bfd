"""Headings without an id: nothing can link to them, and no translation can be matched."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.ids import slug
from playbook.model import Kind


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        if page.ref.kind in (Kind.TREE, Kind.PAGE):
            continue
        broken = survey.attributes_broken(page)
        heads = [(s.id, s.heading, s.place) for s in page.sections]
        heads += [(m.id, m.heading, m.place) for s in page.sections for m in s.messages]
        for id, heading, place in heads:
            if id is None and place.line not in broken:
                fix = f"Add `{{#{slug(heading) or 'short-id'}}}` at its end."
                yield Fault(page.path, place, "the heading has no id", fix, heading)


RULE = Rule("section-id", Severity.WARNING, "Headings have ids.", look)
