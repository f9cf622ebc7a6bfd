"""Two playbooks of a language with the same title."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place


def look(survey: Survey) -> Iterator[Fault]:
    first: dict[tuple[str, str], str] = {}
    for page in survey.playbooks:
        key = (page.ref.lang, page.title.casefold())
        other = first.setdefault(key, page.path)
        if page.title and other != page.path:
            place = page.front_places.get("title", Place(1))
            message = f"{other} has the same title"
            yield Fault(page.path, place, message, "Give each its own title.", page.title)


RULE = Rule("title-unique", Severity.WARNING, "Titles differ.", look)
