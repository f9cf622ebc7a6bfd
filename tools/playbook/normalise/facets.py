"""What a sentence tells: a sign, a step, a reason to leave, a definition, or none of them."""

from __future__ import annotations

from functools import lru_cache

from playbook.normalise.cues import cue_book
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
_CLAUSE_SIGNS = ",;:–—-،؛，；：、"
_FIELDS = ("strong", "weak", "start", "subject")
LEAST = 1.0
"""Below this a sentence says nothing by itself."""
ALSO = 3.0
"""From this on a sentence's own words make it a further facet of its line."""


def scores(scanned: Scanned, start: int, end: int) -> dict[str, float]:
    """How strongly the words from `start` to `end` of the text speak for each facet."""
    return dict(_scores(scanned.said, scanned.language, start, end))


@lru_cache(maxsize=1 << 12)
def _scores(scanned: Said, language: str, start: int, end: int) -> dict[str, float]:
    """The same of what is said, wherever it stands: pages say the same line over and over."""
    inside = scanned.words_between(start, end)
    if not inside:
        return {}
    first, last = inside[0], inside[-1]
    found: dict[str, float] = dict.fromkeys(FACETS, 0.0)
    weak: dict[str, float] = dict.fromkeys(FACETS, 0.0)
    begins: dict[str, float] = {}
    subject = ""
    told: set[tuple[str, int]] = set()
    inner = [hit for hit in scanned.hits_between(inside) if hit.group == "facet"]
    leaving = {
        i for h in inner if h.name == "exit" and h.field == "strong" for i in range(h.first, h.last)
    }
    for hit in sorted(inner, key=lambda h: _FIELDS.index(h.field)):
        if hit.name == "strategy" and hit.first in leaving:
            continue
        if hit.field == "strong" and (hit.name, hit.first) not in told:
            told.add((hit.name, hit.first))
            found[hit.name] += STRONG if found[hit.name] < STRONG else STRONG / 3
        elif hit.field == "weak" and (hit.name, hit.first) not in told:
            told.add((hit.name, hit.first))
            weak[hit.name] = min(MOST_WEAK, weak[hit.name] + WEAK)
        elif hit.field == "start" and _heads_clause(scanned, hit.first, first):
            weight = BEGINS if hit.first == first else CLAUSE
            if (hit.name, hit.first) in told:  # the same word is a strong cue as well
                weight -= STRONG / 2
            begins[hit.name] = max(begins.get(hit.name, 0.0), weight)
        elif hit.field == "subject" and hit.first - first <= SUBJECT_WITHIN * scanned.per_word:
            subject = subject or hit.name
    for name, weight in begins.items():
        found[name] += weight
    if subject and not begins and found[subject] < STRONG:
        found[subject] += SUBJECT
    if found[NONE]:
        found[NONE] += LEADS_ON
    if _persists(scanned, inside):
        found["exit"] += PERSISTS
    if any(h.name == "exit" for h in inner):
        found["exit"] += LEAVING
    book = cue_book(language)
    if book.endings and book.ends(scanned.words()[max(first, last + 1 - book.reach) : last + 1]):
        found["strategy"] += ENDS
    return {facet: found[facet] + weak[facet] for facet in FACETS if found[facet] + weak[facet]}


def _persists(scanned: Said, inside: range) -> bool:
    """`If it happens a third time, …`: a condition, and that it goes on nevertheless."""
    named = {hit.name for hit in scanned.hits_between(inside) if hit.group == "topic"}
    return named >= {"condition", "persists"}


def _heads_clause(scanned: Said, index: int, first: int) -> bool:
    """First word of the sentence, or right after a comma, dash or colon."""
    if index == first:
        return True
    between = scanned.text[scanned.words()[index - 1].end : scanned.words()[index].start]
    return any(sign in between for sign in _CLAUSE_SIGNS) and index - first >= 2
