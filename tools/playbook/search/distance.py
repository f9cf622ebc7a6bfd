"""Edit distance between words, for misspellings."""

from __future__ import annotations


def within(one: str, other: str, most: int) -> int:
    """Edits from one word to the other, `most` + 1 where it takes more.

    An edit inserts, drops or changes a letter or swaps two neighbours (Damerau 1964, in the
    restricted form: no letter is edited twice).  Row by row, left as soon as no path is short
    enough.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    if one == other:
        return 0
    # Equal beginnings and ends need no table.
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if not one or not other:
        return len(one) + len(other)
    if abs(len(one) - len(other)) > most or (most == 1 and max(len(one), len(other)) > 2):
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        best = i
        for j, with_char in enumerate(other, 1):
            cost = min(
                before[j] + 1,
                row[j - 1] + 1,
                before[j - 1] + (char != with_char),
            )
            if (
                i > 1
                and j > 1
                and char == other[j - 2]
                and one[i - 2] == with_char
                and earlier[j - 2] + 1 < cost
            ):
                cost = earlier[j - 2] + 1
            row.append(cost)
            best = min(best, cost)
        if best > most:
            return most + 1
    return min(row[-1], most + 1)
