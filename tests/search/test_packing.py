"""Numbers, bits and words come back as they went in."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.search.coding import Code, Reader, bucket, counted_bits, gamma, to_bits, to_text
from playbook.search.entries import Entry, Redirect, Run
from playbook.search.packing import pack_numbers, unpack_numbers
from playbook.search.spelling import Spelling
from playbook.search.spelling_bits import SpellingBits

WORDS = st.text(alphabet="abcäöაბგკखि019'", min_size=1, max_size=40)
NUMBERS = st.integers(min_value=0, max_value=10**6)


@given(st.lists(st.integers(min_value=0, max_value=10**9)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert unpack_numbers(pack_numbers(numbers)) == numbers


@given(st.lists(NUMBERS))
def test_packed_numbers_need_no_escapes(numbers: list[int]) -> None:
    packed = pack_numbers(numbers)
    assert json.dumps(packed) == f'"{packed}"'
    assert "<" not in packed


@given(st.text(alphabet="01"))
def test_bits_come_back_and_need_no_escapes(bits: str) -> None:
    text = to_text(bits)
    assert to_bits(text).startswith(bits)
    assert json.dumps(text) == f'"{text}"'
    assert "<" not in text


@given(st.lists(NUMBERS, min_size=1))
def test_every_way_to_write_a_number_comes_back(numbers: list[int]) -> None:
    code = Code.counted(Counter(map(bucket, numbers)))
    bits = "".join(gamma(n) + counted_bits(n, code) for n in numbers)
    reader, code = Reader(to_text(bits)), Code.read(code.data())
    for n in numbers:
        assert reader.gamma() == n
        assert reader.counted(code) == n


def test_frequent_symbols_take_few_bits() -> None:
    code = Code.ranked([80, 10, 5, 5])
    assert [len(code.bits[symbol]) for symbol in range(4)] == [1, 2, 3, 3]
    assert code.data() == pack_numbers([3, 1, 1, 2])


def test_bits_that_are_no_code_are_refused() -> None:
    with pytest.raises(ValueError, match="no such code"):
        Reader(to_text("1" * 24)).symbol(Code([0, 1], [0, 2]))


def entry(key: str, forms: list[str], others: list[str]) -> Entry:
    return Entry("", key, tuple(forms), tuple(others))


ENTRIES = st.builds(entry, WORDS, st.lists(WORDS, max_size=80), st.lists(WORDS, max_size=80))


@given(
    st.lists(ENTRIES, max_size=20),
    st.lists(st.builds(Redirect, st.just(""), WORDS, WORDS), max_size=9),
)
def test_words_come_back(entries: list[Entry], redirects: list[Redirect]) -> None:
    run = Run("", entries, redirects)
    pages_of = {form: 1 + len(form) ** 3 for e in entries for form in e.forms}
    bits = SpellingBits([run], pages_of)
    spelling = Spelling.read(json.loads(json.dumps(bits.spelling.data())))
    keys, others = spelling.read_run(bits.texts()[0])
    assert sorted(others) == sorted((r.form, r.key) for r in redirects)
    assert [(k.key, tuple(k.forms), tuple(k.others)) for k in keys] == [
        (e.key, e.forms, e.others) for e in entries
    ]
    assert [k.counts for k in keys] == [[pages_of[f] for f in e.forms] for e in entries]
