"""The language of an article, from its text or as the editor says."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.normalise.blocks import Block
from playbook.text import guess_language

UNKNOWN = "und"
SAMPLE = 12_000
"""Characters; the longest blocks first, for they are text and not furniture."""


def language_of(blocks: Sequence[Block], asked: str = "auto") -> str:
    """A language code, `und` when nothing tells."""
    if asked != "auto":
        return asked
    sample: list[str] = []
    size = 0
    for block in sorted(blocks, key=lambda b: -len(b.text))[:60]:
        sample.append(block.text[:2000])
        size += len(sample[-1])
        if size >= SAMPLE:
            break
    return guess_language("\n".join(sample))[0]
