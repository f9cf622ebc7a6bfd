"""Front matter keys with a value of the wrong kind."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place

_TEXTS = ("title", "short", "mark", "track", "summary")


def look(survey: Survey) -> Iterator[Fault]:
    for page in survey.pages:
        for key, value in page.front.items():
            wrong = _wrong(key, value)
            if wrong:
                message, fix = wrong
                place = page.front_places.get(key, Place(1))
                yield Fault(page.path, place, message, fix, str(value))


def _wrong(key: str, value: object) -> tuple[str, str] | None:
    """What is wrong with a value, and how to write it; an empty value is as none."""
    if value is None:
        return None
    if key in _TEXTS and not isinstance(value, str):
        return f"`{key}` is not text", f'Put it in quotes: {key}: "…".'
    if key == "aliases" and not (
        isinstance(value, list) and all(isinstance(v, str | int | float) for v in value)
    ):
        return "`aliases` is not a list of names", "Write `aliases: [one name, another name]`."
    if key == "reviewed" and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        return "`reviewed` is not a number", "Write how many second readings there were: 0, 1, 2."
    if key == "translation" and not _is_stamp(value):
        fix = "Delete it and run `playbook translate mark` for the sections that are up to date."
        return "`translation` is not a stamp", fix
    return None


def _is_stamp(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    sections = value.get("sections")
    return sections is None or isinstance(sections, dict)


RULE = Rule(
    "front-matter-types",
    Severity.ERROR,
    "Front matter values are texts, lists and numbers where they should be.",
    look,
)
