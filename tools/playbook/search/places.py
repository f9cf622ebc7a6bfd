"""The places of a form, unpacked from a shard."""

from __future__ import annotations

from functools import lru_cache

from playbook.search.analysis import FIELDS
from playbook.search.packing import unpack_numbers
from playbook.search.score import Place


@lru_cache(maxsize=4096)
def unpack_places(packed: str, stop_word: bool) -> tuple[Place, ...]:
    """(page, field, times, blocks) in ascending order of pages; see `lexicon` for the form."""
    numbers = unpack_numbers(packed)
    places: list[Place] = []
    page, at = -1, 0
    while at < len(numbers):
        page += numbers[at]
        code, times = numbers[at + 1] % FIELDS, numbers[at + 1] // FIELDS + 1
        at += 2
        if times > 2:
            times += numbers[at]
            at += 1
        blocks: list[int] = []
        if not stop_word:
            before = 0
            for step in numbers[at : at + times]:
                before += step
                blocks.append(before)
            at += times
        places.append((page, code, times, blocks))
    return tuple(places)
