"""The page of each rule: `<rule id>.md`, with a bad example, a good one and why."""

from __future__ import annotations

from importlib import resources

from playbook.check.rule import Rule


def page_of(rule: Rule) -> str:
    """The page of a rule as Markdown; its one line where there is no page."""
    file = resources.files(__name__) / f"{rule.id}.md"
    return file.read_text("utf-8") if file.is_file() else f"# {rule.id}\n\n{rule.about}\n"
