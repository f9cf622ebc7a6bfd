"""A page cut into the sections that are stamped, as they stand in the file."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.library.hashes import INTRO
from playbook.model import Page


def section_sources(page: Page) -> Mapping[str, str]:
    """Section id → its lines; `intro` holds what stands before the first section.

    A section without an id belongs to the one before it, as it does for the hashes; one
    that stands twice is joined.
    """
    lines = page.source.split("\n")
    parts: dict[str, list[str]] = {INTRO: []}
    current, start = INTRO, page.body_line
    for section in page.sections:
        if section.id:
            parts.setdefault(current, []).extend(lines[start - 1 : section.place.line - 1])
            current, start = section.id, section.place.line
    parts.setdefault(current, []).extend(lines[start - 1 :])
    return {id: "\n".join(found).strip("\n") for id, found in parts.items()}
