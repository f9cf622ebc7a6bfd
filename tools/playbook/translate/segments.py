"""A page cut into what is translated at a time: headings, items, paragraphs, messages.

A segment's key is the same in every language: the section, then the item's id, or its kind
and number where it has none.

    intro/title   signs/questions-unanswered   messages/one-decision/quote1   exit-criteria/p1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from playbook.library.attributes import split_attributes
from playbook.library.hashes import FRONT_WORDS, INTRO
from playbook.model import Page

ALIASES = "aliases"
_BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
_VALUE_LINE = re.compile(r"\s|#|$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a page that is translated as a whole."""

    key: str
    section: str
    """Id of the stamped section it belongs to."""
    kind: str
    """`front`, `aliases`, `heading`, `text`, `quote` or `table`."""
    text: str
    """Markdown on one line, without the attribute block; paragraphs of a quote are parted by
    a blank line, aliases by a line end, rows of a table stay as they are."""
    first_line: int
    last_line: int
    """Lines of the file it takes up, from 1."""
    before: str = ""
    """What stands before the text on its first line: list mark, heading signs."""
    after: str = ""
    """The attribute block."""


def segments_of(page: Page) -> list[Segment]:
    """Every segment of a page, in the order of the file."""
    return [*_front(page), *_Walk(page).segments()]


def segment_lines(segment: Segment, text: str) -> list[str]:
    """The lines of a file that say `text` in the place of a segment."""
    if segment.kind in ("front", "aliases"):
        key = segment.key.rpartition("/")[2]
        if segment.kind == "aliases":
            names = [_scalar(name.strip(), inside=True) for name in text.split("\n")]
            return [f"{key}: [{', '.join(name for name in names if name)}]"]
        return [f"{key}: {_scalar(' '.join(text.split()))}"]
    if segment.kind == "quote":
        paragraphs = text.split("\n\n")
        lines = [[f"> {line}" for line in part.split("\n")] for part in paragraphs]
        return [line for n, part in enumerate(lines) for line in ([">"] if n else []) + part]
    if segment.kind == "table":
        return text.split("\n")
    after = f" {segment.after}" if segment.after else ""
    return [f"{segment.before}{' '.join(text.split())}{after}"]


def _scalar(text: str, *, inside: bool = False) -> str:
    """A YAML value, in quotes only where it needs them."""
    special = r"[\[\]{},]" if inside else r"(?!)"
    needs = (
        not text
        or text != text.strip()
        or re.search(r": |:$| #|^[-?:,\[\]{}#&*!|>'\"%@`]|" + special, text)
        or re.fullmatch(r"(?i)true|false|yes|no|on|off|null|~|[-+.\d_:eE]+", text)
    )
    if not needs:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _front(page: Page) -> Iterator[Segment]:
    lines = page.source.split("\n")
    for key, place in sorted(page.front_places.items(), key=lambda pair: pair[1].line):
        last = place.line
        while last + 1 < page.body_line - 1 and _VALUE_LINE.match(lines[last]):
            last += 1
        if key in FRONT_WORDS and page.text(key):
            yield Segment(f"{INTRO}/{key}", INTRO, "front", page.text(key), place.line, last)
        elif key == ALIASES and page.aliases:
            text = "\n".join(page.aliases)
            yield Segment(f"{INTRO}/{key}", INTRO, ALIASES, text, place.line, last)


class _Walk:
    """One pass over the blocks below the front matter."""

    def __init__(self, page: Page) -> None:
        self.lines = page.source.split("\n")
        self.offset = page.body_line
        self.tokens = _BLOCKS.parse("\n".join(self.lines[page.body_line - 1 :]))
        self.section = INTRO
        self.part = ""
        self.numbers: dict[str, int] = {}

    def segments(self) -> Iterator[Segment]:
        skip_until = -1
        for number, token in enumerate(self.tokens):
            if number <= skip_until or not token.map:
                continue
            if token.type in ("blockquote_open", "table_open") and token.level == 0:
                skip_until = self._end(number)
                yield self._block(token, self.tokens[number:skip_until])
            elif token.type == "inline":
                segment = self._inline(token, self.tokens[number - 1])
                if segment is not None:
                    yield segment

    def _end(self, number: int) -> int:
        closing = self.tokens[number].type.replace("_open", "_close")
        level = self.tokens[number].level
        return next(
            n
            for n in range(number, len(self.tokens))
            if self.tokens[n].type == closing and self.tokens[n].level == level
        )

    def _inline(self, token: Token, opening: Token) -> Segment | None:
        """A heading, item or paragraph; None for a proposal, which is no part of the page yet."""
        markdown, attributes, start = split_attributes(token.content)
        if attributes and "proposed" in attributes.classes:
            return None
        id = attributes.id if attributes else None
        is_heading = opening.type == "heading_open"
        if is_heading and opening.level == 0:
            self._enter(opening.tag, id)
        assert token.map is not None
        first, last = token.map[0] + self.offset, token.map[1] + self.offset - 1
        line = self.lines[first - 1]
        column = max(0, line.find(token.content.split("\n", 1)[0]))
        kind = "heading" if is_heading else "text"
        name = "heading" if is_heading and id else id or self._number("p")
        return Segment(
            key=self._key(name),
            section=self.section,
            kind=kind,
            text=" ".join(markdown.split()),
            first_line=first,
            last_line=last,
            before=line[:column],
            after=token.content[start:].strip(),
        )

    def _block(self, token: Token, inside: list[Token]) -> Segment:
        assert token.map is not None
        first, last = token.map[0] + self.offset, token.map[1] + self.offset - 1
        while last > first and not self.lines[last - 1].strip():
            last -= 1
        if token.type == "table_open":
            text, kind = "\n".join(self.lines[first - 1 : last]), "table"
        else:
            text = "\n\n".join(t.content for t in inside if t.type == "inline")
            kind = "quote"
        return Segment(self._key(self._number(kind)), self.section, kind, text, first, last)

    def _enter(self, tag: str, id: str | None) -> None:
        if tag == "h2" and id:
            self.section, self.part = id, ""
        elif tag != "h2":
            self.part = id or self.part

    def _key(self, name: str) -> str:
        return "/".join(part for part in (self.section, self.part, name) if part)

    def _number(self, kind: str) -> str:
        """`p1`, `p2`: counted within the section or message."""
        key = self._key(kind)
        self.numbers[key] = self.numbers.get(key, 0) + 1
        return f"{kind}{self.numbers[key]}"
