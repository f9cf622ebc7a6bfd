"""Markdown's inline marks taken out of a line: emphasis, links, pictures, escapes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from playbook.normalise.visible import Span, Visible

UNSEEN = (
    "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f"
)
INVISIBLE = re.compile(f"[{UNSEEN}]+")
"""Characters nobody sees.  Joiners (U+200C, U+200D) stay: Devanagari needs them."""

_MARK = re.compile(r"[*_`\[~\\{<]")
_IMAGE = re.compile(
    r"!\[([^\[\]]{0,400})\](?:\([^()\s]{0,2000}(?:\s[^()]{0,400})?\)|\[[^\[\]]{0,100}\])"
)
_LINK = re.compile(
    r"(?<!!)\[([^\[\]]{1,600})\](\([^()\s]{0,2000}(?:\([^()\s]{0,200}\))?(?:\s[^()]{0,400})?\)|\[[^\[\]]{0,100}\])"
)
_STRONG = re.compile(
    r"(\*\*|__)(?=[^\s*_])([^*_]{1,600}?(?:[*_][^*_]{1,300}?){0,4}?)(?<=[^\s*_])\1"
)
_EMPHASIS = re.compile(r"\*(?=[^\s*])([^*]{1,600}?)(?<=[^\s*])\*(?!\*)")
_UNDERSCORE = re.compile(r"(?<![^\W_])_(?=[^\s_])([^_]{1,600}?)(?<=[^\s_])_(?![^\W_])")
_CODE = re.compile(r"`([^`]{1,400})`")
_STRIKE = re.compile(r"~~([^~]{1,400})~~")
_PAIRED = (
    (("**", "__"), _STRONG), (("*",), _EMPHASIS), (("_",), _UNDERSCORE), (("`",), _CODE),
    (("~~",), _STRIKE),
)  # fmt: skip
"""Marks that stand at both ends, with the signs of which one must be there."""
_ESCAPE = re.compile(r"\\(?=[*_`#\[\]()>+.!~|\\-])")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^{}]{0,200}\}\s*$")
_BARE_URL = re.compile(r"<(?:https?://|mailto:)[^<>\s]{1,1000}>")


@dataclass(frozen=True, slots=True)
class Inline:
    """A line without its marks."""

    body: Visible
    bold: bool
    linked: float
    run_in: int
    """Characters in bold at its head, with other text behind them."""
    image: Visible | None
    """The line is a picture and nothing else: its alternative text."""


class _Line:
    """What is left of a stretch of a source line while marks are taken out of it."""

    __slots__ = ("places", "removed", "source", "text")

    def __init__(self, source: Span) -> None:
        self.source = source
        self.text = source.shown
        self.places = list(range(len(self.text)))
        """Of each character of `text`, where it stands in what the source showed."""
        self.removed: list[tuple[int, int]] = []
        """Ranges of what the source showed, which may hold earlier ones."""

    def without(self, ranges: Iterable[tuple[int, int]]) -> _Line:
        """Take `ranges` of `text` out, which are in order and apart."""
        text, places, at = self.text, self.places, 0
        kept: list[str] = []
        left: list[int] = []
        for start, end in ranges:
            if start < end:
                self.removed.append((places[start], places[end - 1] + 1))
            kept.append(text[at:start])
            left += places[at:start]
            at = end
        if at:
            kept.append(text[at:])
            left += places[at:]
            self.text, self.places = "".join(kept), left
        return self

    def visible(self) -> Visible:
        line, first, _, shown, _ = self.source
        spans: list[Span] = []
        at = 0
        for start, end in (*sorted(self.removed), (len(shown), len(shown))):
            if at < start:
                spans.append(Span(line, first + at, first + start, shown[at:start]))
            at = max(at, end)
        return Visible(tuple(spans))


def strip_inline(body: Visible) -> Inline:
    """Take the marks out; only marks, link targets and pictures go."""
    body = drop_invisible(body)
    text = body.text
    if _MARK.search(text) is None:
        return Inline(body, False, 0.0, 0, None)
    image = _IMAGE.fullmatch(text.strip())
    if image:
        lead = len(text) - len(text.lstrip())
        alt = body.slice(lead + image.start(1), lead + image.end(1)).strip()
        return Inline(Visible(), False, 0.0, 0, alt)
    span = body.spans[0]
    if len(body.spans) == 1 and span.is_verbatim and not span.glue:
        line, marks = _without_marks(_Line(span))
        body = line.visible() if line.removed else body
    else:
        body, marks = _without_marks(body)
    size = max(1, len(body.text.strip()))
    return Inline(body, marks.bold, min(1.0, marks.linked / size), marks.run_in, None)


_Body = TypeVar("_Body", Visible, _Line)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What the marks of a line said."""

    linked: int
    bold: bool
    run_in: int


def _without_marks(body: _Body) -> tuple[_Body, _Marks]:
    linked = 0
    if "[" in body.text:
        body = body.without(m.span() for m in _IMAGE.finditer(body.text))
        links = list(_LINK.finditer(body.text))
        linked = sum(len(match[1]) for match in links)
        body = body.without(
            part for m in links for part in ((m.start(), m.start() + 1), (m.end(1), m.end()))
        )
    if "<" in body.text:
        body = body.without(m.span() for m in _BARE_URL.finditer(body.text))
    text = body.text.strip()
    strong = _STRONG.match(text)
    bold = strong is not None and len(text) - strong.end() <= 1
    run_in = len(strong[2]) if strong is not None and not bold else 0
    for signs, pattern in _PAIRED:
        if any(sign in body.text for sign in signs):
            body = body.without(_around(body.text, pattern))
    if "\\" in body.text:
        body = body.without(m.span() for m in _ESCAPE.finditer(body.text))
    if "}" in body.text:
        body = body.without(m.span() for m in _ATTRIBUTES.finditer(body.text))
    return body, _Marks(linked, bold, run_in)


def drop_invisible(body: Visible) -> Visible:
    """Without zero-width spaces, direction marks and control characters."""
    if INVISIBLE.search(body.text) is None:
        return body
    return body.without(m.span() for m in INVISIBLE.finditer(body.text))


def _around(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The marks at both ends of what the pattern finds."""
    group = pattern.groups
    for match in pattern.finditer(text):
        yield match.start(), match.start(group)
        yield match.end(group), match.end()
