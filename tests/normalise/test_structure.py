"""Printed leaflets, threads, and headings that markup does not tell."""

from __future__ import annotations

import pytest
from tests.normalise.test_mechanisms import TEXT, cleaned, of, reasons

from playbook.normalise.clean import contents, threads

PLAIN = "I have worked with my hands for thirty years, and mostly it was a joy to do so."


def heads(text: str) -> list[str]:
    found = cleaned(text)
    return [found.document.blocks[i].text for i in sorted(found.headings)]


def post(name: str, hour: int) -> str:
    return f"{name}\nSenior Member\nby {name} » Tue Mar 13, 2018 {hour}:20 am\n{TEXT}\n"


@pytest.mark.parametrize(("posts", "is_thread"), [(2, False), (4, True)])
def test_three_bylines_with_an_hour_make_a_thread(posts: int, is_thread: bool) -> None:
    text = "Client from hell, what now?\n" + "".join(post(f"user{n}x", n + 1) for n in range(posts))
    found = threads.claims(of(text), {})
    assert bool(found) is is_thread
    assert not any(of(text).blocks[i].text == TEXT for i in found)


def test_bylines_below_the_article_are_those_of_comments() -> None:
    text = (
        f"Hard clients\n\n{TEXT}\n\n{TEXT}"
        + f" {TEXT}" * 9
        + "\n\n"
        + "".join(post(f"u{n}", n + 1) for n in range(4))
    )
    assert threads.claims(of(text), {}) == {}


@pytest.mark.parametrize(("entries", "is_table"), [(1, False), (2, True)])
def test_points_before_a_page_number_make_a_table_of_contents(entries: int, is_table: bool) -> None:
    rows = "\n".join(f"The late payer {n} ........... {n}" for n in range(1, entries + 1))
    assert bool(contents.claims(of(f"Hard clients\n\n{rows}\n\n{TEXT}"), {})) is is_table


def test_a_bare_number_counts_chapters_only_where_they_have_sections() -> None:
    def numbers(sub: str) -> list[str]:
        text = (
            f"Hard clients\n\n2 The ghost\n\n{sub} Signs\n\n{TEXT}\n\n{sub[:-1]}2 Steps\n\n{TEXT}"
        )
        return [s.block.number for s in of(text).blocks if s.text.endswith("ghost")]

    assert numbers("2.1") == ["2"]
    assert numbers("Part 1") == [""]


def test_a_series_of_counted_lines_are_headings() -> None:
    faces = "".join(
        f"Face {n}. The {w} client\nSigns\n{TEXT}\n" for n, w in ((1, "loud"), (2, "mute"))
    )
    assert [h for h in heads(f"Hard clients and their faces\n{faces}") if h.startswith("Face")] == [
        "Face 1. The loud client",
        "Face 2. The mute client",
    ]


@pytest.mark.parametrize(("pictures", "are_headings"), [(1, False), (2, True)])
def test_pictures_of_clients_over_text_are_headings(pictures: int, are_headings: bool) -> None:
    shown = "".join(f"![The {w} client](x.jpg)\n\n{TEXT}\n\n" for w in ("grey", "blue")[:pictures])
    assert ("The grey client" in heads(f"# Hard clients\n\n{shown}")) is are_headings


def test_what_is_a_heading_once_is_one_again() -> None:
    first = f"## A\n\n### My way\n\n{TEXT}\n\n"
    text = f"# Hard clients\n\n{first}## B\n\nMy way\n\n1. Wait a day.\n2. Call."
    assert heads(text).count("My way") == 2


def test_a_line_that_ends_a_sentence_is_no_heading_over_a_rule() -> None:
    assert "This is the end." not in heads(
        f"# Hard clients\n\n{TEXT}\n\nThis is the end.\n---\n\n{TEXT}"
    )


def test_a_page_foot_stays_out_of_the_paragraph() -> None:
    line = "The caller is angry about a bill that makes no sense to anybody at all and\n"
    foot = "Customer care handbook                                            {}\n"
    text = "Hard customers\n\n" + "".join(line * 3 + foot.format(n) for n in (3, 4, 5))
    removed = reasons(text)
    assert [removed.get(n) for n in (6, 10, 14)] == ["running-head"] * 3


def test_a_button_and_its_counter_run_together() -> None:
    assert reasons(f"Hard clients\n\nPinterest9\n\n{TEXT}")[3] == "share-buttons"


@pytest.mark.parametrize(("sub", "are_names"), [("How it looks", True), ("In the van", False)])
def test_lines_over_the_same_sub_heading_are_names(sub: str, are_names: bool) -> None:
    late = "The gentle client pays late, and every month he has a new story to tell me."
    first = f"The lamp\nHow it looks\n{TEXT}\n"
    found = heads(f"Hard clients of mine\n\n{PLAIN}\n{first}The sieve\n{sub}\n{late}\n")
    assert ("The lamp" in found, "The sieve" in found) == (are_names, are_names)
