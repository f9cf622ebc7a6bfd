"""Front matter that is missing, not closed, or not YAML."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule(
    "front-matter",
    Severity.ERROR,
    "Front matter is there and is valid YAML.",
    problems_of("front-matter"),
)
