"""HTML beyond the bound: what is no tag, a block for each line."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence

from playbook.normalise.blocks import Block, Kind
from playbook.normalise.html_names import BLOCKS
from playbook.normalise.html_tokens import Tag, Text
from playbook.normalise.visible import Span, Visible


def lines_of(
    found: Iterable[Tag | Text], source: str, line_starts: Sequence[int]
) -> Iterator[Block]:
    """The texts, put together by line; `line_starts` are places in the source."""
    spans: list[Span] = []
    line, glue = 0, ""
    last = len(line_starts) - 1
    for token in found:
        if isinstance(token, Tag):
            glue = " " if token.name in BLOCKS else glue
            continue
        at = token.start
        for part in source[token.start : token.end].split("\n"):
            while line < last and line_starts[line + 1] <= at:
                line += 1
            if spans and spans[-1].line != line:
                yield from _block(spans)
                spans = []
            if part:
                start = at - line_starts[line]
                shown = html.unescape(part) if "&" in part else part
                spans.append(Span(line, start, start + len(part), shown, glue))
                glue = ""
            at += len(part) + 1
    yield from _block(spans)


def _block(spans: Sequence[Span]) -> Iterator[Block]:
    body = Visible(tuple(spans)).strip()
    if body:
        yield Block(Kind.PARAGRAPH, body)
