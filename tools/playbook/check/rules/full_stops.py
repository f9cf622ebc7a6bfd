"""Sentences that end with another language's mark: a full stop where a danda belongs."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule
from playbook.check.wordings import wordings

RULE = Rule(
    "full-stops",
    Severity.WARNING,
    "Sentences end with the mark of the language.",
    wordings(lambda style: style.full_stops),
)
