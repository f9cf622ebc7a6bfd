"""Items without an id."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.ids import needs_id, slug


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        broken = survey.attributes_broken(page)
        for section in page.sections:
            for item in section.items:
                if not needs_id(item, section, page.ref.kind) or broken & {
                    item.place.line,
                    item.last_line,
                }:
                    continue
                example = slug(item.markdown) or "short-id"
                fix = f"Run `playbook fmt`, or add {{#{example}}} at its end."
                if survey.reference_of(page) is not None:
                    fix = "Run `playbook fmt`, or add the id that the reference has."
                yield Fault(page.path, item.place, "the item has no id", fix, item.text)


RULE = Rule("item-id", Severity.ERROR, "Items have ids.", look, mended_by_fmt=True)
