"""Words stand in the fields and blocks a plain loop over lines finds them in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playbook.search.analysis import (
    ALIAS,
    BLOCK,
    BLOCKS,
    PAGES,
    TITLE,
    heading_field,
    text_field,
    word_form,
)
from playbook.search.cutting import cut
from playbook.search.documents import FACETS, Document, Section
from playbook.text.tokens import words as words_of

# A lone joiner is a word of which folding leaves nothing.
LINES = st.lists(
    st.lists(st.sampled_from(["pay", "Pays", "client's", "\u200d", "საქმე", "—"]), max_size=60),
    max_size=4,
).map(lambda lines: "\n".join(map(" ".join, lines)))
SECTIONS = st.builds(Section, st.just("id"), LINES, st.sampled_from(FACETS), LINES)
DOCUMENTS = st.builds(
    Document,
    *map(st.just, ("id", "group", "en", "url")),
    LINES,
    st.lists(SECTIONS, max_size=3).map(tuple),
    st.lists(LINES, max_size=2).map(tuple),
)


@given(st.lists(DOCUMENTS, max_size=4))
def test_words_stand_where_a_plain_loop_finds_them(documents: list[Document]) -> None:
    places: dict[str, list[int]] = {}
    lengths: list[int] = []
    starts: list[tuple[int, ...]] = []

    def note(text: str, place: int, block: int) -> int:
        for line in text.split("\n"):
            forms = [word_form(word) for word in words_of(line)]
            lengths[-1] += len(forms)
            for i, form in enumerate(forms):
                places.setdefault(form, []).append(place + block + i // BLOCK)
            block += -(-len(forms) // BLOCK)
        return block

    for page, document in enumerate(documents):
        lengths.append(0)
        base = page * PAGES
        block = note(document.title, base + TITLE * BLOCKS, 0) + 1
        for alias in document.aliases:
            block = note(alias, base + ALIAS * BLOCKS, block) + 1
        starts.append((block,))
        for section in document.sections:
            heading = note(section.heading, base + heading_field(section.facet) * BLOCKS, block)
            text = note(section.text, base + text_field(section.facet) * BLOCKS, block)
            block = max(heading, text) + 1
            starts[-1] += (block,)

    words = cut(documents)
    assert words.forms == sorted(places)
    assert (words.lengths, words.starts) == (lengths, starts)
    for i, form in enumerate(words.forms):
        own = words.places[words.bounds[i] : words.bounds[i + 1]]
        assert own.tolist() == sorted(places[form])


@given(st.lists(DOCUMENTS, max_size=4), st.sets(st.integers(0, 3)))
def test_words_of_some_pages_are_those_of_an_index_of_these(
    documents: list[Document], chosen: set[int]
) -> None:
    wanted = sorted(number for number in chosen if number < len(documents))
    some = cut([documents[number] for number in wanted])
    number_of = {page: i for i, page in enumerate(wanted)}
    assert list(cut(documents).on_pages(number_of)) == list(
        some.on_pages({i: i for i in range(len(wanted))})
    )
