"""Cites that are not `source:line`, `source:line-line` or `editorial`."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule("cite-form", Severity.ERROR, "Cites can be read.", problems_of("cite-form"))
