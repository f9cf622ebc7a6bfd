"""Hyphens where the language has a dash."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule
from playbook.check.wordings import wordings

RULE = Rule(
    "dashes",
    Severity.WARNING,
    "Dashes are those of the language.",
    wordings(lambda style: style.dashes),
)
