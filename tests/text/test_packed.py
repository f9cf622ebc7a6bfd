"""A packed dictionary answers as the dictionary it was packed from."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.text import packed
from playbook.text.packed import MAGIC, Packed

WORDS = st.text(alphabet="abკä", min_size=1, max_size=6)
LEMMAS = st.text(alphabet="abკä", max_size=6)


def number(n: int) -> bytes:
    return bytes([n & 0x7F | 0x80]) + number(n >> 7) if n > 0x7F else bytes([n])


def common(one: bytes, other: bytes) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def stream(entries: dict[str, str]) -> bytes:
    """Entries as simplemma packs them."""
    data = MAGIC + b"\0" + number(len(entries))
    before, lemma_before = b"", b""
    for form, lemma in sorted((k.encode(), v.encode()) for k, v in entries.items()):
        shared, kept = common(before, form), common(form, lemma)
        data += bytes([shared]) + number(len(form) - shared) + form[shared:]
        if lemma == lemma_before:
            data += bytes([254])
        elif not kept:
            data += bytes([255]) + number(len(lemma)) + lemma
        else:
            data += bytes([len(form) - kept]) + number(len(lemma) - kept) + lemma[kept:]
        before, lemma_before = form, lemma
    return data


@given(st.dictionaries(WORDS, LEMMAS), WORDS, st.integers(3, 200))
def test_every_entry_is_found_and_no_other_word(
    entries: dict[str, str], word: str, piece: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "_PIECE", piece)
        read = Packed(stream(entries))
    assert dict(read) == entries
    assert len(read) == len(entries)
    assert (word in read) == (word in entries)
    assert read.get(word, "-") == entries.get(word, "-")


def test_a_word_that_is_missing_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Packed(stream({"talon": "talo"}))["talo"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PICKLE", id="another format"),
        pytest.param(MAGIC + b"\1\0", id="letters from the end"),
        pytest.param(stream({"a" * 150: "a" * 140}), id="a form of more than 127 bytes"),
        pytest.param(stream({"talo": "talo", "talon": "talo"})[:-3], id="cut off"),
        pytest.param(stream({"talo": "talo"}) + b"\0\1x\0\0", id="a record too many"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"kind|byte|records"):
        Packed(data)
