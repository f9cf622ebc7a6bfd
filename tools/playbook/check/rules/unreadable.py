"""A file that cannot be opened, or is too large to be a page."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule(
    "unreadable", Severity.ERROR, "A file can be opened and read.", problems_of("unreadable")
)
