"""Dictionary forms, and the ways to one where the dictionary lacks the word."""

from __future__ import annotations

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

from playbook.text.lemma import dictionary, is_known, lemma


@pytest.mark.parametrize(
    ("word", "lang", "base"),
    [
        ("asiakkaan", "fi", "asiakas"),
        ("asiakkaankin", "fi", "asiakas"),  # a particle
        ("valtameripoliisin", "fi", "valtameripoliisi"),  # a compound
        ("yrittäville", "fi", "yrittää"),  # a participle the dictionary has in other forms
        ("odottamilla", "fi", "odottaa"),
        ("nopeammin", "fi", "nopea"),  # comparatives and adverbs belong to their adjective
        ("julkisesti", "fi", "julkinen"),
        ("pienemmistä", "fi", "pieni"),
        ("muisti", "fi", "muisti"),  # which has forms of its own: no adverb
        ("parempi", "fi", "parempi"),  # no word that is no word
        ("vanhemmille", "fi", "vanhemmat"),
        ("clients'", "en", "client"),
        ("1850s", "en", "eighteen-fifties"),
        ("ანგარიშები", "ka", "ანგარიში"),
        ("qwxz", "en", "qwxz"),
        ("2026", "fi", "2026"),
    ],
)
def test_a_word_is_led_to_its_dictionary_form(word: str, lang: str, base: str) -> None:
    assert lemma(word, lang) == base


def test_what_the_dictionary_writes_with_capitals_is_known() -> None:
    assert is_known("helsingissä", "fi")
    assert not is_known("helsingisso", "fi")


def test_a_packed_dictionary_is_the_one_that_simplemma_reads() -> None:
    theirs = DEFAULT_DICTIONARY_FACTORY.get_dictionary("ka")
    ours = dictionary("ka")
    assert type(ours) is not type(theirs)
    some = sorted(theirs)[::5000]
    assert {form: ours[form] for form in some} == {form: theirs[form] for form in some}
    assert len(ours) == len(theirs)
