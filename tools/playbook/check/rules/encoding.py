"""A file that is not UTF-8 text."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule("encoding", Severity.ERROR, "A file is UTF-8 text.", problems_of("encoding"))
