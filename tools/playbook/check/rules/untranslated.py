"""Items of a translation that say the same, letter by letter, as the reference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.check.finding import Fault, Severity
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Place


def look(survey: Survey) -> Iterator[Fault]:
    reference = survey.library.reference
    for page in survey.pages:
        if survey.is_untouched(page):
            message = f"started, but still in the words of {reference}"
            mark = f"playbook translate mark {page.ref.group} {page.ref.lang} SECTION"
            yield Fault(page.path, Place(1), message, f"Translate it, then: {mark}.", page.title)
            continue
        copied = survey.copied(page)
        if not copied:
            continue
        every = sum(1 for _ in page.items())
        message, fix = f"the same text as in {reference}", "Translate it."
        if len(copied) > 1:
            message = f"{len(copied)} of {every} items say the same as in {reference}"
            fix = f"Translate them: lines {_ranges([item.place.line for item in copied])}."
        yield Fault(page.path, copied[0].place, message, fix, copied[0].text)


def _ranges(lines: Sequence[int]) -> str:
    """`8-12, 20`: every line, those in a row as one."""
    rows: list[list[int]] = []
    for line in lines:
        if rows and line == rows[-1][-1] + 1:
            rows[-1].append(line)
        else:
            rows.append([line])
    return ", ".join(f"{r[0]}-{r[-1]}" if len(r) > 1 else str(r[0]) for r in rows)


RULE = Rule("untranslated", Severity.WARNING, "Translations are translated.", look)
