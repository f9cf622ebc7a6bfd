"""Readings of a word as it is written, in one language.

1  the form itself stands in the index
2  a redirect stands there: an irregular form
3  the suffix rules lead to a key, or to one the index knows only by words of its meaning
4  the same without marks
"""

from __future__ import annotations

from playbook.search.meaning import same_meaning
from playbook.search.readings import (
    BARE_FORM,
    BARE_RULE,
    BESIDE,
    EXACT,
    LIKE,
    REDIRECT,
    RULE,
    Reading,
)
from playbook.search.stored import BARE, WRITTEN, Key, Lexicon
from playbook.text.fold import bare
from playbook.text.romanise import route

# Votes for the query's language: the word stands there, a rule leads there, without marks.
STANDS, LED, WITHOUT_MARKS = 3, 2, 1

LED_KEYS = 3  # keys kept where the suffix rules lead to several


def written(lexicon: Lexicon, word: str) -> tuple[int, list[Reading]]:
    """(votes, readings) of a word as written, or without its marks."""
    group = lexicon.group(route(word, lexicon.code))
    _, forms = group.seen_as(WRITTEN, lexicon.spell(WRITTEN))
    if word in forms:
        own = forms[word]
        beside = _as_led(lexicon, word, WRITTEN, BESIDE, "form")
        return STANDS, [
            *(Reading(lexicon.code, key, EXACT, "exact", (word,)) for key in own),
            *(r for r in beside if r.how == "form" and r.key not in own),
        ]
    for form, target in group.redirects:
        if form == word and (key := lexicon.find(target)):
            if word in key.forms:
                return STANDS, [Reading(lexicon.code, key, EXACT, "exact", (word,))]
            return STANDS, [Reading(lexicon.code, key, REDIRECT, "form")]
    if word in lexicon.stop_words:
        return STANDS, []
    if inflected := _as_led(lexicon, word, WRITTEN, RULE, "form"):
        return LED, inflected
    if lexicon.romanised:
        return 0, []
    plain = bare(word)
    _, forms = group.seen_as(BARE, lexicon.spell(BARE))
    if plain in forms:
        return WITHOUT_MARKS, [
            Reading(
                lexicon.code,
                key,
                BARE_FORM,
                "marks",
                tuple(form for form in key.forms if bare(form) == plain),
            )
            for key in forms[plain]
        ]
    for form, target in group.redirects:
        if bare(form) == plain and (key := lexicon.find(target)):
            return WITHOUT_MARKS, [Reading(lexicon.code, key, BARE_FORM, "marks")]
    unmarked = _as_led(lexicon, plain, BARE, BARE_RULE, "marks")
    return (WITHOUT_MARKS, unmarked) if unmarked else (0, [])


def _as_led(lexicon: Lexicon, word: str, view: int, quality: int, how: str) -> list[Reading]:
    readings = []
    for rank, key, like in led(lexicon, word, view):
        worth = quality - 2 * rank
        if like:
            readings.append(Reading(lexicon.code, key, max(1, worth * LIKE // EXACT), "like"))
        else:
            readings.append(Reading(lexicon.code, key, worth, how))
    return readings


def led(lexicon: Lexicon, spelled: str, view: int) -> list[tuple[int, Key, bool]]:
    """(rank, key, like) of the keys the suffix rules lead to from a word as it looks in a view.

    `like` where the index knows a key only by words of the same meaning.  A key whose route is
    shorter than the word's stands in a group of its own.
    """
    found: list[tuple[int, Key, bool]] = []
    rank = 0
    name = lexicon.route_of(spelled, view)
    for candidate in lexicon.rules(view).candidates(spelled):
        at = lexicon.route_of(candidate, view)
        if at and name.startswith(at):
            keys = lexicon.group(at).seen_as(view, lexicon.spell(view))[0].get(candidate, [])
            like = not keys
            if like:
                keys = same_meaning(lexicon, candidate, view)
            found += [(rank, key, like) for key in keys]
            if keys:
                rank += 1
                if rank == LED_KEYS:
                    break
    return found
