"""Many words are folded as each of them alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playbook.text.fold import fold_word, fold_words

TEXTS = st.text(alphabet=st.characters(exclude_characters="\n", exclude_categories=["Cs"]))
KNOWN = st.sampled_from(["AB", "Gaye", "गये", "नयीं", "ये", "ẞ", "न्", "त", "\u0301", "\u200d"])


@given(st.lists(TEXTS | KNOWN))
def test_many_words_are_folded_as_one_by_one(words: list[str]) -> None:
    assert fold_words(words) == [fold_word(word) for word in words]
