"""The edit distance against its definition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.search.distance import within

WORDS = st.text(alphabet="abc", max_size=7)


def plain(one: str, other: str) -> int:
    """The whole table, as the definition has it."""
    table = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            cost = min(
                table[i - 1, j] + 1,
                table[i, j - 1] + 1,
                table[i - 1, j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                cost = min(cost, table[i - 2, j - 2] + 1)
            table[i, j] = cost
    return table[len(one), len(other)]


@given(WORDS, WORDS, st.integers(min_value=1, max_value=4))
def test_agrees_with_the_definition(one: str, other: str, most: int) -> None:
    assert within(one, other, most) == min(plain(one, other), most + 1)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("client", "cleint", 1), ("client", "clint", 1), ("client", "clientt", 1), ("pay", "pay", 0)],
)
def test_common_slips_are_one_edit(one: str, other: str, edits: int) -> None:
    assert within(one, other, 2) == edits
