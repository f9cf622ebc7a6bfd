"""Lines that were broken for a page's width, joined to the paragraphs they were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from playbook.normalise.blocks import Block, Kind
from playbook.normalise.casing import begins_small
from playbook.normalise.visible import Visible, join

MAX_WIDTH = 130
"""Printed pages and mails break below this; a longer line is a paragraph of its own."""
FULL = 0.72
"""A broken line fills about its width: the word that did not fit is rarely over a quarter."""
WRAPPED_SHARE = 0.3
"""Share of lines that must end in the middle of a sentence before we believe in a width."""
BROKEN_SHARE, SMALL_SHARE = 0.35, 0.5
"""In a book with many lists and headings: share of the full lines that end in the middle of a
sentence, and of those after which the next line goes on in lower case."""

ROOM = 3
"""Characters to spare before we say that a word had room: pages are not broken to the letter."""
TORN = 55
"""Characters of a line that may be torn where most lines are not; items of a list are shorter."""
LONGEST = 400
"""Lines of a paragraph; more is a list or a log."""

STANDING = 12
"""Characters of a page's head; a shorter line may come again by chance."""
_PAGE_NUMBER = re.compile(r"^\s*\d{1,4}\s{2,}|\s{2,}\d{1,4}\s*$")
_SET_APART = re.compile(r"^\s*\d{1,4}\s{4,}\S|\S\s{4,}\d{1,4}\s*$")

TERMINAL = tuple('.!?:;…।॥。！？؟:»”"')
_HYPHENS = ("-", "\u2010")


def unwrap(blocks: Sequence[Block]) -> list[Block]:
    """Join broken lines where the article is broken at a width; else leave it alone."""
    width = _width(blocks)
    standing = _standing(blocks) if width else frozenset()
    out: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if run and (
            run[-1].text in standing or block.text in standing or not _goes_on(run, block, width)
        ):
            out.append(_joined(run))
            run = []
        run.append(block)
    return [*out, _joined(run)] if run else out


def _standing(blocks: Sequence[Block]) -> frozenset[str]:
    """Heads and feet of printed pages: lines that come again but for a page number, or have
    one set apart."""
    seen: dict[str, list[str]] = {}
    for block in blocks:
        if _SET_APART.search(block.text):
            seen.setdefault(block.text, []).extend((block.text, block.text))
        elif block.kind is Kind.PARAGRAPH and len(block.text) >= STANDING:
            seen.setdefault(_PAGE_NUMBER.sub("", block.text), []).append(block.text)
    return frozenset(text for texts in seen.values() if len(texts) > 1 for text in texts)


def _width(blocks: Sequence[Block]) -> int:
    """The width lines are broken at, 0 when they are not."""
    sizes = sorted(len(b.text) for b in blocks if b.kind in (Kind.PARAGRAPH, Kind.ITEM))
    if len(sizes) < 6:
        return 0
    width = sizes[int(len(sizes) * 0.9)]
    if width > MAX_WIDTH or width < 35:
        return 0
    full = broken = small = 0
    for block, after in pairwise(blocks):
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or len(block.text) < FULL * width:
            continue
        full += 1
        if not after.gap and after.kind is Kind.PARAGRAPH and _is_open(block, width):
            broken += 1
            small += begins_small(after.text)
    among_full = broken > BROKEN_SHARE * full and small > SMALL_SHARE * broken
    return width if broken > WRAPPED_SHARE * len(sizes) or (broken > 2 and among_full) else 0


def _is_open(block: Block, width: int) -> bool:
    text = block.text
    last = text[len(text) - len(_last_line(block.body)) :]
    return len(last) >= FULL * width and not text.rstrip().endswith(TERMINAL)


def _last_line(body: Visible) -> str:
    line = body.last_line
    for index in range(len(body.spans) - 1, -1, -1):
        if body.spans[index].line != line:
            return body.text[body.starts[index + 1] :]
    return body.text


def _goes_on(run: Sequence[Block], after: Block, width: int) -> bool:
    first, last = run[0], run[-1]
    if len(run) == LONGEST or after.gap or after.kind is not Kind.PARAGRAPH or after.number:
        return False
    if first.kind not in (Kind.PARAGRAPH, Kind.ITEM) or after.bold != first.bold:
        return False
    if _is_torn(last, after):
        return True
    if not width:
        return False
    if _is_open(last, width):
        return True
    if _was_ended(last, after, width):
        return False
    if len(_last_line(last.body)) < FULL * width:
        # a short last line ends its paragraph, unless the next goes on in lower case
        return begins_small(after.text) and not last.text.endswith(TERMINAL)
    return True


def _was_ended(last: Block, after: Block, width: int) -> bool:
    """A sentence ends, and the next line's first word had room behind it: a new paragraph."""
    first = after.text.partition(" ")[0]
    room = width - len(_last_line(last.body)) - 1
    return last.text.endswith((".", "!", "?", "।")) and len(first) + ROOM <= room


def _is_torn(block: Block, after: Block) -> bool:
    """A long line that stops at a word, and a line that goes on in lower case right below it."""
    text = block.text.rstrip()
    return (
        TORN <= len(_last_line(block.body)) <= MAX_WIDTH
        and (text[-1:].isalnum() or text.endswith(","))
        and begins_small(after.text)
    )


def _joined(run: Sequence[Block]) -> Block:
    """One block of several; a word parted by a hyphen at a line's end is one again."""
    if len(run) == 1:
        return run[0]
    parts: list[tuple[str, Visible]] = []
    glue = " "
    for block, after in zip(run, [*run[1:], None], strict=True):
        body, before = block.body, glue
        glue = " "
        text = body.text
        if (
            after is not None
            and text.endswith(_HYPHENS)
            and text[-2:-1].isalpha()
            and begins_small(after.text)
        ):
            body, glue = body.slice(0, len(text) - 1), ""
        parts.append((before, body))
    return replace(run[0], body=join(parts))
