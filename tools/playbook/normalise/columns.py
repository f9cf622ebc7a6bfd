"""Tables: ones flattened to a cell a line are put together again, and a column's head tells the
facet of its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from playbook.normalise.blocks import Kind
from playbook.normalise.outline import heading_facet
from playbook.normalise.scan import Scanned

HEAD = 5
"""Words of a column's head, and of what stands at the head of a row."""
SHARE = 4
"""At least one word in so many of a head is of the facet it names."""
COLUMNS = (2, 3, 4)
ROWS = 2
"""Rows under the head that must have its form; one more for a head that names no facet,
where only one other does."""
ADVERT = 2
"""Open lines of an advert that may stand between two rows."""
UNKNOWN = 1
"""Heads beside the first that may name none."""


def restore_tables(blocks: Sequence[Scanned]) -> list[Scanned]:
    """Short lines that name facets, then rows of as many lines each: a table was flattened."""
    out = list(blocks)
    at = 0
    while at < len(out):
        columns = _columns_at(out, at)
        if not columns:
            at += 1
            continue
        last = at + columns
        for index in range(at, last):
            out[index] = _cell(out[index], 0, index - at)
        row = 1
        while (skipped := _to_next_row(out, last, columns)) >= 0:
            last += skipped
            for column in range(1, columns):
                out[last + column] = _cell(out[last + column], row, column)
            last, row = last + columns, row + 1
        at = last
    return out


def facets_of_cells(blocks: Sequence[Scanned]) -> dict[int, str]:
    """By index of a cell, what the head of its column announces."""
    found: dict[int, str] = {}
    heads: Mapping[int, str] = {}
    for index, scanned in enumerate(blocks):
        block = scanned.block
        if block.kind is not Kind.CELL:
            continue
        if block.row == 0:
            heads = {**(heads if block.column else {}), block.column: heading_facet(scanned)}
        elif heads.get(block.column):
            found[index] = heads[block.column]
    return found


def _columns_at(blocks: Sequence[Scanned], at: int) -> int:
    """How many columns a flattened table that begins here has, 0 for none."""
    if not _is_head(blocks[at]):
        return 0
    for columns in COLUMNS:
        heads = blocks[at : at + columns]
        if len(heads) < columns or not all(_is_head(head) for head in heads):
            return 0
        unknown = sum(not _announces(head) for head in heads[1:])
        if unknown > UNKNOWN or unknown == columns - 1:
            continue
        least = ROWS + (unknown and columns < COLUMNS[-1])
        rows = [at + columns * row for row in range(1, least + 1)]
        if all(_is_row(blocks, row, columns) for row in rows):
            return columns
    return 0


def _is_head(scanned: Scanned) -> bool:
    return (
        0 < scanned.size <= HEAD
        and not scanned.is_closed
        and scanned.block.kind is Kind.PARAGRAPH
        and not scanned.block.number
    )


def _to_next_row(blocks: Sequence[Scanned], at: int, columns: int) -> int:
    """How many lines of an advert stand before the next row, -1 when there is none."""
    for skipped in range(ADVERT + 1 if columns > COLUMNS[0] else 1):
        if _is_row(blocks, at + skipped, columns):
            return skipped
        if at + skipped >= len(blocks) or blocks[at + skipped].is_closed:
            break
    return -1


def _announces(scanned: Scanned) -> bool:
    """The head names a facet, and not much else: a menu may hold `Help` too."""
    told = sum(hit.last - hit.first for hit in scanned.of("heading"))
    return bool(heading_facet(scanned)) and SHARE * told >= scanned.size


def _is_row(blocks: Sequence[Scanned], at: int, columns: int) -> bool:
    """A short line, then longer ones; of two columns, sentences."""
    row = blocks[at : at + columns]
    return (
        len(row) == columns
        and _is_head(row[0])
        and all(
            s.block.kind is Kind.PARAGRAPH
            and s.size > row[0].size
            and not _is_head(s)
            and (s.is_closed or columns > COLUMNS[0])
            for s in row[1:]
        )
    )


def _cell(scanned: Scanned, row: int, column: int) -> Scanned:
    return scanned.with_block(replace(scanned.block, kind=Kind.CELL, row=row, column=column))
