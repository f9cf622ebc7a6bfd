"""The places of forms, unpacked from the columns of a shard (see `lexicon`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from playbook.search.analysis import FIELDS
from playbook.search.packing import unpack_numbers


class Place(NamedTuple):
    """Where a form stands: `blocks` is empty for stop words, `times` tells how often."""

    page: int
    field: int
    times: int
    blocks: tuple[int, ...]


def unpack_places(
    counts: Iterable[int], steps: str, codes: str, blocks: str, stop_words: Iterable[bool]
) -> list[tuple[Place, ...]]:
    """The places of each form, in ascending order of pages.

    `counts` and `stop_words` say for each form how many places it has, and whether its blocks
    are left out.
    """
    next_step, next_code = iter(unpack_numbers(steps)), iter(unpack_numbers(codes))
    next_block = iter(unpack_numbers(blocks))
    return [
        tuple(_places(count, next_step, next_code, next_block, stop_word))
        for count, stop_word in zip(counts, stop_words, strict=True)
    ]


def _places(
    count: int, steps: Iterator[int], codes: Iterator[int], blocks: Iterator[int], stop_word: bool
) -> Iterator[Place]:
    page = -1
    for _ in range(count):
        page += next(steps)
        code = next(codes)
        times = code // FIELDS + 1
        if times > 2:
            times += next(codes)
        found: list[int] = []
        for _ in range(0 if stop_word else times):
            found.append(next(blocks) + (found[-1] if found else 0))
        yield Place(page, code % FIELDS, times, tuple(found))


def count_places(codes: str) -> int:
    """How many places a column of codes describes."""
    numbers = iter(unpack_numbers(codes))
    count = 0
    for code in numbers:
        count += 1
        if code // FIELDS > 1:
            next(numbers)
    return count
