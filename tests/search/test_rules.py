"""Suffix rules packed for the browser are the rules that were packed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.search.rules import pack_rules, read_rules, rule_data, unpack_rules
from playbook.text.language import language_codes

PIECES = st.text("aeiოასं", max_size=3)
WORDS = st.lists(st.text("aeiოას", min_size=1, max_size=3), min_size=1, max_size=3).map(" ".join)
TABLES = st.fixed_dictionaries(
    {
        "clitics": st.lists(WORDS, max_size=3),
        "layers": st.lists(WORDS, max_size=3),
        "tails": st.lists(st.builds("{}>{}".format, PIECES, PIECES), max_size=5),
        "short": st.booleans(),
    }
)


@given(TABLES)
def test_a_packed_table_is_the_same_rules(data: dict[str, Any]) -> None:
    assert read_rules(unpack_rules(pack_rules(data))) == read_rules(data)


@pytest.mark.parametrize("lang", sorted(language_codes()))
def test_the_tables_of_every_language_can_be_packed(lang: str) -> None:
    assert read_rules(unpack_rules(pack_rules(rule_data(lang)))) == read_rules(rule_data(lang))
