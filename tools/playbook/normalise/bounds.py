"""How much of a file is read in full."""

from __future__ import annotations

MOST_BLOCKS, MOST_CHARACTERS = 10_000, 600_000
"""The paragraphs and the characters of a book of 300 pages.  A usual article has 60 of the one
and 6,000 of the other."""
