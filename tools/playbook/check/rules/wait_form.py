"""Waiting times that cannot be read."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule("wait-form", Severity.ERROR, "Waiting times can be read.", problems_of("wait-form"))
