"""Front matter keys that nothing reads: mostly typing mistakes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place

KNOWN = ("title", "short", "mark", "track", "summary", "aliases", "reviewed", "translation")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for key in page.front:
            if key not in KNOWN:
                near = difflib.get_close_matches(key, KNOWN, n=1)
                fix = f"Did you mean `{near[0]}`?" if near else f"Known are {', '.join(KNOWN)}."
                place = page.front_places.get(key, Place(1))
                yield Fault(page.path, place, f"nothing reads `{key}`", fix, key)


RULE = Rule("front-matter-keys", Severity.WARNING, "Front matter has known keys only.", look)
