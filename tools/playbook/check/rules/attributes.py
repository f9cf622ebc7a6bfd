"""Attribute blocks that cannot be read."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule(
    "attributes", Severity.ERROR, "Attribute blocks can be read.", problems_of("attributes")
)
