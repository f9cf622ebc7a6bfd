"""The first text of a playbook: every part of it, with what to write there."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources

MARK = "WRITE HERE"
"""`playbook check` warns of it, so that none is published unnoticed."""


def playbook_text(id: str, words: Mapping[str, str]) -> str:
    """A playbook that `check` has no errors for, only warnings of what is still to write."""
    values = {"mark": MARK, "name": id.replace("-", " "), **words}
    file = resources.files("playbook.scaffold") / "data" / "playbook.md.txt"
    text = file.read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text
