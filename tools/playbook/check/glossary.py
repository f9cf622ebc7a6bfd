"""The glossary of a language: `## Term {#id}`, a sentence, `Avoid: one, another {.avoid}`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.model import Page

AVOID = "avoid"
"""Class of the paragraph that lists words to avoid; each language has its own word for it."""
_COMMA = re.compile(r"[,،、;]")


@dataclass(frozen=True, slots=True)
class Term:
    """A term and the words it replaces."""

    id: str
    name: str
    variants: tuple[str, ...]


def read_glossary(page: Page) -> tuple[Term, ...]:
    """The terms of a glossary page that replace other words."""
    terms: list[Term] = []
    for section in page.sections:
        lists = [item.text for item in section.items if AVOID in item.classes]
        words = [word.strip() for text in lists for word in _COMMA.split(text.partition(":")[2])]
        variants = tuple(word for word in words if word)
        if section.id and variants:
            terms.append(Term(section.id, section.heading, variants))
    return tuple(terms)
