"""Searching: from a query to results, whichever store the postings come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playbook.search.documents import FACETS
from playbook.search.readings import Word
from playbook.search.resolve import resolve
from playbook.search.score import Hit, PlacesOf, rank
from playbook.search.sections import sections
from playbook.search.snippet import Snippet, snippet
from playbook.search.stored import StoredIndex

LIMIT = 10
MORE_SECTIONS = 3
MOST_WORDS = 3


@dataclass(frozen=True)
class SectionHit:
    """A further section of a result that holds words of the query."""

    section: str | None
    heading: str
    facet: str | None
    url: str
    score: int
    snippet: Snippet

    def data(self) -> dict[str, Any]:
        return {**vars(self), "snippet": self.snippet.data()}


@dataclass(frozen=True)
class Result:
    """A page in the reader's language, or in the one it was found in where it lacks that."""

    id: str
    group: str
    url: str
    title: str
    section: str | None
    heading: str
    facet: str | None
    lang: str
    through: str  # the language it was found in
    words: tuple[str, ...]  # what was found, as it stands there
    score: int
    snippet: Snippet
    hits: tuple[SectionHit, ...]

    def data(self) -> dict[str, Any]:
        """As the browser's `query` gives it."""
        return {
            **vars(self),
            "words": list(self.words),
            "snippet": self.snippet.data(),
            "hits": [hit.data() for hit in self.hits],
        }


def search(
    index: StoredIndex,
    query: str,
    lang: str | None = None,
    *,
    limit: int = LIMIT,
    facet: str | None = None,
    prefix: bool = False,
    places_of: PlacesOf | None = None,
) -> list[Result]:
    """Results for a reader of `lang`; postings from `places_of`, else from the shards."""
    reader = lang or (index.languages[0] if index.languages else "")
    words = resolve(index, query, reader, prefix)
    hits = rank(
        words,
        lambda code: (index.lexicon(code).norms, index.lexicon(code).pages),
        places_of or (lambda _, key: key.places()),
        facet,
    )
    return [_result(index, hit, words, reader, facet) for hit in hits[:limit]]


def _result(
    index: StoredIndex, hit: Hit, words: list[Word], reader: str, facet: str | None
) -> Result:
    """Dress a hit: the page shown, its best sections, what they say."""
    through = _language_of(hit, words, index)
    found_in = index.page(through, hit.group)
    assert found_in is not None
    _strange_words_aside(hit, through)
    ranked = sections(
        hit,
        [section[3] for section in found_in[5:]],
        [FACETS[section[2]] for section in found_in[5:]],
        facet,
    )
    lang = reader if reader in index.languages and index.page(reader, hit.group) else through
    page = index.page(lang, hit.group) or found_in
    number_of = {section[0]: i for i, section in enumerate(page[5:])}
    forms = {
        form
        for entry in hit.found.values()
        if entry.reading.lang == lang
        for form in entry.reading.key.forms
    }
    shown = []
    for worth, found_number in ranked[: MORE_SECTIONS + 1]:
        number = -1
        if found_number >= 0:
            number = number_of.get(found_in[5 + found_number][0], -1)
        shown.append(_section(page, number, worth, forms))
    best, *others = shown or [_section(page, -1, 0, forms)]
    return Result(
        id=page[1],
        group=page[2],
        url=best.url,
        title=page[4],
        section=best.section,
        heading=best.heading,
        facet=best.facet,
        lang=lang,
        through=through,
        words=tuple(dict.fromkeys(entry.form for entry in hit.found.values()))[:MOST_WORDS],
        score=hit.score,
        snippet=best.snippet,
        hits=tuple(others),
    )


def _language_of(hit: Hit, words: list[Word], index: StoredIndex) -> str:
    """The language that brought most of the hit's score; of equals the first of the index."""
    value: dict[str, int] = {}
    for entry in hit.found.values():
        value[entry.reading.lang] = value.get(entry.reading.lang, 0) + entry.value
    return max(index.languages, key=lambda c: (value.get(c, 0), -index.languages.index(c)))


def _strange_words_aside(hit: Hit, through: str) -> None:
    """Block numbers count in one language's page: leave out what another language found."""
    for i in [i for i, entry in hit.found.items() if entry.reading.lang != through]:
        del hit.found[i]


def _section(page: list[Any], number: int, worth: int, forms: set[str]) -> SectionHit:
    if number < 0:
        text = next((section[4] for section in page[5:] if section[4]), "")
        return SectionHit(None, "", None, page[3], worth, snippet(text, forms))
    id_, heading, facet, _, text = page[5 + number]
    url = f"{page[3]}#{id_}" if id_ else page[3]
    return SectionHit(id_ or None, heading, FACETS[facet], url, worth, snippet(text, forms))
