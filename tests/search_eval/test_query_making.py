"""Benchmark queries: typos are one slip, spellings are readable, forms come from elsewhere."""

import random

import pytest
from bench.search import inflect, romanise, typo
from bench.search.corpus import Document
from bench.search.queries import make_queries
from bench.search.words import vocabulary, words
from hypothesis import given
from hypothesis import strategies as st

LETTERS = list("abcdefghijklmnopqrstuvwxyz")


def edits(a: str, b: str) -> int:
    """Damerau-Levenshtein distance, by its recurrence."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = a[i - 1] != b[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@given(st.text("abcdefgh", min_size=4, max_size=12), st.integers(0, 10_000))
def test_a_typo_is_one_edit_in_one_word(word: str, seed: int) -> None:
    pair = (word, "invoice")
    slipped = typo.with_typo(pair, LETTERS, frozenset(pair), random.Random(seed))
    assert sum(edits(old, new) for old, new in zip(pair, slipped, strict=True)) == 1


def test_words_keep_vowel_signs_and_drop_numbers() -> None:
    assert words("मुश्किल ग्राहक, 2026 a4 Client’s") == ["मुश्किल", "ग्राहक", "client", "s"]


@pytest.mark.parametrize(
    ("style", "latin"),
    [("national", "k'lient'i"), ("chat-q", "klienti"), ("chat-kh", "klienti")],
)
def test_georgian_styles(style: str, latin: str) -> None:
    table = romanise.Georgian().styles[style]
    assert "".join(table[letter] for letter in "კლიენტი") == latin


def test_hindi_spellings_leave_out_unspoken_vowels() -> None:
    speller = romanise.Hindi()
    spelled = {speller.spell(["भुगतान"], random.Random(seed))[0] for seed in range(60)}
    assert "bhugtan" in spelled
    assert all(word.startswith("bhugt") for word in spelled)


@pytest.mark.parametrize(
    ("source", "word", "form"),
    [
        (inflect.English, "invoice", "invoices"),
        (inflect.Finnish, "asiakas", "asiakkaan"),
        (inflect.Georgian, "კლიენტი", "კლიენტებს"),
    ],
)
def test_forms_of_a_word(source: type[inflect.Inflector], word: str, form: str) -> None:
    try:
        forms = source().forms(word)
    except inflect.SourceMissing as missing:
        pytest.skip(str(missing))
    assert form in forms
    assert word not in forms


def test_known_item_pairs_name_one_document() -> None:
    texts = [f"alpha{n} common shared{n // 2} gamma{n} delta" for n in range(40)]
    named = [text.translate(str.maketrans("0123456789", "qwertzuiop")) for text in texts]
    documents = [
        Document(f"doc{n:03d}", lang, text, (text,))
        for n, text in enumerate(named)
        for lang in ("en", "fi", "hi", "ka")
    ]
    made = make_queries(documents, 10)
    seen = vocabulary(document for document in documents if document.lang == "en")
    exact = [query for query in made.queries if query.kind == "exact"]
    assert len(exact) == 40
    for query in exact:
        assert seen.holders(query.text.split()) == [query.group]
    assert made == make_queries(documents, 10)
