"""Decoded lines → blocks in reading order, whatever the format."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.normalise.blocks import Block
from playbook.normalise.html_source import read_html
from playbook.normalise.inline import drop_invisible
from playbook.normalise.markup import PlainLine, holds_markup, plain_lines, unescaped
from playbook.normalise.text_source import read_text


def cut_into_blocks(lines: Sequence[str]) -> list[Block]:
    """Read text, Markdown or HTML; a text with some tags in it is read as both.  A line that was
    broken for a page's width is still a block of its own."""
    lines = unescaped(lines)
    if not holds_markup("\n".join(lines)):
        return read_text(list(plain_lines(lines)))
    blocks: list[Block] = []
    plain: list[PlainLine] = []
    for part in read_html(lines):
        if isinstance(part, PlainLine):
            plain.append(part)
            continue
        if plain:
            blocks += read_text(plain)
            plain = []
        body = drop_invisible(part.body).strip()
        if body:
            blocks.append(part if body is part.body else part.with_body(body))
    blocks += read_text(plain)
    return blocks
