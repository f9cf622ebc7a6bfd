"""What a sentence tells: a sign, a step, a reason to leave, a definition, or none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from playbook.normalise.cues import Hit, cue_book
from playbook.normalise.said import Said
from playbook.normalise.scan import Scanned

NONE = "none"
FACETS = ("exit", "sign", "strategy", "definition", NONE)
STRONG, WEAK, MOST_WEAK = 3.0, 1.0, 2.0
"""A strong cue decides against any context but a list's lead-in; weak ones add up to less."""
LEADS_ON = 2.0
"""`In this article` outweighs whatever the article is said to be about."""
LEAVING = 2.5
"""Words of leaving are rare and mean it, even in a sentence that begins `this client`."""
PERSISTS = 2.0
"""What is to be done if advice did not help, or once more, is mostly leaving."""
BEGINS, CLAUSE, ENDS = 3.5, 2.5, 2.5
"""Imperatives stand at the head of a sentence or clause, in Hindi its verb at the end."""
SUBJECT = 2.0
"""Whom a sentence is about: `she` is the client, and what she does a sign."""
SUBJECT_WITHIN = 2
"""Words that may stand before the subject: `today she …`, `and then he …`."""
_FIELDS = {"strong": 0, "weak": 1, "start": 2, "subject": 3}
"""In this order the cues of a sentence are weighed."""
_PARTS = re.compile("[,;:–—\\-،؛，；：、]")
"""Signs after which a clause begins."""
LEAST = 1.0
"""Below this a sentence says nothing by itself."""
ALSO = 3.0
"""From this on a sentence's own words make it a further facet of its line."""


def scores(scanned: Scanned, start: int, end: int) -> Mapping[str, float]:
    """How strongly the words from `start` to `end` of the text speak for each facet."""
    return _scores(scanned.said, scanned.language, start, end)


@lru_cache(maxsize=1 << 12)
def _scores(scanned: Said, language: str, start: int, end: int) -> dict[str, float]:
    """The same of what is said, wherever it stands: pages say the same line over and over."""
    inside = scanned.words_between(start, end)
    if not inside:
        return {}
    hits = scanned.hits_between(inside)
    found = _by_cues(scanned, inside[0], hits) if hits else {}
    book = cue_book(language)
    if book.endings and book.ends(
        scanned.words()[max(inside[0], inside.stop - book.reach) : inside.stop]
    ):
        told = {**found, "strategy": found.get("strategy", 0.0) + ENDS}
        return {facet: told[facet] for facet in FACETS if facet in told}
    return found


def _by_cues(scanned: Said, first: int, hits: Sequence[Hit]) -> dict[str, float]:
    """What the cues of a sentence say whose first word is that of index `first`."""
    inner = [hit for hit in hits if hit.group == "facet"]
    if not inner:
        return {"exit": PERSISTS} if _persists(hits) else {}
    found: dict[str, float] = dict.fromkeys(FACETS, 0.0)
    weak: dict[str, float] = dict.fromkeys(FACETS, 0.0)
    begins: dict[str, float] = {}
    subject = ""
    told: set[tuple[str, int]] = set()
    exits = [hit for hit in inner if hit.name == "exit"]
    leaving = {i for h in exits if h.field == "strong" for i in range(h.first, h.last)}
    if len(inner) > 1:
        inner.sort(key=_in_order)
    for _, name, field, at, _ in inner:
        if name == "strategy" and at in leaving:
            continue
        if field == "strong" and (name, at) not in told:
            told.add((name, at))
            found[name] += STRONG if found[name] < STRONG else STRONG / 3
        elif field == "weak" and (name, at) not in told:
            told.add((name, at))
            weak[name] = min(MOST_WEAK, weak[name] + WEAK)
        elif field == "start" and _heads_clause(scanned, at, first):
            weight = BEGINS if at == first else CLAUSE
            if (name, at) in told:  # the same word is a strong cue as well
                weight -= STRONG / 2
            begins[name] = max(begins.get(name, 0.0), weight)
        elif field == "subject" and at - first <= SUBJECT_WITHIN * scanned.per_word:
            subject = subject or name
    for name, weight in begins.items():
        found[name] += weight
    if subject and not begins and found[subject] < STRONG:
        found[subject] += SUBJECT
    if found[NONE]:
        found[NONE] += LEADS_ON
    if _persists(hits):
        found["exit"] += PERSISTS
    if exits:
        found["exit"] += LEAVING
    return {facet: found[facet] + weak[facet] for facet in FACETS if found[facet] + weak[facet]}


def _in_order(hit: Hit) -> int:
    return _FIELDS[hit.field]


def _persists(hits: Sequence[Hit]) -> bool:
    """`If it happens a third time, …`: a condition, and that it goes on nevertheless."""
    named = {hit.name for hit in hits if hit.group == "topic"}
    return named >= {"condition", "persists"}


def _heads_clause(scanned: Said, index: int, first: int) -> bool:
    """First word of the sentence, or right after a comma, dash or colon."""
    if index == first:
        return True
    if index - first < 2 or not _PARTS.search(scanned.text):
        return False
    words = scanned.words()
    return _PARTS.search(scanned.text, words[index - 1].end, words[index].start) is not None
