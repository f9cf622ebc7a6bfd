"""A file without a word in it."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule("empty-file", Severity.ERROR, "A file is not empty.", problems_of("empty-file"))
