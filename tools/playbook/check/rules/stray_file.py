"""Markdown files that are no page, for the place or the name they have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.library.load import markdown_files
from playbook.model import Place, ref_of_path
from playbook.model.paths import LANGUAGE_PATTERN


def look(survey: Survey) -> Iterator[Fault]:
    for path in markdown_files(survey.library.root):
        if ref_of_path(path) is None:
            fix = "Put it into playbooks/, guides/ or trees/, named a-z, 0-9 and hyphens."
            yield Fault(survey.path(path), Place(1), "no page is read from this file", fix)
    for path in _outside_languages(survey.library.root):
        fix = "Name its folder by a language code: en, fi, pt-BR."
        yield Fault(survey.path(path), Place(1), "its folder is no language", fix)


def _outside_languages(root: Path) -> Iterator[str]:
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        if folder.name.startswith(".") or LANGUAGE_PATTERN.fullmatch(folder.name):
            continue
        yield from (path.relative_to(root).as_posix() for path in sorted(folder.rglob("*.md")))


RULE = Rule("stray-file", Severity.WARNING, "Every Markdown file is a page.", look)
