"""A rule: an id, how severe its findings are, one line about it, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from playbook.check.finding import Fault, Severity
from playbook.check.survey import Survey

Look = Callable[[Survey], Iterable[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with a knowledge base."""

    id: str
    severity: Severity
    about: str
    """One line, for lists of rules and for SARIF."""
    look: Look
    mended_by_fmt: bool = False
    """`playbook check --fix` puts it right, as `playbook fmt` does."""


def problems_of(code: str) -> Look:
    """The function of a rule whose faults the reader has noted already."""

    def look(survey: Survey) -> Iterator[Fault]:
        for path, problem in survey.problems:
            if problem.code == code:
                yield Fault(path, problem.place, problem.message, problem.fix, problem.found)

    return look
