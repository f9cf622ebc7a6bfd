"""Leftovers of the web page that an article was copied from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey

_MARKS = re.compile(r"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)?[*_]*")
_SENTENCE = r"(?:^|(?<=[.!?।…»”“\"*] ))[\s*_\"“„]*"


def look(survey: Survey) -> Iterator[Fault]:
    kinds = _kinds()
    for page in survey.pages:
        lines = page.source.split("\n")
        for prose in survey.prose(page):
            # The whole line for what looks like code, the words alone for the rest.
            raw = lines[prose.line - 1]
            start = 0 if prose.front else _MARKS.match(prose.text).end()  # type: ignore[union-attr]
            words = prose.text[start:].strip(" *_")
            for kind, whole, begins, anywhere in kinds:
                match = (
                    (whole.fullmatch(words) if whole else None)
                    or (begins.search(prose.text[start:]) if begins else None)
                    or (anywhere.search(raw) if anywhere else None)
                )
                if match and words:
                    message = f"left over from a web page ({kind})"
                    fix = "Delete it: it is no part of the advice."
                    place = prose.place(len(prose.text) - len(prose.text.lstrip()))
                    yield Fault(page.path, place, message, fix, words)
                    break


Patterns = tuple[str, re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]


@lru_cache(maxsize=1)
def _kinds() -> tuple[Patterns, ...]:
    file = resources.files("playbook.check") / "data" / "noise.toml"
    data = tomllib.loads(file.read_text("utf-8"))
    return tuple(
        (
            kind,
            _pattern(lists.get("whole")),
            _pattern(lists.get("start"), _SENTENCE),
            _pattern(lists.get("any")),
        )
        for kind, lists in data.items()
    )


def _pattern(alternatives: list[str] | None, before: str = "") -> re.Pattern[str] | None:
    if not alternatives:
        return None
    joined = "|".join(one.replace(" ", r"\s+") for one in alternatives)
    return re.compile(f"{before}(?:{joined})", re.IGNORECASE)


RULE = Rule("noise", Severity.ERROR, "Nothing is left over from a web page.", look)
