"""The stamp of a translation: which text of the reference each section was made from.

In the front matter:

    translation:
      of: en
      sections:
        intro: "3f9ab01c22d4"
        signs: "0b7e19aa5c31"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playbook.errors import PlaybookError
from playbook.library.front_matter import split_front_matter
from playbook.model import Page

KEY = "translation"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The reference language, and section id → fingerprint of its text then."""

    of: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)


def stamp_of(page: Page) -> Stamp:
    """What the front matter says; what cannot be read counts as not stamped."""
    value = page.front.get(KEY)
    if not isinstance(value, dict):
        return Stamp()
    sections = value.get("sections")
    read = sections if isinstance(sections, dict) else {}
    return Stamp(str(value.get("of") or ""), {str(k): str(v) for k, v in read.items()})


def with_stamp(source: str, stamp: Stamp) -> str:
    """The text of a page with `stamp` in its front matter; everything else stays as it is.

    Raises PlaybookError when the page has no front matter.
    """
    yaml_text, body_line = split_front_matter(source)
    if yaml_text is None:
        raise PlaybookError(
            "no front matter to write the stamp into", way_out="Begin the file with a line ---."
        )
    lines = source.split("\n")
    front = _without_stamp(lines[1 : body_line - 2])
    block = [f"{KEY}:", f"  of: {stamp.of}", "  sections:"]
    block += [f'    {id}: "{hash}"' for id, hash in stamp.sections.items()]
    return "\n".join([lines[0], *front, *block, *lines[body_line - 2 :]])


def _without_stamp(lines: list[str]) -> list[str]:
    kept: list[str] = []
    inside = False
    for line in lines:
        if line.startswith(f"{KEY}:"):
            inside = True
        elif line.startswith("#"):
            kept.append(line)
        elif not inside or (line.strip() and not line[0].isspace() and line[0] != "}"):
            inside = False
            kept.append(line)
    return kept
