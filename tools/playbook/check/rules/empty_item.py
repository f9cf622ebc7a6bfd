"""List items without text."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule("empty-item", Severity.ERROR, "A list item has text.", problems_of("empty-item"))
