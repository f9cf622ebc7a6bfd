"""The quicker look-up changes no stem."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.text.snowball import stem_word

# Letters and endings that Snowball's lists are made of.
PARTS = {
    "english": "a e i o y s t l ly ing ed eed ational ization fulness ement ies 's inter gener sky",
    "finnish": "a e i o ä y k t n s ssa stä lle ksi kin mme nsa ien jen tten seen immat mmi ejä",
    "hindi": "क म र त न ा ि ी ु े ो ता ना ने ते ओं याँ ाएगी ाऊंगा ाइयों",
}


@pytest.mark.parametrize("name", sorted(PARTS))
@given(data=st.data())
def test_stems_are_those_of_snowball(name: str, data: st.DataObject) -> None:
    word = "".join(data.draw(st.lists(st.sampled_from(PARTS[name].split()), max_size=7)))
    module = import_module(f"snowballstemmer.{name}_stemmer")
    theirs = getattr(module, f"{name.capitalize()}Stemmer")()
    assert stem_word(name)(word) == theirs.stemWord(word)
