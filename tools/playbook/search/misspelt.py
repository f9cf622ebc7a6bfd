"""The beginning of a word, and words misspelt."""

from __future__ import annotations

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

LIKELY, REST = 4, 16  # shards looked at for a misspelling: those near it, all others
COMPLETIONS = 12  # keys kept for the beginning of a word


def completed(lexicon: Lexicon, word: Word, last: bool, typing: bool) -> None:
    """Readings of the last word as the beginning of one."""
    if not last or len(word.text) < 2 or ((word.stop or word.readings) and not typing):
        return
    name = route(word.text, lexicon.code)
    first, found = lexicon.shard_number(name), []
    for number in (first, first + 1):
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
    name = lexicon.route_of(typed, view)
    ranked: list[tuple[int, str, Key, str]] = []
    for numbers in nearby_shards(lexicon, name, doubtful, thrifty):
        ranked = _compared(lexicon, typed, view, most, numbers)
        if ranked:
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


def _compared(
    lexicon: Lexicon, typed: str, view: int, most: int, numbers: list[int]
) -> list[tuple[int, str, Key, str]]:
    """(cost, key, key, form) of what the typed word may have been meant to be.

    A key also stands for its forms that the index does not hold: typed without an ending that
    the suffix rules know.
    """
    stems = lexicon.rules(view).stems(typed)
    found: list[tuple[int, str, Key, str]] = []
    for number in numbers:
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


def nearby_shards(lexicon: Lexicon, name: str, doubtful: bool, thrifty: bool) -> list[list[int]]:
    """Shards that may hold the word meant by one of this route, the likely ones before the rest.

    Likely are those of the same first class of letters, and of the route without one letter or
    with two swapped; the rest is looked at only in a small index.  A thrifty search, for one word
    of many, looks at the word's own route and those.
    """
    own = lexicon.shard_number(name)
    if doubtful:
        return [[own]]
    likely = {own}
    for variant in (name[1:], name[:1] + name[2:], name[1:2] + name[:1] + name[2:]):
        likely.add(lexicon.shard_number(variant))
    first = [n for n, start in enumerate(lexicon.routes) if start[:1] == name[:1]]
    if len(first) <= LIKELY and not thrifty:
        likely.update(first)
        likely.add(max(0, min(first, default=1) - 1))
    rest = [n for n in range(len(lexicon.routes)) if n not in likely]
    return [sorted(likely), rest] if len(rest) <= REST and not thrifty else [sorted(likely)]
