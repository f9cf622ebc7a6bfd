"""Look at a knowledge base with every rule, and list what they found by place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from playbook.check.finding import Finding
from playbook.check.rule import Rule
from playbook.check.rules import RULES
from playbook.check.survey import Survey
from playbook.errors import PlaybookError
from playbook.model import Library


def check(
    library: Library,
    *,
    shown: Path | None = None,
    rules: Iterable[Rule] = RULES,
    progress: Callable[[Rule], None] = lambda rule: None,
) -> tuple[Finding, ...]:
    """Every finding of `rules`, sorted by path, line, column and rule.

    `shown` replaces the content folder in the paths of findings; `progress` hears each rule
    before it looks.
    """
    survey = Survey(library, shown)
    found: set[Finding] = set()
    for rule in rules:
        progress(rule)
        found.update(_findings(rule, survey))
    return tuple(sorted(found, key=lambda finding: finding.order))


def _findings(rule: Rule, survey: Survey) -> Iterator[Finding]:
    for fault in rule.look(survey):
        yield Finding(
            rule=rule.id,
            severity=rule.severity,
            path=fault.path,
            line=fault.place.line,
            column=fault.place.column,
            message=fault.message,
            fix=fault.fix,
            found=fault.found,
        )


def select(only: Collection[str], skip: Collection[str]) -> tuple[Rule, ...]:
    """The rules named in `only` (all, when empty) without those named in `skip`.

    Raises PlaybookError for an id that no rule has.
    """
    known = {rule.id for rule in RULES}
    for id in (*only, *skip):
        if id not in known:
            raise PlaybookError(
                f"no rule has the id {id}", way_out="See them all: playbook check --list-rules."
            )
    return tuple(r for r in RULES if (not only or r.id in only) and r.id not in skip)
