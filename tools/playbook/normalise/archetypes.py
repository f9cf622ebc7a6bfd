"""Which archetype a heading, paragraph or section speaks of; none where none is named."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from playbook.normalise.cues import Hit
from playbook.normalise.learned import archetype_scores
from playbook.normalise.said import Said
from playbook.normalise.scan import Document, Scanned
from playbook.normalise.slugs import slug
from playbook.text.language import language

NAME, PHRASE, SIGN = 2.0, 3.0, 1.0
"""A word that names the type; a phrase of several words, which rarely comes by chance; a
behaviour, which several types may show."""
SECTION = 3.0
"""What the cues of a section must add up to: three behaviours, or a name and one of them."""
LISTED_SECTION = 2.0
"""What is enough under a heading in a row of headings that name types."""
DISTINCT = 2
"""Different cues a section needs: one behaviour told three times is still one."""
MARGIN = 1.0
"""How far the best type must be ahead of the next: between two, the article names neither."""
SHORT_HEADING = 6
TOLD_HEADING = 10
"""Words of a heading that says what the client does (`The client who calls all the time`)."""
NEW_TYPE = 5
"""Words of a heading that can name a type nobody has described yet."""
OPENING = 7
"""Words in which a paragraph that is about a type names it."""
NEAR = 3
"""`client` stands at most so many words from the word that says which."""
ON_TOPIC = 2
"""How often the article must speak of difficult clients before it can speak of a type."""
CAST = 4
"""So many kinds of people as we have pages on: they are clients, called so or not."""
NAMED = 3
"""Headings that name so many types make an article that speaks of clients one on difficult ones."""
SHOWN = 2
"""So many, where the headings have the word for client beside the type or what it does."""
STORY, STORY_DISTINCT = 4.0, 3
"""A story without headings names its type less plainly: it must show more of it."""
TOLD, APART = 5.0, 2.0
"""What the learned words of a section must add up to, and how far the next type must be behind."""
LISTED_TOLD, LISTED_APART = 2.5, 0.8
"""The same where the section's heading stands in a row of headings that name types."""
OVERRULES = 4.0
"""What learned words must add up to before they go before cues."""
LABEL = 5
"""Words of a label before a colon or dash; before a full stop (`Insecure. They …`) two."""


@dataclass(frozen=True, slots=True)
class Match:
    """An archetype and how strongly the cues speak for it."""

    id: str
    score: float


def on_topic(document: Document, headings: Collection[int]) -> bool:
    """Whether the article is about difficult clients at all."""
    told = spoken = 0
    named: set[str] = set()
    shown: set[str] = set()
    for index, scanned in enumerate(document.blocks):
        limit = len(scanned.texts) if scanned.size <= SHORT_HEADING else _label_words(scanned)
        if index in headings and limit:
            hits = [h for h in scanned.of("archetype") if h.first < limit]
            named |= {h.name for h in hits if h.field == "name"}
            if _people(scanned) and not scanned.has("heading"):
                shown |= {h.name for h in scanned.of("archetype")}
        clients = [h for h in scanned.hits if h.group == "topic" and h.name == "client"]
        if not clients:
            continue
        spoken += 1
        hard = [
            h
            for h in scanned.hits
            if (h.group == "topic" and h.name == "difficult")
            or (h.group == "archetype" and h.field == "name")
        ]
        reach = NEAR * scanned.per_word
        near = any(abs(c.first - d.first) <= reach for c in clients[:40] for d in hard[:40])
        if near and index in headings:
            told += 1
        told += near + (near and index == document.title)
    rows = len(named) >= NAMED or len(shown) >= SHOWN
    return told >= ON_TOPIC or (rows and spoken >= ON_TOPIC)


def speaks_of_clients(document: Document, *, kinds: int = 0) -> bool:
    """Whether the word for client comes in several blocks; once is enough in a text that tells
    many `kinds` of them."""
    spoken = sum(s.has("topic", "client") for s in document.blocks)
    if document.title >= 0:
        title = document.blocks[document.title]
        spoken += title.has("topic", "client") and title.has("topic", "difficult")
    return spoken >= (1 if kinds >= CAST else ON_TOPIC)


def of_heading(scanned: Scanned, *, is_listed: bool) -> str:
    """The archetype a heading names, "" for none.

    `is_listed`: the heading is one of a row that name types.
    """
    names = [h for h in scanned.hits if h.group == "archetype" and h.field == "name"]
    has_client = bool(_people(scanned))
    if not names:
        shown = {h.name for h in scanned.of("archetype")}
        is_told = has_client and not scanned.has("heading") and scanned.size <= TOLD_HEADING
        return min(shown) if is_told and len(shown) == 1 else ""
    advises = all(hit.first for hit in names) and any(
        h.group == "facet" and h.field == "start" and h.first == 0 for h in scanned.hits
    )
    if advises and not has_client:
        return ""
    label = _label_words(scanned)
    if not has_client and not is_listed and scanned.size > SHORT_HEADING and not label:
        return ""
    inside = [h for h in names if h.first < label]
    return _best(_scores(inside or scanned.hits), margin=0.0)


def is_general(scanned: Scanned) -> bool:
    """All that names a type at its head are words for any difficult client (`demanding`)."""
    difficult = {h.first for h in scanned.of("topic") if h.name == "difficult"}
    opening = OPENING * scanned.per_word
    names = [h.first for h in scanned.of("archetype") if h.field == "name" and h.first < opening]
    return bool(names) and all(first in difficult for first in names)


def new_type(scanned: Scanned) -> str:
    """A slug for a type that a heading names and no cue knows: `the socialite client`.

    Only the word for client and one or two words beside it may stand there.
    """
    if scanned.size > NEW_TYPE or scanned.has("heading") or scanned.has("facet"):
        return ""
    clients = {
        i
        for h in scanned.hits
        if h.group == "topic" and h.name == "client"
        for i in range(h.first, h.last)
    }
    if not clients or scanned.has("topic", "difficult"):
        return ""
    stop = language(scanned.language).stop_words
    rest = [w for i, w in enumerate(scanned.texts) if i not in clients and w not in stop]
    return slug(" ".join(rest), scanned.language) if 1 <= len(rest) <= 2 else ""


def learned_of(
    parts: Sequence[Scanned], *, least: float = TOLD, margin: float = APART
) -> tuple[str, float]:
    """The archetype that a text is worded like, and how strongly; ("", 0.0) when none stands
    out."""
    if not parts:
        return "", 0.0
    scores = archetype_scores((scanned.texts for scanned in parts), parts[0].language)
    ranked = sorted(((s, n) for n, s in scores.items()), key=lambda e: (-e[0], e[1]))
    if len(ranked) < 2 or ranked[0][0] < least or ranked[0][0] - ranked[1][0] < margin:
        return "", 0.0
    return ranked[0][1], ranked[0][0]


def of_opening(scanned: Scanned) -> str:
    """The archetype that the first words of a paragraph or item name, "" for none."""
    if not scanned.has("archetype", None, "name"):
        return ""
    label = _label_words(scanned)
    limit = label or OPENING * scanned.per_word
    if scanned.has("topic", "condition") and not label:
        return ""
    near: list[tuple[int, str]] = []
    clients = [h.first for h in _people(scanned)]
    for hit in scanned.hits:
        if hit.group != "archetype" or hit.field != "name" or hit.first >= limit:
            continue
        beside = _is_beside(hit, clients, scanned.per_word)
        if beside or label:
            near.append((hit.first, hit.name))
    if not near:
        return ""
    first = min(near)[0]
    names = {name for place, name in near if place == first}
    return _best(_scores([h for h in scanned.hits if h.name in names]), margin=0.0)


def of_story(parts: Sequence[Scanned]) -> str:
    """The one archetype that a text without headings tells of, "" when none stands out."""
    return of_section(parts, least=STORY, fewest=STORY_DISTINCT)


def of_section(parts: Sequence[Scanned], *, least: float = SECTION, fewest: int = DISTINCT) -> str:
    """The archetype whose behaviours a section describes, "" when none stands out."""
    cues = {cue for scanned in parts for cue in _told(scanned.said)}
    scores: dict[str, float] = defaultdict(float)
    distinct: dict[str, int] = defaultdict(int)
    for name, key in cues:
        weight = SIGN if key.startswith("sign") else NAME
        scores[name] += weight
        distinct[name] += 1
    ranked = sorted(((s, n) for n, s in scores.items()), key=lambda e: (-e[0], e[1]))
    if not ranked:
        return ""
    best, name = ranked[0]
    ahead = best - (ranked[1][0] if len(ranked) > 1 else 0.0)
    if best >= least and distinct[name] >= fewest and ahead >= MARGIN:
        return name
    return ""


def told_in(parts: Sequence[Scanned]) -> str:
    """The archetype that cues find in a section, unless all its words speak for another."""
    name = of_section(parts)
    if not name:
        return ""
    worded, _ = learned_of(parts, least=OVERRULES, margin=LISTED_APART)
    return worded or name


@lru_cache(maxsize=1 << 12)
def _told(said: Said) -> tuple[tuple[str, str], ...]:
    """Archetypes and the cues for them; of what is said, for pages say it over and over."""
    clients = [h.first for h in _people(said)]
    told: list[tuple[str, str]] = []
    for hit in said.hits:
        if hit.group != "archetype":
            continue
        words = " ".join(said.texts[hit.first : hit.last])
        if hit.field == "sign":
            told.append((hit.name, f"sign {words}"))
        elif _is_beside(hit, clients, said.per_word):
            told.append((hit.name, f"name {words}"))
    return tuple(told)


def _is_beside(hit: Hit, clients: Sequence[int], per_word: int) -> bool:
    """Whether one of the words, in order, stands near the cue."""
    reach = NEAR * per_word
    following = bisect_left(clients, hit.first - reach)
    return following < len(clients) and clients[following] <= hit.last + reach


def _people(scanned: Scanned | Said) -> list[Hit]:
    """Words for a client, or for anybody."""
    return [h for h in scanned.hits if h.group == "topic" and h.name in ("client", "someone")]


def _label_words(scanned: Scanned) -> int:
    """Words before the sign that ends a label (`The ghost: …`), 0 for none."""
    text = scanned.text
    if scanned.block.run_in:
        return len(scanned.words_between(0, scanned.block.run_in))
    for sign in (":", " – ", " — ", " - ", ". ", "："):
        at = text.find(sign, 0, 60)
        if at > 0:
            count = len(scanned.words_between(0, at))
            if count <= (2 if sign == ". " else LABEL) * scanned.per_word:
                return count
    return 0


def _scores(hits: Iterable[Hit]) -> dict[str, tuple[float, int]]:
    """Score and first place by id."""
    scores: dict[str, tuple[float, int]] = {}
    for hit in hits:
        if hit.group != "archetype":
            continue
        size = hit.last - hit.first
        weight = SIGN if hit.field == "sign" else (PHRASE if size > 1 else NAME)
        score, first = scores.get(hit.name, (0.0, 10**9))
        scores[hit.name] = (score + weight, min(first, hit.first))
    return scores


def _best(scores: dict[str, tuple[float, int]], margin: float) -> str:
    if not scores:
        return ""
    ranked = sorted(scores.items(), key=lambda e: (-e[1][0], e[1][1], e[0]))
    if len(ranked) > 1 and ranked[0][1][0] - ranked[1][1][0] < margin:
        return ""
    return ranked[0][0]
