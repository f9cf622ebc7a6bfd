"""Classified blocks → statements: what an article says, a facet at a time, numbered by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from playbook.normalise.classify import Classified, Sentence
from playbook.normalise.facets import NONE
from playbook.normalise.plainly import Rest
from playbook.normalise.results import Statement
from playbook.normalise.visible import Visible

FEWEST_LETTERS, LETTERS_WITHIN = 2, 40
"""Shorter statements (`…`, `a`) say nothing."""


def statements_of(source_id: str, classified: Classified, rest: Rest) -> tuple[Statement, ...]:
    """One for each run of sentences of one facet on a block; one for a block of the rest."""
    found: list[Statement] = []
    counts: dict[int, int] = defaultdict(int)
    for body, start, end, facet, archetype in _told(classified, rest):
        text = " ".join(body.text[start:end].split())
        if _is_empty(text):
            continue
        line = body.line_at(start) + 1
        counts[line] += 1
        id = f"{source_id}:{line}/{counts[line]}"
        found.append(Statement(id, line, facet, archetype, text))
    return tuple(found)


def _told(
    classified: Classified, rest: Rest
) -> Iterator[tuple[Visible, int, int, str, str | None]]:
    """Text, start, end, facet and archetype of each statement, in reading order."""
    blocks = classified.cleaned.document.blocks
    for index in sorted(classified.sentences):
        body = blocks[index].block.body
        archetype = classified.archetypes.get(index)
        for start, end, facet in _runs(classified.sentences[index]):
            yield body, start, end, facet, archetype
    for index, block in enumerate(rest.blocks):
        if index not in rest.taken and index not in rest.headings:
            yield block.body, 0, len(block.text), NONE, None


def _is_empty(text: str) -> bool:
    if len(text) >= FEWEST_LETTERS and text[:FEWEST_LETTERS].isalnum():
        return False
    return sum(c.isalnum() for c in text[:LETTERS_WITHIN]) < FEWEST_LETTERS


def _runs(sentences: Sequence[Sentence]) -> list[tuple[int, int, str]]:
    runs: list[tuple[int, int, str]] = []
    for sentence in sentences:
        if runs and runs[-1][2] == sentence.facet:
            runs[-1] = (runs[-1][0], sentence.end, sentence.facet)
        else:
            runs.append((sentence.start, sentence.end, sentence.facet))
    return runs
