"""Rules about a knowledge base, what they find, and how that is written down.

>>> findings = check(load_library(Path("content")))
>>> sys.stdout.write(write_text(findings))
"""

from playbook.check.finding import Fault, Finding, Severity
from playbook.check.rule import Rule
from playbook.check.rules import RULES
from playbook.check.run import check, select
from playbook.check.survey import Survey

__all__ = ["RULES", "Fault", "Finding", "Rule", "Severity", "Survey", "check", "select"]
