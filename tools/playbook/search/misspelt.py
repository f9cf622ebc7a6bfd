"""The beginning of a word, and words misspelt."""

from __future__ import annotations

from functools import lru_cache

from playbook.search.distance import within
from playbook.search.readings import (
    ALTERNATIVES,
    ELSEWHERE,
    FAR_TYPO,
    PREFIX,
    PREFIX_TYPED,
    ROMAN_TYPO,
    TYPO,
    Reading,
    Word,
)
from playbook.search.stored import BARE, ROMAN, WRITTEN, Key, Lexicon
from playbook.text.fold import bare
from playbook.text.romanise import route, skeleton

# Shards looked at for a misspelling beside its own: in the first round and in each other one, and
# at most; a round is the last where a form is found at this cost, an edit behind the first letter.
FIRST_ROUND, ROUND, MOST, GOOD = 5, 6, 11, 4

SLIP = 5  # letters of a word that may be a slip without another language being asked

# What a way to mistype a word weighs, and a letter at a word's edge; letters tried at a place;
# letters that tell a route, in a script that is read in Latin letters and in those.
EVEN, EDGE, LIKELY = 1 << 16, 1 << 6, 10
NATIVE, LATIN = 5, 3

# Keys kept for the beginning of a word, and shards they are looked for in.
COMPLETIONS, SPAN = 12, 4


def completed(lexicon: Lexicon, word: Word, last: bool, typing: bool) -> None:
    """Readings of the last word as the beginning of one."""
    if not last or len(word.text) < 2 or ((word.stop or word.readings) and not typing):
        return
    name = route(word.text, lexicon.code)
    first, found = lexicon.shard_number(name), []
    for number in range(first, first + SPAN):
        if number >= len(lexicon.routes) or (
            number > first and not lexicon.routes[number].startswith(name)
        ):
            break
        for group_name, group in lexicon.shard(number).items():
            if group_name.startswith(name):
                for key in group.keys:
                    if any(form.startswith(word.text) for form in key.forms):
                        found.append(key)
    quality = PREFIX_TYPED if typing else PREFIX
    found.sort(key=lambda key: (-sum(key.counts), key.text))
    word.add([Reading(lexicon.code, k, quality, "prefix") for k in found[:COMPLETIONS]])


def misspelt(
    lexicon: Lexicon, word: str, view: int, elsewhere: bool, doubtful: bool, thrifty: bool
) -> list[Reading]:
    """Readings of a word as a misspelling of another, the likeliest first."""
    spell = lexicon.spell(view)
    typed = skeleton(word, lexicon.code) if view == ROMAN else bare(word)
    if view == WRITTEN and not lexicon.romanised:
        spell = lexicon.spell(BARE)
        view = BARE
    most = 0 if len(typed) < 3 else 1 if len(typed) < 8 else 2
    if not most:
        return []
    ranked: list[tuple[int, str, Key, str]] = []
    for numbers in rounds(
        lexicon, typed, view, 0 if doubtful else FIRST_ROUND if thrifty else MOST
    ):
        for number in numbers:
            ranked += _compared(lexicon, typed, view, most, number)
        if any(entry[0] <= GOOD for entry in ranked):
            break
    best: dict[str, tuple[int, str, Key, str]] = {}
    for entry in sorted(ranked, key=lambda e: e[:2]):
        best.setdefault(entry[1], entry)
    chosen = list(best.values())[:ALTERNATIVES]
    return [
        Reading(
            lexicon.code,
            key,
            max(
                1,
                (ROMAN_TYPO if view == ROMAN else TYPO if cost < 8 else FAR_TYPO)
                - (cost - chosen[0][0])
                - (ELSEWHERE if elsewhere else 0),
            ),
            "typo",
            tuple(form for form in key.forms if text and spell(form) == text),
        )
        for cost, _, key, text in chosen
        if cost <= chosen[0][0] + 2
    ]


def is_slip(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a slip of a longer word that stands in a form near its place."""
    if len(word) < SLIP:
        return False
    return any(reading.meant for reading in misspelt(lexicon, word, WRITTEN, False, False, True))


@lru_cache(maxsize=256)
def _compared(
    lexicon: Lexicon, typed: str, view: int, most: int, number: int
) -> list[tuple[int, str, Key, str]]:
    """(cost, key, key, form) of what the typed word may have been meant to be, of one shard.

    A key also stands for its forms that the index does not hold: typed without an ending that
    the suffix rules know.
    """
    stems = lexicon.rules(view).stems(typed)
    found: list[tuple[int, str, Key, str]] = []
    for group in lexicon.shard(number).values():
        keys, forms = group.seen_as(view, lexicon.spell(view))
        for text, entries in forms.items():
            if _may_be(typed, text):
                distance = within(typed, text, most)
                if distance <= most:
                    cost = 4 * distance + 2 * (typed[0] != text[0])
                    found += [(cost, key.text, key, text) for key in entries]
        for text, entries in keys.items():
            if len(text) < 3 or not _may_be(typed, text):
                continue
            reach = 1 if len(text) < 8 else most
            distance = min((within(stem, text, reach) for stem in stems), default=most + 1)
            if distance <= reach:
                cost = 4 * distance + 2 * (typed[0] != text[0]) + 2
                found += [(cost, key.text, key, "") for key in entries]
    return found


def _may_be(typed: str, text: str) -> bool:
    """Whether the beginnings agree as far as one edit leaves them."""
    one, two = typed[0], typed[1]
    return text[:1] in (one, two) or text[1:2] in (one, two)


def rounds(lexicon: Lexicon, typed: str, view: int, most: int) -> list[list[int]]:
    """Shards to look at one round after the other: its own, and at most so many others."""
    own = lexicon.shard_number(lexicon.route_of(typed, view))
    if not most:
        return [[own]]
    others = nearby_shards(lexicon, typed, view, own)[:most]
    later = [others[at : at + ROUND] for at in range(FIRST_ROUND, len(others), ROUND)]
    return [[own, *others[:FIRST_ROUND]], *later]


def nearby_shards(lexicon: Lexicon, typed: str, view: int, own: int) -> list[int]:
    """Other shards that may hold the word meant, the likeliest first.

    By how many of the ways to mistype the beginning of a word lead there.
    """
    weights: dict[int, int] = {}
    for i in range(min(len(typed), NATIVE if lexicon.romanised and view != ROMAN else LATIN)):
        before, after = typed[:i], typed[i + 1 :]
        ways = [(before + after, EVEN)]
        if after:
            ways.append((before + after[0] + typed[i] + after[1:], EVEN))
        if view != ROMAN:
            ways += _with_a_letter(lexicon, before, typed[i:])
            ways += _with_a_letter(lexicon, before, after)
        for word, weight in ways:
            shard = lexicon.shard_number(lexicon.route_of(word, view))
            if shard != own and weight:
                weights[shard] = weights.get(shard, 0) + weight
    return sorted(weights, key=lambda shard: (-weights[shard], shard))


def _with_a_letter(lexicon: Lexicon, before: str, after: str) -> list[tuple[str, int]]:
    """Words with a letter put in, weighed by how often it stands between its neighbours."""
    chances = [
        (lexicon.chance(before[-1], letter) if before else EDGE)
        * (lexicon.chance(letter, after[0]) if after else EDGE)
        for letter in lexicon.letters
    ]
    likely = sorted(range(len(chances)), key=lambda n: (-chances[n], n))[:LIKELY]
    return [
        (before + lexicon.letters[n] + after, EVEN * chances[n] // sum(chances))
        for n in likely
        if chances[n]
    ]
