"""Sub-headings that come again under each type: what they announce is what stands under them.

`What gives him away`, `The answer`: no list of words knows them all, but under the same words
there are signs each time, or steps each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from playbook.normalise.facets import NONE, scores
from playbook.normalise.learned import facet_scores
from playbook.normalise.outline import Section
from playbook.normalise.scan import Scanned

AGAIN = 2
"""How often a sub-heading must come."""
MOST = 3.0
"""What one sentence says at most: a strong cue is no more than one vote among several."""
AHEAD = 0.5
"""How far, by the sentence, the facet must be ahead of the next."""


def with_told_facets(sections: Sequence[Section], blocks: Sequence[Scanned]) -> tuple[Section, ...]:
    """Give sub-headings that come again and name no facet the one of what they stand over."""
    again: dict[str, list[Section]] = defaultdict(list)
    for section in sections:
        if section.heading is not None and section.is_child and not section.facet:
            again[blocks[section.heading].folded].append(section)
    told = {
        folded: facet
        for folded, group in again.items()
        if len(group) >= AGAIN and (facet := _facet_of(group, blocks))
    }
    return tuple(
        replace(section, facet=told[blocks[section.heading].folded], is_advice=False)
        if section.heading is not None
        and section.is_child
        and not section.facet
        and blocks[section.heading].folded in told
        else section
        for section in sections
    )


def _facet_of(group: Sequence[Section], blocks: Sequence[Scanned]) -> str:
    said: dict[str, float] = defaultdict(float)
    sentences = 0
    for section in group:
        for index in section.blocks:
            for start, end in blocks[index].sentences:
                sentences += 1
                for facet, worth in _told(blocks[index], start, end).items():
                    said[facet] += max(0.0, min(MOST, worth))
    ranked = sorted(((worth, facet) for facet, worth in said.items()), reverse=True)
    if not ranked or ranked[0][1] == NONE:
        return ""
    ahead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
    return ranked[0][1] if ahead >= AHEAD * sentences else ""


def _told(scanned: Scanned, start: int, end: int) -> dict[str, float]:
    """How strongly a sentence's words speak for each facet."""
    inside = scanned.words_between(start, end)
    told = dict(scores(scanned, start, end))
    last = scanned.text[start:end].rstrip()[-1:]
    words = scanned.texts[inside.start : inside.stop]
    for facet, likely in facet_scores(words, last, scanned.language).items():
        told[facet] = told.get(facet, 0.0) + likely
    return told
