"""Lines of text or Markdown → blocks: headings, items, table cells, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from playbook.normalise import bounds
from playbook.normalise.blocks import Block, Kind
from playbook.normalise.inline import UNSEEN, strip_inline
from playbook.normalise.markup import PlainLine
from playbook.normalise.visible import Visible

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_HEADING_END = re.compile(r"\s+#+\s*$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*$")
_BULLET = re.compile(r"(?:[*+•●▪▫◦‣∙⁃·○■□►▸➤➔➢✓✔✅☐☑☒❌✗✘❖◆→»]|[-–—](?=\s))\s*(?=\S)")
_STAR_BULLET = re.compile(r"[*+](?=\S)")
_NUMBER = re.compile(
    r"\(?(\d{1,2}|[a-zA-Z](?=\)))"
    r"(?:\.\s*[-–—]\s*|[.)](?:\s+|(?!\d))|[:：、]\s+|\s*[-–—]\s+|\s{2,}(?=[^\W\d]))(?=\S)"
)
"""`3.`, `3)`, `3 –`; also `3  Title` of a chapter, but not the day of `13.4.2020`."""
_CHAPTER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[^\W\d])")
"""`6.1 Title`, a section of a section."""
_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d])")
"""`6 Title`, of a chapter where others have sections."""
_KEYCAP = re.compile("(\\d)\ufe0f?\u20e3\\s*")
_QUOTE = re.compile(r"(?:>\s?)+")
_TABLE_RULE = re.compile(r"[|\s:+=_-]*[-=_][|\s:+=_-]*")
_RULE = re.compile(r"[\s*_=~.·•—–#-]{3,}")
_FENCE = re.compile(r"(?:```|~~~)")
_REFERENCE = re.compile(r"\[[^\[\]]{1,100}\]:\s*\S+")
_PLAIN = re.compile(rf"[^\W\d_](?!\))[^|\t*_`\[~\\{{<\u00a0{UNSEEN}]*")
"""A line that begins with a letter and has no mark of Markdown, table or list: most lines."""
MOST_CELLS = 40
"""A row of more cells is no table that a reader could follow."""
_FRONT_LINES = 60
"""Front matter is a few lines; `---` further down is a rule."""


@dataclass(slots=True)
class _Reader:
    lines: Sequence[PlainLine]
    out: list[Block]
    gap: bool = True
    at: int = 0
    table_row: int = -1

    def read(self) -> None:
        """Beyond the bound a line is a block as it stands, its marks and all."""
        self.front_matter()
        size = counted = 0
        while self.at < len(self.lines):
            if len(self.out) > bounds.MOST_BLOCKS or size > bounds.MOST_CHARACTERS:
                self.out += (_whole(line) for line in self.lines[self.at :] if line.body)
                return
            self.line(self.lines[self.at])
            self.at += 1
            size += sum(len(block.text) for block in self.out[counted:])
            counted = len(self.out)

    def front_matter(self) -> None:
        first = next((i for i, line in enumerate(self.lines) if line.body), len(self.lines))
        if first >= len(self.lines) or self.lines[first].body.text.strip() not in ("---", "+++"):
            return
        mark = self.lines[first].body.text.strip()
        for end in range(first + 1, min(first + _FRONT_LINES, len(self.lines))):
            text = self.lines[end].body.text.strip()
            if text in (mark, "..."):
                break
        else:
            return
        inside = self.lines[first : end + 1]
        if not any(re.match(r"[A-Za-z_-]{1,40}\s*[:=]", line.body.text) for line in inside):
            return
        for line in inside:
            if line.body:
                self.out.append(Block(Kind.FRONT, line.body.strip()))
        self.at = end + 1

    def line(self, line: PlainLine) -> None:
        body = line.body.strip()
        text = body.text
        if not text:
            self.gap, self.table_row = True, -1
            return
        if _PLAIN.fullmatch(text) and "  " not in text:
            self.table_row = -1
            self.out.append(Block(Kind.PARAGRAPH, body, gap=self.gap))
            self.gap = False
            return
        if _FENCE.match(text):
            self.fence(text[:3])
            return
        quote = _QUOTE.match(text)
        if quote:
            body = body.slice(quote.end(), len(text)).strip()
            text = body.text
        if not text or _REFERENCE.fullmatch(text):
            return
        if _RULE.fullmatch(text) and not any(c.isalnum() for c in text):
            self.rule(text)
            return
        if text.count("|") >= 2 or "\t" in text.strip():
            if _TABLE_RULE.fullmatch(text):
                return
            mark = "|" if "|" in text else "\t"
            if (text.startswith("|") or self.has_rows_beside(mark)) and self.cells(body, mark):
                return
        self.table_row = -1
        self.add(self.classify(line, body))

    def rule(self, text: str) -> None:
        """A line of `===` or `---`: it underlines the line above, or parts two blocks."""
        last = self.out[-1] if self.out else None
        if last and not self.gap and _UNDERLINE.fullmatch(text) and _may_be_underlined(last):
            self.out[-1] = replace(last, kind=Kind.HEADING, level=1 if text[0] == "=" else 2)
        self.gap = True

    def fence(self, mark: str) -> None:
        for end in range(self.at + 1, len(self.lines)):
            if self.lines[end].body.text.strip().startswith(mark):
                for line in self.lines[self.at + 1 : end]:
                    if line.body:
                        self.out.append(Block(Kind.CODE, line.body.strip()))
                self.at, self.gap = end, True
                return

    def has_rows_beside(self, mark: str) -> bool:
        """One line with the mark may be a byline (`By Ann | May 3 | 5 min`); two are a table."""
        return any(
            mark in self.lines[at].body.text.strip()
            for at in (self.at - 1, self.at + 1)
            if 0 <= at < len(self.lines)
        )

    def cells(self, body: Visible, mark: str) -> bool:
        """A row of a table; False when the marks are part of a sentence."""
        text = body.text
        if text.count(mark) > MOST_CELLS:
            return False
        parts: list[Visible] = []
        at = 0
        for between in text.split(mark):
            if said := between.strip():
                left = at + between.index(said)
                parts.append(body.slice(left, left + len(said)))
            at += len(between) + len(mark)
        if len(parts) < 2 and not text.startswith(mark):
            return False
        self.table_row += 1
        for column, part in enumerate(parts):
            inline = strip_inline(part)
            cell = inline.body.strip()
            if cell:
                self.out.append(
                    Block(
                        Kind.CELL,
                        cell,
                        gap=column == 0 and self.gap,
                        bold=inline.bold,
                        linked=inline.linked,
                        row=self.table_row,
                        column=column,
                    )
                )
        self.gap = False
        return True

    def classify(self, line: PlainLine, body: Visible) -> Block | None:
        text = body.text
        if heading := _HEADING.match(text):
            body = body.slice(heading.end(), len(text))
            if end := _HEADING_END.search(body.text):
                body = body.slice(0, end.start())
            inline = strip_inline(body)
            body, number = _numbered(inline.body.strip() if not inline.image else inline.image)
            level = len(heading[1])
            return Block(Kind.HEADING, body, level=level, number=number, linked=inline.linked)
        kind, level = Kind.PARAGRAPH, 0
        bullet = _BULLET.match(text)
        if (
            bullet
            and not text.startswith(("**", "__"))
            and not (_STAR_BULLET.match(text) and text.count("*") > 1)
        ):
            kind = Kind.ITEM
            indent = body.spans[0].start
            level = 1 + min(5, indent // 2)
            body = body.slice(bullet.end(), len(text))
        inline = strip_inline(body)
        if inline.image is not None:
            return Block(Kind.IMAGE, inline.image, gap=self.gap) if inline.image else None
        clean = inline.body.strip()
        if not clean:
            return None
        body, number = _numbered(clean)
        if number and kind is Kind.PARAGRAPH:
            kind, level = Kind.ITEM, 1
        return Block(
            kind,
            body,
            level=level,
            number=number,
            gap=self.gap,
            bold=inline.bold,
            run_in=inline.run_in,
            linked=inline.linked,
            wide_gap=_wide_gap(clean.text),
        )

    def add(self, block: Block | None) -> None:
        if block is not None and block.body:
            self.out.append(block)
            self.gap = False


def _whole(line: PlainLine) -> Block:
    body = line.body
    heading = _HEADING.match(body.text)
    if heading is None:
        return Block(Kind.PARAGRAPH, body)
    return Block(Kind.HEADING, body.slice(heading.end(), len(body.text)), level=len(heading[1]))


def _may_be_underlined(block: Block) -> bool:
    """A line that ends as a sentence stands over a rule, not a heading over its underline."""
    return block.kind is Kind.PARAGRAPH and not block.text.rstrip().endswith((".", "।"))


def _numbered(body: Visible) -> tuple[Visible, str]:
    """Without the number at its head, and the number."""
    text = body.text
    match = _KEYCAP.match(text) or _CHAPTER.match(text) or _NUMBER.match(text)
    if match and match.end() < len(text):
        return body.slice(match.end(), len(text)).strip(), match[1]
    return body, ""


def _with_chapters(blocks: list[Block]) -> list[Block]:
    """`2 Title` is a chapter's heading where `2.1 Title` is one of its sections."""
    chapters = {b.number.partition(".")[0] for b in blocks if "." in b.number}
    if not chapters:
        return blocks
    out: list[Block] = []
    for block in blocks:
        match = _BARE_NUMBER.match(block.text) if not block.number else None
        if match and match[1] in chapters | {str(int(max(chapters, key=int)) + 1), "1"}:
            body = block.body.slice(match.end(), len(block.text)).strip()
            kind = Kind.ITEM if block.kind is Kind.PARAGRAPH else block.kind
            block = replace(block, kind=kind, level=block.level or 1, body=body, number=match[1])
        out.append(block)
    return out


def _wide_gap(text: str) -> bool:
    for index, word in enumerate(text.split(" ", 4)[:4]):
        if index and (not word or word.startswith("\u00a0")):
            return True
        if "\u00a0" in word and not word.startswith("\u00a0"):
            return word.endswith("\u00a0")
    return False


def read_text(lines: Sequence[PlainLine]) -> list[Block]:
    """Blocks of consecutive plain lines."""
    out: list[Block] = []
    _Reader(lines, out).read()
    return _with_chapters(out)
