"""Packed numbers and words come back as they went in."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from playbook.search.packing import pack_numbers, pack_words, unpack_numbers, unpack_words

LETTERS = st.text(alphabet="abcäöაბგकखि019'", min_size=1, max_size=40)


@given(st.lists(st.integers(min_value=0, max_value=10**9)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert unpack_numbers(pack_numbers(numbers)) == numbers


@given(st.lists(st.tuples(LETTERS, st.lists(LETTERS, max_size=4)), max_size=20))
def test_words_come_back(entries: list[tuple[str, list[str]]]) -> None:
    assert unpack_words(pack_words(entries)) == entries


@given(st.lists(st.integers(min_value=0, max_value=10**6)))
def test_packed_numbers_need_no_escapes(numbers: list[int]) -> None:
    packed = pack_numbers(numbers)
    assert json.dumps(packed) == f'"{packed}"'
    assert "<" not in packed


def test_related_words_are_cut_to_what_differs() -> None:
    packed = pack_words([("asiakas", ["asiakas", "asiakkaan"]), ("asiakirja", ["asiakirja"])])
    assert packed == "Aasiakas!$kaan" + "Firja!"
