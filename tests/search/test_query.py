"""What people type, and the page they mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from playbook.search.misspelt import FIRST_ROUND, MOST, is_slip, rounds
from playbook.search.query import Result
from playbook.search.readings import Reading, Word
from playbook.search.resolve import _elsewhere, resolve
from playbook.search.score import SURE_TYPO, rank
from playbook.search.stored import WRITTEN, Lexicon, StoredIndex

Ask = Callable[..., list[Result]]

PAYING, SILENT = "playbooks/non-paying", "playbooks/unresponsive"


@pytest.mark.parametrize(
    ("query", "lang", "group"),
    [
        # as written
        ("unpaid invoice", "en", PAYING),
        ("Asiakas ei vastaa", "fi", SILENT),
        ("ग्राहक जवाब नहीं देता", "hi", SILENT),
        ("კლიენტი არ იხდის", "ka", PAYING),
        # inflected
        ("invoicing payments", "en", PAYING),
        ("laskujen maksua", "fi", PAYING),
        ("kysymyksiin vastaukset", "fi", SILENT),
        ("भुगतानों ग्राहकों", "hi", PAYING),
        ("ანგარიშებისთვის", "ka", PAYING),
        ("კითხვებისგან პასუხების", "ka", SILENT),
        # capitals, nukta, joiners
        ("ᲙᲚᲘᲔᲜᲢᲘ ᲐᲠ ᲘᲮᲓᲘᲡ", "ka", PAYING),
        ("हफ़्तों बकाया", "hi", PAYING),
        # without marks
        ("asiakkaan maarays", "fi", SILENT),
        # misspelt
        ("unpiad invoice", "en", PAYING),
        ("kysymkyset", "fi", SILENT),
        ("კითხევბზე პასუხი", "ka", SILENT),
        ("बकया बिल", "hi", PAYING),
        # in Latin letters, national system and chat
        ("gadaukhdeli angarishi", "ka", PAYING),
        ("gadauxdeli angariSi", "ka", PAYING),
        ("p'asukhi k'itkhvebze", "ka", SILENT),
        ("gpirdebian puls", "ka", PAYING),
        ("bhugtan nahi", "hi", PAYING),
        ("jawab nahi deta grahak", "hi", SILENT),
        # mixed
        ("payment nahi kar raha client", "hi", PAYING),
        # another language than the reader's
        ("unanswered questions", "ka", SILENT),
        ("laskut maksamatta", "hi", PAYING),
        ("გადაუხდელი ანგარიში", "fi", PAYING),
        ("भुगतान", "en", PAYING),
        ("gadaukhdeli", "en", PAYING),
    ],
)
def test_finds_the_page_meant(ask: Ask, query: str, lang: str, group: str) -> None:
    results = ask(query, lang)
    assert results, "nothing found"
    assert results[0].group == group
    assert results[0].lang == lang


def test_a_page_without_a_translation_is_found_and_labelled(ask: Ask) -> None:
    (result,) = ask("scope creep", "ka")
    assert (result.group, result.lang, result.id) == (
        "playbooks/only-english", "en", "en/only-english",
    )  # fmt: skip


def test_a_result_names_its_section_and_ends_in_its_anchor(ask: Ask) -> None:
    result = ask("promise money friday", "en")[0]
    assert (result.section, result.facet) == ("signs", "sign")
    assert result.url == "en/playbooks/non-paying.html#signs"


def test_a_title_that_says_it_all_is_the_page_as_a_whole(ask: Ask) -> None:
    result = ask("unresponsive client", "en")[0]
    assert (result.section, result.url) == (None, "en/playbooks/unresponsive.html")


def test_a_facet_leaves_other_sections_out(ask: Ask) -> None:
    results = ask("payment work", "en", facet="strategy")
    assert [r.section for r in results] == ["strategy"]
    assert ask("friday", "en", facet="strategy") == []


def test_the_last_word_may_be_unfinished(ask: Ask) -> None:
    assert ask("unresp", "en", prefix=True)[0].group == SILENT
    assert ask("გადაუ", "ka", prefix=True)[0].group == PAYING


def test_marks_in_the_snippet_are_the_words_of_the_query_however_inflected(ask: Ask) -> None:
    found = ask("laskuja viikko", "fi")[0].snippet
    assert [found.text[a:b] for a, b in found.ranges] == ["Laskut", "viikoiksi"]


def test_ties_break_by_group(ask: Ask) -> None:
    groups = [r.group for r in ask("client", "en")]
    assert set(groups) == {PAYING, SILENT}
    assert ask("client", "en") == ask("client", "en")


@pytest.mark.parametrize("query", ["", "   ", "—…!", "'", "\u200d", "zzzzqqqq", "🙂", "a" * 5000])
def test_nothing_to_find_is_no_error(ask: Ask, query: str) -> None:
    assert ask(query, "en") == []


def test_a_reader_of_an_unknown_language_is_answered(ask: Ask) -> None:
    assert ask("unpaid invoice", "sv")[0].lang == "en"


def test_a_slip_beside_a_known_word_is_not_romanised(folder: Path) -> None:
    def languages(query: str) -> set[str]:
        last = resolve(StoredIndex(folder), query, "en")[-1]
        return {reading.lang for reading in last.readings}

    assert "hi" not in languages("unpaid bil")
    assert "hi" in languages("bil")
    assert "hi" in languages("bakaya bil")


def test_the_reward_for_exactness_is_less_for_a_doubted_misspelling(folder: Path) -> None:
    word = resolve(StoredIndex(folder), "stopped", "en")[0]
    key = word.readings[0].key

    def score(quality: int) -> int:
        typo = Reading("en", key, quality, "typo", key.forms)
        norms = StoredIndex(folder).lexicon("en")
        hits = rank([Word("stopt", "stopt", readings=[typo])],
                    lambda _: (norms.norms, norms.pages), lambda _, k: k.places())  # fmt: skip
        return hits[0].score

    assert score(SURE_TYPO) > 2 * score(SURE_TYPO - 1)


class _ShardALetter:
    """A lexicon of a shard for each first letter, in which `c` stands behind `a` and `s`."""

    romanised = False
    letters = "abcdefghijklmnopqrstuvwxyz"

    def chance(self, before: str, letter: str) -> int:
        return 64 if before in "as" and letter == "c" else 1

    def route_of(self, spelled: str, view: int) -> str:
        return spelled[:3]

    def shard_number(self, name: str) -> int:
        return self.letters.find(name[:1])


def test_a_misspelling_is_looked_for_in_few_shards_the_likeliest_first() -> None:
    lexicon = cast(Lexicon, _ShardALetter())
    first, second = rounds(lexicon, "cting", WRITTEN, MOST)
    assert first[0] == 2
    assert set(first[1:4]) == {lexicon.letters.find(letter) for letter in "ast"}
    assert len(first) == 1 + FIRST_ROUND
    assert len(first) + len(second) == 1 + MOST
    assert rounds(lexicon, "cting", WRITTEN, FIRST_ROUND) == [first]
    assert rounds(lexicon, "cting", WRITTEN, 0) == [[2]]


def test_a_slip_keeps_another_language_out(folder: Path) -> None:
    index = StoredIndex(folder)
    assert is_slip(index.lexicon("en"), "quesions")
    assert not is_slip(index.lexicon("en"), "laskut")
    slip = resolve(index, "answer quesions", "en")[1]
    assert {r.lang for r in slip.readings} == {"en"}


def test_most_words_known_keep_other_languages_out(folder: Path) -> None:
    index = StoredIndex(folder)
    words = resolve(index, "questions get no answer laskut", "en")
    assert {r.lang for word in words[:4] for r in word.readings} == {"en"}
    assert {r.lang for r in words[4].readings} == {"fi"}


def test_words_that_rules_explain_are_looked_for_in_other_languages_too() -> None:
    """Endings of one Latin language fit words of another; nothing is left that sounds native."""
    home = SimpleNamespace(code="hi", romanised=True)
    index = SimpleNamespace(languages=["en", "fi", "hi"], lexicon=lambda _: home)
    words = [Word("maksuista", "maksuista")]
    here = SimpleNamespace(code="en")
    found = _elsewhere(cast(StoredIndex, index), cast(Lexicon, here), words, [], 0, "hi")
    assert found == words
