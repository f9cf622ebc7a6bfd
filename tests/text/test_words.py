"""Cutting, folding, lemmas and stems on small real words of every language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.text import bare, fold, guess_language, is_known, lemma, script_of, stem, tokenise


def texts(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("मुश्किल ग्राहक के संकेत", ["मुश्किल", "ग्राहक", "के", "संकेत"]),
        ("„კლიენტი“ — არ პასუხობს.", ["კლიენტი", "არ", "პასუხობს"]),
        ("Asiakas/tilaaja, e-mail", ["asiakas", "tilaaja", "e", "mail"]),
        ("k’lient’i don't ‘quoted’", ["k'lient'i", "don't", "quoted"]),
        ("१२३ rupees", ["123", "rupees"]),
        ("", []),
        ("…—!", []),
    ],
)
def test_cuts_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ᲙᲚᲘᲔᲜᲢᲘ", "კლიენტი"),  # capitals
        ("Ⴊⴌ", "ლნ"),  # Asomtavruli, Nuskhuri
        ("ज़रूरत", "जरूरत"),  # nukta
        ("चाँद", "चांद"),  # chandrabindu
        ("हिन्दी", "हिंदी"),  # nasal before its stop
        ("क्‍या", "क्या"),  # zero-width joiner
        ("STRASSE", "straße"),
        ("ﬁn", "fin"),
    ],
)
def test_spellings_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_marks_of_finnish_stay_but_can_be_left_out() -> None:
    assert fold("Määräys") == "määräys"
    assert bare("määräys") == "maarays"
    assert bare("ग्राहकों") == "ग्राहकों"


@given(st.text())
def test_tokens_lie_where_they_say_and_fold_to_themselves(text: str) -> None:
    last = 0
    for token in tokenise(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end
        assert texts(token.text) == [token.text]


@given(st.text(alphabet=st.characters(max_codepoint=0x20FF)))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("forms", "lang"),
    [
        (("clients", "client's", "client"), "en"),
        (("ग्राहकों", "ग्राहक"), "hi"),
        (("बच्चों", "बच्चे", "बच्चा"), "hi"),
        (("კლიენტებისთვის", "კლიენტს", "კლიენტმა", "კლიენტი", "კლიენტებთანაც"), "ka"),
        (("მთავრობის", "მთავრობა", "მთავრობაში"), "ka"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...], lang: str) -> None:
    assert len({stem(lemma(form, lang), lang) for form in forms}) == 1


def test_gradation_comes_from_the_finnish_dictionary() -> None:
    assert lemma("asiakkaan", "fi") == "asiakas"
    assert is_known("asiakkaan", "fi")
    assert not is_known("qwertyä", "fi")


def test_georgian_endings_are_cut_from_words_no_dictionary_has() -> None:
    forms = ["ბლოგერი", "ბლოგერებისთვის", "ბლოგერს", "ბლოგერმა", "ბლოგერად", "ბლოგერებიც"]
    assert {stem(form, "ka") for form in forms} == {"ბლოგერ"}


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("client", "Latn"),
        ("клиент", "Cyrl"),
        ("კლიენტი 7", "Geor"),
        ("ग्राहक", "Deva"),
        ("7 — !", "Zyyy"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("My client does not reply to any of my messages", "en"),
        ("Asiakas ei vastaa viesteihin, vaikka kysyn monta kertaa", "fi"),
        ("Klient ei vasta kirjadele ja arve on maksmata", "et"),
        ("Der Kunde zahlt nicht und antwortet auch nicht", "de"),
        ("El cliente no paga y no contesta a los mensajes", "es"),
        ("Kunden betalar inte och svarar inte på mina brev", "sv"),
        ("Мой клиент не платит и не отвечает на письма", "ru"),
        ("Мій клієнт не платить і мовчить", "uk"),
        ("კლიენტი არ იხდის ფულს", "ka"),
        ("ग्राहक भुगतान नहीं करता", "hi"),
        ("12 — 34", "und"),
    ],
)
def test_language_is_guessed(text: str, code: str) -> None:
    found, confidence = guess_language(text)
    assert found == code
    assert 0.0 <= confidence <= 1.0
    assert confidence > 0.3 or code == "und"
