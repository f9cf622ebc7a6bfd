"""Sentences, and clauses of them that tell something else than the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.normalise.scan import Scanned

_CLAUSE = re.compile(r"\s[-–—]\s|;\s|—")
FEWEST = 4
"""Words that a clause before a dash needs to stand by itself."""


def clauses(scanned: Scanned) -> Iterator[tuple[int, int]]:
    """Sentences; one that tells a reason to leave after a dash or semicolon is parted there."""
    for start, end in scanned.sentences:
        inside = scanned.words_between(start, end)
        exits = [
            scanned.words[hit.first].start
            for hit in scanned.hits_between(inside)
            if hit.group == "facet" and hit.name == "exit" and hit.field == "strong"
        ]
        cut = _clause_end(scanned, start, end, min(exits)) if exits else 0
        if cut:
            yield start, start + len(scanned.text[start:cut].rstrip())
            yield cut, end
        else:
            yield start, end


def _clause_end(scanned: Scanned, start: int, end: int, exits_at: int) -> int:
    """Where the clause with the reason to leave begins; 0 when the sentence stays whole."""
    for match in _CLAUSE.finditer(scanned.text, start, end):
        if match.end() > exits_at:
            return 0
        if len(scanned.words_between(start, match.start())) >= FEWEST * scanned.per_word:
            return match.end()
    return 0
