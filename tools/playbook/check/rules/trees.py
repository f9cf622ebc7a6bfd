"""What the proofs of decision trees say, as rules: one for each kind of fault."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Look, Rule
from playbook.check.survey import Survey
from playbook.model import Place, resolve
from playbook.tree import RULES as TREE_RULES
from playbook.tree import TreeFault


def _look(code: str) -> Look:
    def look(survey: Survey) -> Iterator[Fault]:
        for fault in survey.tree_faults:
            if fault.code == code and not _said_elsewhere(survey, fault):
                place = Place(fault.line, fault.column)
                yield Fault(fault.path, place, fault.message, fault.fix, fault.found)

    return look


def _said_elsewhere(survey: Survey, fault: TreeFault) -> bool:
    """A dangling link of a playbook is a dangling link, whatever tree is derived from it;
    and a page that cannot be read is there."""
    if fault.code != "tree-dangling":
        return False
    page = survey.by_path.get(fault.path)
    target = resolve(page.ref, fault.found)[0] if page else None
    return fault.path in survey.playbook_paths or (target is not None and survey.is_unread(target))


RULES = tuple(
    Rule(rule.code, Severity(rule.severity), rule.summary, _look(rule.code)) for rule in TREE_RULES
)
