"""HTML, whole pages or tags strewn into text, → blocks and plain lines in reading order."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from playbook.normalise import bounds
from playbook.normalise.blocks import Block, Kind
from playbook.normalise.html_lines import lines_of
from playbook.normalise.html_names import BLOCKS, BOLD, HEADINGS, TRANSPARENT, VOID
from playbook.normalise.html_tokens import Tag, Text, tokens
from playbook.normalise.markup import PlainLine, is_page
from playbook.normalise.visible import Span, Visible

_PIECE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|\s+|[^\s&]+(?: [^\s&]+)*|&"
)
_ONE_PIECE = re.compile(r"[^\S\n]*([^\s&]+(?: [^\s&]+)*)[^\S\n]*")
"""All of a text between two tags, mostly."""
_MAX_DEPTH = 200
"""Deeper nesting is an accident or an attack; the elements beyond are read as if not nested."""

_LISTS = {"li": ("ul", "ol", "menu"), "option": ("select",), "dt": ("dl",), "dd": ("dl",)}
_SIBLINGS = {"dt": ("dt", "dd"), "dd": ("dt", "dd"), "td": ("td", "th"), "th": ("td", "th")}
"""What an element ends that its author left open, and where looking for it stops."""


_FORMING = BLOCKS - TRANSPARENT
"""Elements that say what kind of block their text is."""


@dataclass(slots=True)
class _Open:
    name: str
    hints: frozenset[str]


@dataclass(slots=True)
class _Draft:
    """The block being gathered."""

    spans: list[Span] = field(default_factory=list)
    glue: str = ""
    linked: int = 0
    bold: int = 0
    run_in: int = 0
    size: int = 0


class _Reader:
    def __init__(self, lines: Sequence[str], *, whole_page: bool) -> None:
        self.source = "\n".join(lines)
        self.line_starts = [0]
        for line in lines[:-1]:
            self.line_starts.append(self.line_starts[-1] + len(line) + 1)
        self.whole_page = whole_page
        self.stack: list[_Open] = []
        self.open: Counter[str] = Counter()
        self.boxes = self.bold = 0
        """Open elements that give text a form, and ones that set it in bold."""
        self.count = self.size = 0
        """Texts found, and their characters."""
        self.draft = _Draft()
        self.out: list[Block | PlainLine] = []
        self.numbers: list[int] = []
        self.row = self.column = -1

    def read(self) -> list[Block | PlainLine]:
        found = tokens(self.source)
        for token in found:
            if self.count > 2 * bounds.MOST_BLOCKS or self.size > 2 * bounds.MOST_CHARACTERS:
                self.flush()
                self.out += lines_of(chain((token,), found), self.source, self.line_starts)
                return self.out
            if isinstance(token, Text):
                self.text(token)
            elif token.closing:
                self.close(token.name)
            else:
                self.start(token)
        self.flush()
        return self.out

    def start(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self.flush()
            while self.stack and self.stack[-1].name == "p" and tag.name not in VOID:
                self.pop()
            if tag.name in ("li", "tr", "td", "th", "dt", "dd", "option"):
                self.close_siblings(tag.name)
        if tag.name == "img":
            self.picture(tag)
        if tag.name in VOID or len(self.stack) >= _MAX_DEPTH:
            return
        hints = tag.hints()
        if self.stack:
            hints = self.stack[-1].hints | hints if hints else self.stack[-1].hints
        self.push(_Open(tag.name, hints))
        if tag.name == "ol":
            self.numbers.append(0)
        elif tag.name == "ul":
            self.numbers.append(-1)
        elif tag.name == "li" and self.numbers and self.numbers[-1] >= 0:
            self.numbers[-1] += 1
        elif tag.name == "table":
            self.row = -1
        elif tag.name == "tr":
            self.row, self.column = self.row + 1, -1
        elif tag.name in ("td", "th"):
            self.column += 1

    def close_siblings(self, name: str) -> None:
        """`<li>` ends the `<li>` before it, unless a list was opened in between."""
        stop, same = _LISTS.get(name, ("table",)), _SIBLINGS.get(name, (name,))
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - 12), -1):
            if self.stack[depth].name in stop:
                return
            if self.stack[depth].name in same:
                while len(self.stack) > depth:
                    self.pop()
                return

    def close(self, name: str) -> None:
        if name in BLOCKS:
            self.flush()
        if not self.open.get(name):
            return
        while self.stack:
            if self.pop() == name:
                return

    def push(self, entry: _Open) -> None:
        self.stack.append(entry)
        self.open[entry.name] += 1
        self.boxes += entry.name in _FORMING
        self.bold += entry.name in BOLD

    def pop(self) -> str:
        name = self.stack.pop().name
        self.open[name] -= 1
        self.boxes -= name in _FORMING
        self.bold -= name in BOLD
        if name in ("ul", "ol") and self.numbers:
            self.numbers.pop()
        return name

    def text(self, token: Text) -> None:
        source, plain = self.source, self.plain()
        in_link = self.open.get("a", 0) > 0
        in_bold = self.bold > 0
        if found := _ONE_PIECE.fullmatch(source, token.start, token.end):
            start, end = found.span(1)
            line = bisect_right(self.line_starts, start) - 1
            base = self.line_starts[line]
            glue = " " if start > token.start else self.draft.glue
            self.add(Span(line, start - base, end - base, found[1], glue), in_link, in_bold)
            if end < token.end:
                self.draft.glue = " "
            return
        for match in _PIECE.finditer(source, token.start, token.end):
            piece = match[0]
            if piece.isspace():
                self.draft.glue = " "
                if plain and "\n" in piece:
                    self.draft.glue = ""
                    self.flush()
                    if piece.count("\n") > 1 and self.out:
                        self.blank()
                continue
            shown = html.unescape(piece) if piece[0] == "&" else piece
            if not shown.strip():
                self.draft.glue = " "
                continue
            line = bisect_right(self.line_starts, match.start()) - 1
            base = self.line_starts[line]
            start, end = match.span()
            self.add(Span(line, start - base, end - base, shown, self.draft.glue), in_link, in_bold)

    def plain(self) -> bool:
        """Whether text here belongs to no element that gives it a form."""
        return not (self.whole_page or self.boxes)

    def add(self, span: Span, in_link: bool, in_bold: bool) -> None:
        draft = self.draft
        size = len(span.shown)
        last = draft.spans[-1] if draft.spans else None
        if last and last.line == span.line and span.is_verbatim and last.is_verbatim:
            base = self.line_starts[span.line]
            between = self.source[base + last.end : base + span.start]
            if between.isspace() or last.end == span.start:
                span = Span(
                    last.line, last.start, span.end, last.shown + between + span.shown, last.glue
                )
                draft.spans.pop()
        draft.spans.append(span)
        draft.glue = ""
        before = draft.size
        draft.size += size
        draft.linked += size if in_link else 0
        if in_bold and draft.bold == before:
            draft.run_in += size
        draft.bold += size if in_bold else 0

    def picture(self, tag: Tag) -> None:
        place = tag.place_of("alt")
        if place is None:
            return
        start, end = place
        line = bisect_right(self.line_starts, start) - 1
        base = self.line_starts[line]
        value = self.source[start:end]
        if not value.strip() or "\n" in value:
            return
        span = Span(line, start - base, end - base, html.unescape(value))
        heading = self.heading_level()
        hints = self.stack[-1].hints if self.stack else frozenset()
        if heading:
            if not self.draft.spans:
                self.draft.spans.append(span)
                self.draft.size += len(value)
            return
        kept, self.draft = self.draft, _Draft()
        self.out.append(Block(Kind.IMAGE, Visible((span,)), hints=hints))
        self.draft = kept

    def heading_level(self) -> int:
        for entry in reversed(self.stack[-6:]):
            if entry.name in HEADINGS:
                return HEADINGS[entry.name]
        return 0

    def blank(self) -> None:
        if isinstance(self.out[-1], PlainLine):
            self.out.append(PlainLine(self.out[-1].line, Visible()))

    def flush(self) -> None:
        draft = self.draft
        if not draft.spans:
            draft.glue = ""
            return
        self.draft = _Draft()
        first = draft.spans[0]
        if first.glue:
            draft.spans[0] = Span(first.line, first.start, first.end, first.shown)
        body = Visible(tuple(draft.spans))
        if not body:
            return
        self.count += 1
        self.size += len(body.text)
        if self.plain():
            self.out.append(PlainLine(draft.spans[0].line, body))
            return
        self.out.append(self.block(body, draft))

    def block(self, body: Visible, draft: _Draft) -> Block:
        hints = self.stack[-1].hints if self.stack else frozenset()
        names = [entry.name for entry in self.stack[-8:]]
        kind, level, number, row, column = Kind.PARAGRAPH, 0, "", -1, -1
        if heading := self.heading_level():
            kind, level = Kind.HEADING, heading
        elif "title" in names:
            kind, level = Kind.HEADING, 1
        elif "pre" in names:
            kind = Kind.CODE
        elif "li" in names or "dd" in names:
            kind, level = Kind.ITEM, max(1, self.open["ul"] + self.open["ol"])
            if self.numbers and self.numbers[-1] > 0:
                number = str(self.numbers[-1])
        elif "td" in names or "th" in names:
            kind, row, column = Kind.CELL, self.row, self.column
        elif "summary" in names or "dt" in names:
            kind, level = Kind.HEADING, 4
        size = max(1, draft.size)
        return Block(
            kind,
            body,
            level=level,
            number=number,
            bold=draft.bold / size > 0.9,
            run_in=draft.run_in if draft.bold / size <= 0.9 else 0,
            linked=draft.linked / size,
            row=row,
            column=column,
            hints=hints,
        )


def read_html(lines: Sequence[str]) -> list[Block | PlainLine]:
    """Blocks of elements, and lines of text that stand outside them."""
    whole = is_page(lines)
    return _Reader(lines, whole_page=whole).read()
