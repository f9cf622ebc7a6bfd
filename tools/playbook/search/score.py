"""Ranking: BM25F over fields, rewards for all words, for exact words, for words close together.

All arithmetic is on whole numbers, so that the browser (`rank.js`) comes to the same order.
Method: S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted
fields" (2004): times are weighted by field and added up before they saturate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from playbook.search.analysis import ALIAS, FIELDS, NORM, TITLE, facet_of_field
from playbook.search.postings import Place
from playbook.search.readings import Reading, Word
from playbook.search.stored import Key

# Weight of a word by field: title, alias, then heading and text of each facet.
_HEADING, _PLAIN, _ITEM = 8, 4, 4
WEIGHTS = (8, 8, _HEADING, _PLAIN, *([_HEADING, _ITEM] * ((FIELDS - 4) // 2)))

# BM25's k1 (three plain words: pages are short and keep to their subject) and b (.6); times of
# one field count up to MOST_TIMES, in aliases to MOST_NAMED.  Set on the development half of our
# own queries.
K, B, MOST_TIMES, MOST_NAMED = 12, 60, 6, 40
SCALE = 1024

# What a page is worth that holds every word as typed: it is what a short query is about; a
# sentence has its words by chance.
EXACT, ITEM_EXACT, ITEM_WORDS = 3, 10, 3
STOPS_ASIDE = 2  # the same where a stop word is not there as typed

# How surely a form that a reading means is the word typed: a misspelling beside a word that
# rules lead to is doubted.
SURE, DOUBTED, SURE_TYPO = 16, 4, 6

# What a page gains by being named in the words of the query: EVEN where it is named as often as
# others are, MOST_FAVOUR at most; a page never named counts as named UNHEARD sixteenths of a time.
EVEN, MOST_FAVOUR, UNHEARD = 1 << 16, 1 << 24, 4

# A form fits the word typed the better, the more of its beginning it shares; what endings may
# take from it, of FIT: where the word stands nowhere itself, and where it does.
FIT, ENDING, STANDING = 64, 48, 8

STOP_WORD = 3  # a stop word is worth a third beside other words
TOGETHER = 6  # of 8: what a passage with all words adds
NEIGHBOUR = 2  # a word in the next block counts half
NAMED = 2  # a word in a title or an alias, which name the page, counts twice


@dataclass
class Found:
    """What one word of the query found on a page."""

    value: int
    rarity: int
    exact: int  # how surely it is the word as typed, of SURE
    reading: Reading
    form: str  # as it stands there
    fit: int = 0  # of the form that fits best, of FIT
    places: list[Place] = field(default_factory=list)


@dataclass
class Hit:
    """A page that the query found; `found` is by number of the word."""

    group: int
    score: int = 0
    favour: int = EVEN
    found: dict[int, Found] = field(default_factory=dict)


PlacesOf = Callable[[str, Key], Iterable[Iterable[Place]]]
"""(language, key) → places of each of its forms, in ascending order of pages."""


def rarity(pages: int, holding: int) -> int:
    """Sixteen times the binary logarithm of (pages + 1) / holding, plus a little; whole numbers.

    Between two powers of two the logarithm is taken as a straight line.
    """
    ratio = (pages + 1) * 256 // max(1, holding)
    power = ratio.bit_length() - 1
    return 16 * (power - 8) + (ratio - (1 << power)) * 16 // (1 << power) + 4


def rank(
    words: list[Word],
    norms: Callable[[str], tuple[list[int], int]],
    places_of: PlacesOf,
    facet: str | None = None,
) -> list[Hit]:
    """Pages by falling score, ties by group."""
    hits: dict[int, Hit] = {}
    plain_words = any(word.readings and not word.stop for word in words)
    worth = [0] * len(words)
    for i, word in enumerate(words):
        founds = [_pages_of(reading, word.text, norms, places_of) for reading in word.readings]
        for reading, found in zip(word.readings, founds, strict=True):
            rare = rarity(norms(reading.lang)[1], _holding(word, founds, reading))
            if word.stop and plain_words:
                rare = max(1, rare // STOP_WORD)
            worth[i] = max(worth[i], rare * reading.quality)
            for page, entry in found.items():
                entry.value = rare * entry.value * reading.quality // 16
                entry.rarity = rare * reading.quality
                hit = hits.setdefault(page, Hit(page))
                other = hit.found.get(i)
                hit.found[i] = _better(entry, other)
    total = max(1, sum(worth))
    for i, word in enumerate(words):
        pages = max((norms(reading.lang)[1] for reading in word.readings), default=0)
        _favour(list(hits.values()), i, pages)
    for hit in hits.values():
        hit.score = _score(hit, words, total)
    if facet is not None:
        hits = {page: hit for page, hit in hits.items() if _has_facet(hit, facet)}
    return sorted(hits.values(), key=lambda hit: (-hit.score, hit.group))


def _favour(hits: list[Hit], i: int, pages: int) -> None:
    """Favour pages that word `i` names more often than it names others, by naive Bayes.

    What it learns from are aliases: for each page the words in which people ask for it.  A
    page's times over what a page has on average, both with that average added.
    """
    named = [_times_named(hit.found.get(i)) for hit in hits]
    total = sum(named)
    if not total:
        return
    for hit, times in zip(hits, named, strict=True):
        odds = hit.favour * (pages * (times + UNHEARD) + total)
        hit.favour = min(MOST_FAVOUR, odds // (2 * total + pages * UNHEARD))


def _times_named(entry: Found | None) -> int:
    """How often a page's aliases have the word, in sixteenths by how sure the reading is."""
    if entry is None:
        return 0
    return entry.reading.quality * sum(p.times for p in entry.places if p.field == ALIAS)


def _better(entry: Found, other: Found | None) -> Found:
    """The worthier of what two readings of a word found on a page; exact if either is."""
    if other is None:
        return entry
    better = other if other.value >= entry.value else entry
    if other.exact or entry.exact:
        better.form = other.form if other.exact >= entry.exact else entry.form
        better.exact = max(other.exact, entry.exact)
    return better


def _holding(word: Word, founds: list[dict[int, Found]], reading: Reading) -> int:
    """How many pages hold what a reading takes a word for: any word of its meaning.

    No fewer than hold its likeliest reading, or a far-fetched one would be the most telling;
    a misspelling owes nothing to what it looks like.
    """
    by_reading = list(zip(word.readings, founds, strict=True))
    likeliest, held = max(by_reading, key=lambda entry: entry[0].quality)
    pages = {
        page
        for other, found in by_reading
        if other is reading or (other.shared and reading.shared and other.lang == reading.lang)
        for page in found
    }
    if reading.how == "typo" or likeliest.lang != reading.lang:
        return len(pages)
    return max(len(pages), len(held))


def _sureness(reading: Reading) -> int:
    """How surely a form that a reading means is the word typed."""
    return DOUBTED if reading.how == "typo" and reading.quality < SURE_TYPO else SURE


def _fit(reading: Reading, typed: str, form: str) -> int:
    """How well a form fits the word typed: by the beginning they share."""
    most = {"exact": STANDING, "form": ENDING, "marks": ENDING, "typo": ENDING}.get(reading.how, 0)
    near = reading.meant[0] if reading.meant else typed
    same = 0
    while same < min(len(near), len(form)) and near[same] == form[same]:
        same += 1
    return FIT - most + most * same // max(len(near), len(form))


def _pages_of(
    reading: Reading,
    typed: str,
    norms: Callable[[str], tuple[list[int], int]],
    places_of: PlacesOf,
) -> dict[int, Found]:
    """What a reading finds page by page, with the saturated weight as value."""
    found: dict[int, Found] = {}
    all_places = places_of(reading.lang, reading.key)
    for form, places in zip(reading.key.forms, all_places, strict=True):
        exact = _sureness(reading) if form in reading.meant else 0
        fit = FIT if exact else _fit(reading, typed, form)
        for place in places:
            entry = found.get(place.page)
            if entry is None:
                entry = found[place.page] = Found(0, 0, 0, reading, form)
            if exact and not entry.exact:
                entry.exact, entry.form = exact, form
            entry.fit = max(entry.fit, fit)
            entry.places.append(place)
    lengths, _ = norms(reading.lang)
    for page, entry in found.items():
        weight = sum(
            WEIGHTS[p.field] * min(p.times, MOST_NAMED if p.field == ALIAS else MOST_TIMES)
            for p in entry.places
        )
        soft = K * ((100 - B) * NORM + B * lengths[page])
        plain = SCALE * weight * 100 * NORM // (weight * 100 * NORM + soft)
        entry.value = plain * entry.fit // FIT
    return found


def _score(hit: Hit, words: list[Word], total: int) -> int:
    """Sum of what the words bring, times rewards."""
    base = sum(entry.value for entry in hit.found.values())
    matched = sum(entry.rarity for entry in hit.found.values())
    score = base * matched // total
    if len(hit.found) > 1:
        score += base * TOGETHER * passage(hit)[0] // (8 * total)
    if all(i in hit.found for i, word in enumerate(words) if not word.stop):
        score += score // 2
    sure = SURE
    most = ITEM_EXACT if len(words) <= ITEM_WORDS else EXACT
    for i, word in enumerate(words):
        exact = hit.found[i].exact if i in hit.found else 0
        if not word.stop:
            sure = sure * exact // SURE
        elif not exact:
            most = STOPS_ASIDE
    return (score + score * (most - 1) * sure // SURE) * hit.favour // EVEN


def passage(hit: Hit) -> tuple[int, int]:
    """(worth, block) of the block where most of the words stand close together."""
    blocks: dict[int, dict[int, int]] = {}
    for i, entry in hit.found.items():
        for place in entry.places:
            plain = entry.rarity if place.field > ALIAS else NAMED * entry.rarity
            for block in place.blocks:
                for near_block, worth in (
                    (block, plain),
                    (block - 1, plain // NEIGHBOUR),
                    (block + 1, plain // NEIGHBOUR),
                ):
                    here = blocks.setdefault(near_block, {})
                    if worth > here.get(i, 0):
                        here[i] = worth
    best, where = 0, 0
    for block in sorted(blocks):
        value = sum(blocks[block].values())
        if value > best:
            best, where = value, block
    return best, where


def _has_facet(hit: Hit, facet: str) -> bool:
    return any(
        facet_of_field(place.field) == facet
        for entry in hit.found.values()
        for place in entry.places
    )


assert len(WEIGHTS) == FIELDS and TITLE < ALIAS
