"""A dictionary prepared for many words answers as it did before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playbook.text.lemma import Sieved

WORDS = st.text(alphabet="abc", max_size=3)


@given(st.dictionaries(WORDS, WORDS), WORDS)
def test_a_sieve_lets_every_entry_through_and_no_other_word(
    entries: dict[str, str], word: str
) -> None:
    sieved = Sieved(entries, 16)
    assert (word in sieved) == (word in entries)
    assert sieved.get(word) == entries.get(word)
    assert sieved.get(word, "-") == entries.get(word, "-")
    assert dict(sieved) == entries
