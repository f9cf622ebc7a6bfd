"""Every rule is explained: bad, good, why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playbook.check import RULES, Rule
from playbook.check.rules.pages import page_of
from playbook.tree import RULES as TREE_RULES

IDS = [rule.id for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_has_a_page(rule: Rule) -> None:
    page = page_of(rule)
    assert page.startswith(f"# {rule.id}\n\n{rule.about} Severity: {rule.severity}.\n")
    headings = re.findall(r"^## (\w+)$", page, flags=re.MULTILINE)
    assert headings[:1] + headings[-2:] == ["Bad", "Good", "Why"]
    bad, good = re.findall(r"```markdown\n(.*?)\n```", page, flags=re.DOTALL)
    assert bad != good


def test_pages_about_trees_say_what_the_proofs_say() -> None:
    pages = {rule.id: page_of(rule) for rule in RULES}
    for rule in TREE_RULES:
        assert rule.why in pages[rule.code], f"the page of {rule.code} is older than the rule"
        assert rule.bad.strip() in pages[rule.code]
        assert rule.good.strip() in pages[rule.code]


def test_ids_are_unique_and_pages_belong_to_rules(project: Path) -> None:
    assert len(set(IDS)) == len(IDS)
    folder = project / "tools/playbook/check/rules/pages"
    assert {file.stem for file in folder.glob("*.md")} == set(IDS)


def test_the_list_in_the_documentation_is_complete(project: Path) -> None:
    listed = re.findall(
        r"^\| \[([a-z0-9-]+)\]\(", (project / "docs/check.md").read_text("utf-8"), re.MULTILINE
    )
    assert listed == IDS
