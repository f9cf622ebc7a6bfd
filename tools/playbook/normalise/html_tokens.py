"""HTML source → tags and text with their place, whatever the author left unclosed.

A parser that builds a tree forgets where a character stood; accounting for every character
of every line needs the places, so this is a scanner.  It is linear in the input: it never
looks twice for an end that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from playbook.normalise.html_names import KNOWN, RAW, hints_of

_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
_PLAIN_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?:[\s/][^\"'>]{0,200})?>")
"""A tag without quotes: most of them."""
_MAX_TAG = 1_000_000
"""A tag longer than this is no tag; ones that hold a whole picture stay below."""
_QUOTED_WITHIN = 2_000
"""How far a `>` inside quotes is looked for; then the first `>` ends the tag."""
_ATTRIBUTES_WITHIN = 4_000
_INSIDE_TAG = re.compile(r"[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")
_TELLING = re.compile(r"(?:class|id|role)\s*=", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([A-Za-z-]{1,20})\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")


class Tag(NamedTuple):
    """An opening or closing tag at `start` to `end` of the source."""

    name: str
    start: int
    end: int
    closing: bool
    source: str

    def attributes(self) -> dict[str, str]:
        """Attribute values, unquoted, first one wins."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source, 0, _ATTRIBUTES_WITHIN):
            found.setdefault(match[1].lower(), match[2].strip("\"'"))
        return found

    def hints(self) -> frozenset[str]:
        """What the element says of what stands in it."""
        told = self.attributes() if _TELLING.search(self.source) else {}
        classes = f"{told.get('class', '')} {told.get('id', '')}".strip()
        return hints_of(self.name, classes, told.get("role", ""))

    def place_of(self, attribute: str) -> tuple[int, int] | None:
        """Where in the whole source the attribute's value stands."""
        for match in _ATTRIBUTE.finditer(self.source, 0, _ATTRIBUTES_WITHIN):
            if match[1].lower() == attribute:
                quoted = match[2][:1] in "\"'"
                start, end = match.span(2)
                return self.start + start + quoted, self.start + end - quoted
        return None


class Text(NamedTuple):
    """Characters between tags."""

    start: int
    end: int


class _Finder:
    """`source.find` for growing positions: what was found, or not, is not searched again."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lower = source.lower()
        if len(self.lower) != len(source):  # a few capitals grow when folded (İ)
            self.lower = source
        self.found: dict[str, int] = {}

    def find(self, what: str, at: int) -> int:
        known = self.found.get(what, -2)
        if known == -1 or known >= at:
            return known
        self.found[what] = found = self.lower.find(what, at)
        return found


_PLAIN = KNOWN - RAW


def tokens(source: str) -> Iterator[Tag | Text]:
    """Tags and text in order; comments, declarations and raw elements are left out."""
    finder = _Finder(source)
    at = text_from = 0
    while (at := source.find("<", at)) >= 0:
        plain = _PLAIN_TAG.match(source, at)
        if plain and (name := plain[2].lower()) in _PLAIN:
            end = plain.end()
            tag: Tag | None = Tag(name, at, end, plain[1] == "/", plain[0])
        else:
            end, tag = _markup_at(finder, at)
        if end <= at:
            at += 1
            continue
        if text_from < at:
            yield Text(text_from, at)
        if tag is not None:
            yield tag
        at = text_from = end
    if text_from < len(source):
        yield Text(text_from, len(source))


def _markup_at(finder: _Finder, at: int) -> tuple[int, Tag | None]:
    """End of the markup that begins at `at` (0 when it is text), and its tag."""
    source = finder.source
    if source.startswith("<!--", at):
        end = finder.find("-->", at + 4)
        return (end + 3 if end >= 0 else 0), None
    named = _TAG_NAME.match(source, at)
    name = named[1].lower() if named else ""
    if name not in KNOWN and not source.startswith(("<!", "<?"), at):
        return 0, None
    end = finder.find(">", at) + 1
    if not 0 < end - at <= _MAX_TAG:
        return 0, None
    if source[at + 1] in "!?":
        return end, None
    text = source[at:end]
    if '"' in text or "'" in text:
        inside = _INSIDE_TAG.match(source, at + 1, at + _QUOTED_WITHIN)
        if inside:
            end = inside.end()
            text = source[at:end]
    tag = Tag(name, at, end, source[at + 1] == "/", text)
    if tag.name in RAW and not tag.closing and source[end - 2] != "/":
        stop = finder.find(f"</{tag.name}", end)
        if stop >= 0:
            return finder.find(">", stop) + 1 or len(source), None
        return end, None
    return end, tag
