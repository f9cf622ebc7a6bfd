"""The words of a page line by line, in their columns, with markup blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model import Page, Place

_FENCE = re.compile(r"\s*(?:>\s*)*(```+|~~~+)")
_HIDDEN = re.compile(
    r"""(?P<attributes>\{\s*(?:[#.]|(?:cite|wait|message)\s*=)[^{}]*(?:\}|$))
        |(?P<target>\]\([^)\s]*(?:\s+"[^"]*")?\))
        |(?P<reference>^\s*\[[^\]]+\]:\s*\S+.*$)
        |(?P<code>`[^`]*`)
        |(?P<comment><!--.*?-->)
        |(?P<tag></?[A-Za-z][^<>]*>)
        |(?P<address>\b(?:https?|mailto):[^\s<>)]+)""",
    re.VERBOSE,
)
_FRONT_TEXT = re.compile(r"^(?:title|short|mark|track|summary|aliases):\s?")
_CONTINUED = re.compile(r"^\s+(?=\S)")

_LIST = str.maketrans("[]\"'-", "     ")
"""The marks of a YAML list, which are no text."""
_YAML_QUOTES = re.compile(r"^[\"'>|][-+]?|[\"']\s*$")


@dataclass(frozen=True, slots=True)
class Prose:
    """A line of the file as read: markup blanked out, columns kept."""

    line: int
    text: str
    quoted: bool = False
    """Inside a block quote: the text of a message."""
    front: bool = False
    """In the front matter."""
    names: bool = False
    """Aliases: words as people use them, whatever the style guide says."""

    def place(self, offset: int) -> Place:
        return Place(self.line, offset + 1)


def prose_lines(page: Page) -> Iterator[Prose]:
    """Lines that hold words: front matter text, paragraphs, items, headings, quotes."""
    fence = ""
    wording = listed = False
    for number, line in enumerate(page.source.split("\n"), start=1):
        if number < page.body_line:
            match = _FRONT_TEXT.match(line) or (wording and _CONTINUED.match(line)) or None
            wording = match is not None
            if match:
                listed = line.startswith("aliases:") or (listed and line[0].isspace())
                value = line[match.end() :]
                value = value.translate(_LIST) if listed else _YAML_QUOTES.sub(_blank, value)
                yield Prose(number, " " * match.end() + value, front=True, names=listed)
            continue
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            continue
        if fence or not line.strip():
            continue
        yield Prose(number, _HIDDEN.sub(_blank, line), line.lstrip().startswith(">"))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
