"""What is learned from the knowledge base, and the structure that asks for it."""

from __future__ import annotations

import pytest
from tests.normalise.test_mechanisms import of

from playbook.normalise.learned import archetype_scores, facet_scores, features, stems
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.results import Result
from playbook.normalise.rows import told_by_run_ins
from playbook.normalise.telling import told_of
from playbook.normalise.words import texts_of

SILENT = "He reads my messages and never answers; no reply for weeks, I hear nothing at all."
UNPAID = "The invoice is overdue, the payment is late again, and the money never comes."
PLAIN = "It rained for the whole of April and the bus was late."


def run(text: str) -> Result:
    return normalise(decode_article(text.encode(), name="x.txt", path="x.txt"), source_id="x")


def test_stems_leave_out_stop_words_and_numbers() -> None:
    assert stems(texts_of("The invoices of 2023"), "en") == ["invoi"]


def test_a_sentence_is_known_by_its_words_its_ends_and_its_length() -> None:
    found = features(("send", "reminders"), ".")
    assert {"send", "remin-", "-ers", "send remi", "^send", "remind$", "=0", "=."} <= set(found)


@pytest.mark.parametrize(("text", "id"), [(SILENT, "unresponsive"), (UNPAID, "non-paying")])
def test_words_of_an_archetype_speak_for_it(text: str, id: str) -> None:
    scores = archetype_scores([texts_of(text)], "en")
    assert max(scores, key=lambda name: scores[name]) == id


def test_saying_it_ten_times_counts_twice() -> None:
    once, ten = (archetype_scores([texts_of("overdue " * n)], "en") for n in (2, 10))
    assert once == ten


def test_a_language_without_data_says_nothing() -> None:
    assert archetype_scores([texts_of("faktura")], "cs") == {}
    assert facet_scores(texts_of("faktura"), ".", "cs") == {}


def test_imperatives_are_worded_like_steps() -> None:
    scores = facet_scores(texts_of("Send one short message and ask for a date."), ".", "en")
    assert max(scores, key=lambda name: scores[name]) == "strategy"


def test_paragraphs_change_their_subject_only_for_good_reason() -> None:
    parts = of(f"{PLAIN}\n\n{SILENT}\n\n{PLAIN}\n\n{UNPAID}").blocks
    assert told_of(parts) == ["", "unresponsive", "unresponsive", "non-paying"]


def test_a_story_is_cut_where_its_client_changes() -> None:
    result = run(
        f"Two clients of mine\n\n{PLAIN}\n\n{SILENT}\n\nThe other client pays late.\n\n{UNPAID}"
    )
    named = {line.n: line.archetype for line in result.lines}
    assert (named[3], named[5], named[9]) == (None, "unresponsive", "non-paying")


def test_sub_headings_that_come_again_make_a_row_of_types() -> None:
    def section(name: str, sign: str) -> str:
        steps = "### What to do\n\nStay calm and write it down.\n\n"
        return f"## {name}\n\n### Signs\n\n{sign}\n\n{steps}"

    text = section("The fog bank", SILENT) + section("The sieve", UNPAID)
    result = run(f"# Difficult clients we had\n\nSome clients are hard to work with.\n\n{text}")
    assert [a.id for a in result.archetypes] == ["unresponsive", "non-paying"]


def test_a_text_that_never_says_client_has_no_archetype() -> None:
    result = run(f"Two neighbours\n\n{SILENT}\n\n{PLAIN}\n\n{UNPAID}")
    assert result.archetypes == ()
    assert {line.archetype for line in result.lines} == {None}


@pytest.mark.parametrize(
    ("end", "facet"),
    [("Ask him what he means.", "strategy"), ("If he still does not pay, stop for good.", "exit")],
)
def test_what_goes_on_after_advice_is_leaving(end: str, facet: str) -> None:
    head = "# Difficult clients\n\n## The client who does not pay\n\n"
    assert run(f"{head}{UNPAID}\n\nSend a reminder.\n\n{end}").lines[-1].facet == facet


@pytest.mark.parametrize(("names", "are_types"), [(2, False), (3, True)])
def test_names_in_bold_that_open_paragraphs_make_a_row(names: int, are_types: bool) -> None:
    shout = "He shouts and swears at the staff, threatens them, and bangs the table."
    told = (("Submarine", SILENT), ("Sieve", UNPAID), ("Kettle", shout))[:names]
    text = "\n\n".join(f"**The {name}.** {sign}" for name, sign in told)
    parts = of(f"Clients of mine\n\nSome clients are odd.\n\n{text}").blocks
    expected = ["", "", "unresponsive", "non-paying", "aggressive"] if are_types else []
    assert told_by_run_ins(parts) == expected
