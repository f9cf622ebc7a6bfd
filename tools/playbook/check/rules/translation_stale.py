"""Sections of a translation whose reference moved on."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place
from playbook.translate import State, is_translated, stamp_of


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        if survey.front_broken(page) or not is_translated(page.ref):
            continue
        if survey.is_untouched(page):
            # `untranslated` says what to do first.
            continue
        states = survey.states(page)
        stale = [id for id, state in states.items() if state is State.STALE]
        if not stale:
            continue
        stamped = stamp_of(page).sections
        mark = f"playbook translate mark {page.ref.group} {page.ref.lang}"
        if not stamped:
            place = page.front_places.get("translation", Place(1))
            message = "nothing says which text of the reference this was made from"
            yield Fault(page.path, place, message, f"Compare, then: {mark} {' '.join(stale)}.")
            continue
        for id in stale:
            section = page.section(id)
            place = section.place if section else Place(1)
            changed = "changed" if id in stamped else "is new"
            message = f"section `{id}` {changed} in {survey.library.reference} since"
            diff = f"playbook translate diff {page.ref.group} {page.ref.lang}"
            yield Fault(page.path, place, message, f"See how: {diff}; then: {mark} {id}.")


RULE = Rule("translation-stale", Severity.WARNING, "Translations follow the reference.", look)
