"""Which sections of a page answer a query best."""

from __future__ import annotations

from playbook.search.analysis import ALIAS
from playbook.search.score import WEIGHTS, Hit


def sections(
    hit: Hit, starts: list[int], facet_of: list[str | None], facet: str | None
) -> list[tuple[int, int]]:
    """(worth, number) of the sections that hold words of the query, the best first.

    Number -1 is the page as a whole: it leads where title and aliases hold every word found.
    """
    worth: dict[int, dict[int, int]] = {}
    for i, entry in hit.found.items():
        for place in entry.places:
            for block in place.blocks:
                number = _section_at(starts, block) if place.field > ALIAS else -1
                here = worth.setdefault(number, {})
                value = entry.rarity * (WEIGHTS[place.field] + 2 * min(place.times, 3))
                if value > here.get(i, 0):
                    here[i] = value
    whole = worth.pop(-1, {})
    ranked = [
        (sum(values.values()), number)
        for number, values in worth.items()
        if facet is None or facet_of[number] == facet
    ]
    ranked.sort(key=lambda entry: (-entry[0], entry[1]))
    placed = {i for values in worth.values() for i in values}
    if facet is None and (not ranked or placed <= set(whole)):
        ranked.insert(0, (sum(whole.values()), -1))
    return ranked


def _section_at(starts: list[int], block: int) -> int:
    number = -1
    for i, start in enumerate(starts):
        if start <= block:
            number = i
    return number
