"""Readings of a word in Latin letters as one of another script."""

from __future__ import annotations

from playbook.search.distance import within
from playbook.search.readings import (
    ALTERNATIVES,
    ROMAN_FORM,
    ROMAN_RULE,
    Reading,
    weaker,
)
from playbook.search.stored import ROMAN, Lexicon
from playbook.search.written import led
from playbook.text.romanise import near, romanise, route, skeleton


def romanised(lexicon: Lexicon, latin: str) -> list[Reading]:
    """Readings of a word in Latin letters, the closest spelling first."""
    code = lexicon.code
    seen = skeleton(latin, code)
    if not seen:
        return []
    name = route(latin, code)
    group = lexicon.group(name)
    _, forms = group.seen_as(ROMAN, lexicon.spell(ROMAN))
    sound = near(latin, code)
    ranked: list[tuple[int, str, Reading]] = []
    for key in forms.get(seen, ()):
        costs = {
            form: _unlike(latin, sound, form, code)
            for form in key.forms
            if skeleton(romanise(form, code), code) == seen
        }
        least = min(costs.values())
        meant = tuple(form for form in costs if costs[form] == least)
        ranked.append((least, key.text, Reading(code, key, ROMAN_FORM, "roman", meant)))
    for form, target in group.redirects:
        if skeleton(romanise(form, code), code) == seen and (found := lexicon.find(target)):
            cost = _unlike(latin, sound, form, code)
            ranked.append((cost, target, Reading(code, found, ROMAN_FORM, "roman")))
    if not ranked:
        for rank, key, like in led(lexicon, seen, ROMAN):
            spelling = near(romanise(key.text, code), code)
            cost = rank + (0 if like else within(sound[: len(spelling)], spelling, 3))
            how = "like" if like else "roman"
            ranked.append((cost, key.text, Reading(code, key, ROMAN_RULE, how)))
    ranked.sort(key=lambda entry: entry[:2])
    return [
        weaker(reading, 2 * min(cost, 4))
        for cost, _, reading in ranked[:ALTERNATIVES]
        if cost <= ranked[0][0] + 1
    ]


def _unlike(latin: str, sound: str, form: str, code: str) -> int:
    """How far a spelling is from a form: 0 the same letters, then edits in what is heard."""
    spelling = romanise(form, code)
    if spelling == latin:
        return 0
    return within(sound, near(spelling, code), 4)
