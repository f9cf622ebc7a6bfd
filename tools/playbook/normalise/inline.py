"""Markdown's inline marks taken out of a line: emphasis, links, pictures, escapes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.normalise.visible import Visible

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
    body = body.without(m.span() for m in _IMAGE.finditer(text))
    linked = 0
    for match in _LINK.finditer(body.text):
        linked += len(match[1])
    body = body.without(
        part
        for m in _LINK.finditer(body.text)
        for part in ((m.start(), m.start() + 1), (m.end(1), m.end()))
    )
    body = body.without(m.span() for m in _BARE_URL.finditer(body.text))
    text = body.text.strip()
    strong = _STRONG.match(text)
    bold = strong is not None and len(text) - strong.end() <= 1
    for pattern in (_STRONG, _EMPHASIS, _UNDERSCORE, _CODE, _STRIKE):
        body = _unwrap(body, pattern)
    body = body.without(m.span() for m in _ESCAPE.finditer(body.text))
    body = body.without(m.span() for m in _ATTRIBUTES.finditer(body.text))
    size = max(1, len(body.text.strip()))
    run_in = len(strong[2]) if strong is not None and not bold else 0
    return Inline(body, bold, min(1.0, linked / size), run_in, None)


def drop_invisible(body: Visible) -> Visible:
    """Without zero-width spaces, direction marks and control characters."""
    if INVISIBLE.search(body.text) is None:
        return body
    return body.without(m.span() for m in INVISIBLE.finditer(body.text))


def _unwrap(body: Visible, pattern: re.Pattern[str]) -> Visible:
    group = pattern.groups
    ranges: list[tuple[int, int]] = []
    for match in pattern.finditer(body.text):
        ranges.append((match.start(), match.start(group)))
        ranges.append((match.end(group), match.end()))
    return body.without(ranges) if ranges else body
