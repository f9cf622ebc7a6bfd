"""Letters exchanged in texts: nothing is lost, whatever a text holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playbook.search.shown import LATIN, exchange

LETTERS = st.lists(st.characters(), unique=True, max_size=90).map("".join)


@given(LETTERS, st.text())
def test_the_exchange_is_its_own_inverse(letters: str, text: str) -> None:
    table = exchange(letters)
    assert text.translate(table).translate(table) == text


def test_the_commonest_letters_stand_where_latin_ones_do() -> None:
    table = exchange("აის")
    assert "სია, abc d".translate(table) == "cba, აის d"


def test_letters_of_two_bytes_and_of_four_stay() -> None:
    assert exchange("äaé𐌰") == {}


def test_more_letters_than_latin_ones_are_left_alone() -> None:
    letters = "".join(map(chr, range(0x900, 0x980)))
    assert len(exchange(letters)) == 2 * len(LATIN)
    assert letters[len(LATIN)].translate(exchange(letters)) == letters[len(LATIN)]
