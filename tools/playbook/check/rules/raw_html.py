"""HTML in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.rules.active_html import ACTIVE
from playbook.check.survey import Survey

TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]*>")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        lines = page.source.split("\n")
        for prose in survey.prose(page):
            line = lines[prose.line - 1]
            if "<" not in line:
                continue
            match = TAG.search(line)
            if match and not ACTIVE.search(line) and "`" not in line[: match.start()]:
                fix = "Write it in Markdown: **bold**, *emphasis*, [link](page.md), - list."
                place = prose.place(match.start())
                yield Fault(page.path, place, "HTML in the text", fix, match.group())


RULE = Rule("raw-html", Severity.WARNING, "Pages are written in Markdown alone.", look)
