"""Quotation marks and apostrophes that are not those of the language."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule
from playbook.check.wordings import wordings

RULE = Rule(
    "quotes",
    Severity.WARNING,
    "Quotation marks are those of the language.",
    wordings(lambda style: style.quotes),
)
