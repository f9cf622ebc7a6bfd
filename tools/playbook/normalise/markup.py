"""Whether a text holds HTML, and the lines of one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.normalise.visible import Span, Visible


@dataclass(frozen=True, slots=True)
class PlainLine:
    """Text outside every element, one source line of it: to be read as text or Markdown."""

    line: int
    body: Visible


_TAG_LIKE = re.compile(
    r"</?(?:p|div|ul|ol|li|br|h[1-6]|span|a|b|strong|em|i|table|tr|td|th|img|blockquote|section"
    r"|article|figure|pre|hr|dl|dt|dd|center|font|details|summary|u|sup|sub|small|form|button"
    r"|script|style|nav|header|footer|aside|main|iframe)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_PAGE_LIKE = re.compile(r"<(?:!doctype\s+html|html|body|head)[\s>]", re.IGNORECASE)

_ESCAPED_TAG = re.compile(r"&lt;/(?:p|div|h[1-6]|li|ul|ol|strong|span|a|td)&gt;", re.IGNORECASE)


def holds_markup(source: str) -> bool:
    """Whether HTML tags stand in the text."""
    return _PAGE_LIKE.search(source, 0, 65_536) is not None or _TAG_LIKE.search(source) is not None


def unescaped(lines: Sequence[str]) -> Sequence[str]:
    """Lines whose tags were escaped on the way (`&lt;p&gt;`) with tags again.

    Every character keeps its place: what a reference had more of becomes blanks.
    """
    if not any(_ESCAPED_TAG.search(line) for line in lines) or holds_markup("\n".join(lines)):
        return lines
    return [line.replace("&lt;", "   <").replace("&gt;", ">   ") for line in lines]


def is_page(lines: Sequence[str]) -> bool:
    """Whether it is a whole page: then text outside every element is text of the page."""
    return _PAGE_LIKE.search("\n".join(lines[:400])) is not None


def plain_lines(lines: Sequence[str]) -> Iterator[PlainLine]:
    """Every line of a text without tags; blank ones have an empty body."""
    for index, raw in enumerate(lines):
        text = raw.strip()
        if not text:
            yield PlainLine(index, Visible())
        else:
            left = 0 if raw[0] == text[0] else raw.index(text)
            yield PlainLine(index, Visible((Span(index, left, left + len(text), text),)))
