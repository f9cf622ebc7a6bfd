"""What an article is cut into: blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from playbook.normalise.visible import Visible


class Kind(StrEnum):
    """The form of a block, told from markup and layout alone."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    IMAGE = "image"
    """Alternative text of a picture."""
    FRONT = "front"
    """A line of front matter."""
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table cell or the like."""

    kind: Kind
    body: Visible
    level: int = 0
    """Of a heading marked as one (1 to 6); of an item its depth; 0 when nothing tells."""
    number: str = ""
    """`3` of `3. Set limits`."""
    gap: bool = True
    """Something parts it from the block before: a blank line or an element of its own."""
    bold: bool = False
    """All of it is set in bold."""
    run_in: int = 0
    """Characters at its head set in bold before text that is not: a heading on the text's line."""
    linked: float = 0.0
    """Share of its characters that stand in links."""
    column: int = -1
    """Of a table cell, from 0."""
    row: int = -1
    """Of a table cell, from 0 in its table."""
    hints: frozenset[str] = field(default_factory=frozenset)
    """What elements around it say they are: `nav`, `footer`, `comments`, `share` …"""
    wide_gap: bool = False
    """A no-break or doubled space parts its first word from the rest."""

    @property
    def text(self) -> str:
        return self.body.text

    def with_body(self, body: Visible) -> Block:
        return replace(self, body=body)
