"""Pages of the reference that another language does not have yet."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Kind, PageRef, Place
from playbook.translate import is_translated


def look(survey: Survey) -> Iterator[Fault]:
    library = survey.library
    planned = {a.id for a in library.registry.archetypes if a.planned}
    wanted = [
        PageRef(library.reference, Kind.PLAYBOOK, archetype.id)
        for archetype in library.registry.archetypes
    ]
    wanted += [ref for ref in library.pages if ref.lang == library.reference and is_translated(ref)]
    for ref in dict.fromkeys(wanted):
        if ref.kind is Kind.PLAYBOOK and ref.id in planned:
            continue
        for lang in library.languages:
            path = survey.path(ref.into(lang).path)
            missing = ref.into(lang) not in library.pages and path not in survey.unreadable
            if lang != library.reference and missing:
                message = f"no translation into {lang}; the site shows the {library.reference} page"
                fix = f"Start it: playbook translate start {ref.group} {lang}."
                yield Fault(path, Place(1), message, fix)


RULE = Rule("translation-missing", Severity.WARNING, "Every page is there in every language.", look)
