"""Phrases of asked.yml that search cannot lead anywhere."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule(
    "asked", Severity.ERROR, "Phrases people ask with lead to a page, each to one.",
    problems_of("asked"),
)  # fmt: skip
