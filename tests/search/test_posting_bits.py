"""What is written in arrays is what the plain readers read, one number at a time."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from playbook.search.analysis import ALIAS, BLOCKS, FIELDS, PAGES
from playbook.search.bits import BitBuffer, Fields, even_fields, gamma_fields
from playbook.search.coding import ALIGNED, Reader, gamma, to_text
from playbook.search.cutting import Words
from playbook.search.posting_bits import PostingBits
from playbook.search.postings import LONG, Pages, Place, PostingCodes

NUMBERS = st.integers(min_value=0, max_value=10**6)
BITS = st.text(alphabet="01", max_size=63)


def written(texts: list[Fields]) -> list[str]:
    """Each of these as a text of its own in one buffer."""
    sizes = [int(fields.lengths.sum()) for fields in texts]
    aligned = [-(-size // ALIGNED) * ALIGNED for size in sizes]
    buffer = BitBuffer(sum(aligned))
    for i, fields in enumerate(texts):
        buffer.put(sum(aligned[:i]) + np.cumsum(fields.lengths) - fields.lengths, fields)
    return buffer.texts([sum(aligned[:i]) for i in range(len(texts))], sizes)


@given(st.lists(st.lists(BITS)))
def test_fields_are_written_as_a_string_of_bits_is(texts: list[list[str]]) -> None:
    fields = [
        Fields(
            np.array([int(bits or "0", 2) for bits in text], np.int64),
            np.array([len(bits) for bits in text], np.int64),
        )
        for text in texts
    ]
    assert written(fields) == [to_text("".join(text)) for text in texts]


@given(st.lists(st.tuples(st.integers(1, 200), st.integers(1, 9)), min_size=1))
def test_runs_of_ones_are_written_whatever_their_length(runs: list[tuple[int, int]]) -> None:
    ones = np.array([run[0] for run in runs])
    sizes = np.array([sum(run) for run in runs])
    buffer = BitBuffer(int(sizes.sum()))
    buffer.put_ones(np.cumsum(sizes) - sizes, ones)
    bits = "".join("1" * some + "0" * none for some, none in runs)
    assert buffer.texts([0], [len(bits)]) == [to_text(bits)]


@given(st.lists(NUMBERS, min_size=1), st.integers(min_value=1, max_value=3000))
def test_numbers_come_back(numbers: list[int], size: int) -> None:
    given = np.array(numbers)
    gammas = Reader(written([gamma_fields(given)])[0])
    evens = Reader(written([even_fields(given % size, np.full(len(numbers), size))])[0])
    for n in numbers:
        assert gammas.gamma() == n
        assert evens.even(size) == n % size
    assert written([gamma_fields(given)]) == [to_text("".join(map(gamma, numbers)))]


# Per page: blocks of titles, blocks of text, and the places of each form.
Given = list[tuple[tuple[int, int], dict[str, list[tuple[int, int]]]]]
GIVEN = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 90)).flatmap(
        lambda size: st.tuples(
            st.just(size),
            st.dictionaries(
                st.sampled_from(["a", "b", "the"]),
                st.lists(
                    st.one_of(
                        st.tuples(st.integers(0, ALIAS), st.integers(0, size[0] - 1)),
                        st.tuples(
                            st.integers(ALIAS + 1, FIELDS - 1),
                            st.integers(size[0] + 1, size[0] + size[1]),
                        ),
                    ),
                    min_size=1,
                    max_size=40,
                ),
            ),
        )
    ),
    min_size=1,
    max_size=12,
)
ONCE, TWICE = [(ALIAS + 1, 2)], [(0, 0), (ALIAS + 2, 3), (ALIAS + 2, 3)]
CROWDED: Given = [((1, 9), {"a": TWICE if page % 5 else ONCE}) for page in range(2 * LONG)]
FAR_OFF: Given = [
    ((1, 9), {"a": ONCE} if page < LONG or page == 999 else {}) for page in range(1000)
]
OFTEN: Given = [((1, 2), {"a": [(at, 2) for at in range(ALIAS + 1, FIELDS)] * 9**3})]


@given(GIVEN)
@example([])
@example(CROWDED)
@example(FAR_OFF)
@example(OFTEN)
def test_postings_come_back(pages: Given) -> None:
    wanted: dict[str, list[Place]] = {}
    places: dict[str, list[int]] = {}
    for number, (_, found) in enumerate(pages):
        for form, stands in found.items():
            base = number * PAGES
            places.setdefault(form, []).extend(base + at * BLOCKS + b for at, b in stands)
            for at in sorted({at for at, _ in stands}):
                of_field = sorted(b for field, b in stands if field == at)
                blocks = () if form == "the" else tuple(of_field)
                wanted.setdefault(form, []).append(Place(number * 3, at, len(of_field), blocks))
    forms = sorted(wanted)
    words = Words(
        forms,
        np.cumsum([0, *(len(places[form]) for form in forms)]),
        np.array([place for form in forms for place in sorted(places[form])], np.int64),
        [1] * len(pages),
        [(titles + 1, titles + 1 + blocks) for (titles, blocks), _ in pages],
    )
    postings = PostingBits(words, frozenset({"the"}))
    codes = PostingCodes.read(json.loads(json.dumps(postings.codes.data())))
    known = Pages(
        [3 * n for n in range(len(pages))],
        [starts[0] for starts in words.starts],
        [starts[-1] for starts in words.starts],
    )
    backwards = list(range(len(forms)))[::-1]
    shards = [backwards[:2], backwards[2:]]
    for shard, text in zip(shards, postings.texts(shards), strict=True):
        reader = Reader(text)
        for i in shard:
            start = reader.at
            read = codes.places(reader, postings.pages[i], forms[i] != "the", known)
            assert list(read) == wanted[forms[i]]
            assert reader.at - start == postings.sizes[i]
