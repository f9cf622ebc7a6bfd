"""Known-item queries: two words that one document alone holds, and what people make of them."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.search import inflect, romanise, typo
from bench.search.corpus import FILES, Document
from bench.search.words import Vocabulary, vocabulary

SEED = 20260101
SHORTEST = 5
COMMONEST = 4  # a word that says what a text is about stands in four documents at most
TRIED = 12  # words of a document whose paradigms are asked for
CLASSES = ("exact", "inflected", "typo", "romanised", "cross")
Pair = tuple[str, ...]


@dataclass(frozen=True)
class Query:
    """A query of a class, typed by a reader of `reader`, who looks for the document `group`."""

    kind: str
    written: str
    reader: str
    text: str
    group: str


@dataclass(frozen=True)
class QuerySet:
    """All queries of a run, and the classes that could not be made, with the reason."""

    queries: tuple[Query, ...]
    left_out: tuple[str, ...]


def seeded(*names: str) -> random.Random:
    """A source of chance of its own for each class, so that none depends on the others' order."""
    return random.Random(zlib.crc32("/".join(names).encode(), SEED))


def inflectors(seen: dict[str, Vocabulary]) -> dict[str, Callable[[], inflect.Inflector]]:
    return {
        "en": inflect.English,
        "fi": inflect.Finnish,
        "hi": lambda: inflect.Hindi(seen["hi"].frequency),
        "ka": inflect.Georgian,
    }


ROMANISERS: dict[str, Callable[[], romanise.Georgian | romanise.Hindi]] = {
    "hi": romanise.Hindi,
    "ka": romanise.Georgian,
}


def content_words(group: str, language: Vocabulary) -> list[str]:
    """Words rare enough to be what a text is about; names stay in only where nothing tells them."""
    found = language.of_document[group]
    return sorted(
        word
        for word in found
        if len(word) >= SHORTEST
        and language.frequency[word] <= COMMONEST
        and word not in language.capitalised
    )


def pick_pair(
    candidates: Sequence[str], language: Vocabulary, source: random.Random
) -> Pair | None:
    """Two words that only one document holds together, neither of them alone if that can be."""
    pool = [word for word in candidates if language.frequency[word] > 1]
    for words in (pool, candidates):
        for _ in range(60):
            if len(words) < 2:
                break
            pair = tuple(source.sample(list(words), 2))
            if len(language.holders(pair)) == 1:
                return pair
    return None


def inflected_pair(
    group: str,
    candidates: Sequence[str],
    language: Vocabulary,
    forms: inflect.Inflector,
    source: random.Random,
) -> Pair | None:
    """A pair of the document's words, each in a form that the document does not hold.

    No other document holds any form of the one together with any form of the other.
    """
    here = language.of_document[group]
    paradigms = {
        word: forms.forms(word)
        for word in source.sample(list(candidates), min(TRIED, len(candidates)))
    }
    usable = [word for word, found in paradigms.items() if set(found) - here]
    for _ in range(TRIED):
        pair = pick_pair(usable, language, source)
        if pair and len(holders_of_any(language, [[w, *paradigms[w]] for w in pair])) == 1:
            return tuple(source.choice(sorted(set(paradigms[word]) - here)) for word in pair)
    return None


def holders_of_any(language: Vocabulary, paradigms: Sequence[Sequence[str]]) -> list[str]:
    """Groups of the documents that hold at least one form of every paradigm."""
    wanted = [frozenset(forms) for forms in paradigms]
    return [
        group
        for group, found in language.of_document.items()
        if all(found & forms for forms in wanted)
    ]


def make_queries(documents: Sequence[Document], a_class: int) -> QuerySet:
    """`a_class` queries for each class and language; cross-language ones for each pair."""
    languages = {
        lang: vocabulary(document for document in documents if document.lang == lang)
        for lang in FILES
    }
    groups = sorted({document.group for document in documents})
    queries: list[Query] = []
    left_out: list[str] = []
    exact: dict[str, list[tuple[str, Pair]]] = {}
    for lang, language in languages.items():
        source = seeded("exact", lang)
        pairs = [
            (group, pair)
            for group in source.sample(groups, len(groups))
            if (pair := pick_pair(content_words(group, language), language, source))
        ]
        exact[lang] = pairs[:a_class]
        queries += [Query("exact", lang, lang, " ".join(p), g) for g, p in exact[lang]]
        queries += typos(lang, language, exact[lang])
    for lang, build in inflectors(languages).items():
        try:
            forms = build()
        except inflect.SourceMissing as missing:
            left_out.append(f"inflected {lang}: needs {missing}")
            continue
        queries += inflections(lang, languages[lang], groups, forms, a_class)
    for lang, spelling in ROMANISERS.items():
        speller, source = spelling(), seeded("romanised", lang)
        queries += [
            Query("romanised", lang, lang, " ".join(speller.spell(pair, source)), group)
            for group, pair in exact[lang]
        ]
    queries += [
        Query("cross", lang, reader, " ".join(pair), group)
        for lang in FILES
        for reader in FILES
        if reader != lang
        for group, pair in exact[lang]
    ]
    return QuerySet(tuple(queries), tuple(left_out))


def typos(lang: str, language: Vocabulary, pairs: Sequence[tuple[str, Pair]]) -> list[Query]:
    source = seeded("typo", lang)
    known = frozenset(language.frequency)
    letters = typo.letters_of(known)
    return [
        Query("typo", lang, lang, " ".join(typo.with_typo(pair, letters, known, source)), group)
        for group, pair in pairs
    ]


def inflections(
    lang: str,
    language: Vocabulary,
    groups: Sequence[str],
    forms: inflect.Inflector,
    a_class: int,
) -> list[Query]:
    source = seeded("inflected", lang)
    made: list[Query] = []
    for group in source.sample(list(groups), len(groups)):
        if len(made) == a_class:
            break
        pair = inflected_pair(group, content_words(group, language), language, forms, source)
        if pair:
            made.append(Query("inflected", lang, lang, " ".join(pair), group))
    return made
