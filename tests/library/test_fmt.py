"""`fmt` writes ids and lays out, never loses a word, and is done after one run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.library import load_library, read_page
from playbook.library.fmt import format_page
from playbook.library.hashes import section_words
from playbook.library.ids import slug
from playbook.model import Kind, Page, PageRef

REF = PageRef("en", Kind.PLAYBOOK, "late")
HEAD = "---\ntitle: T\nsummary: S.\n---\n"


def page(body: str, lang: str = "en") -> Page:
    return read_page(HEAD + body, REF.into(lang), "late.md")


def formatted(body: str, reference: Page | None = None) -> str:
    found = format_page(page(body, "fi" if reference else "en"), reference).text
    assert found.startswith(HEAD)
    return found.removeprefix(HEAD)


def test_items_get_ids_from_their_words() -> None:
    body = "\n## S {#signs}\n\n- They pay late each time.\n- They pay late each time.\n"
    assert formatted(body) == (
        "\n## S {#signs}\n\n- They pay late each time. {#they-late-each-time}\n"
        "- They pay late each time. {#they-late-each-time-2}\n"
    )


def test_an_id_joins_the_block_that_is_there() -> None:
    body = '\n## S {#signs}\n\n- Late {money}. { cite="a-1:2" .x }\n'
    assert '- Late {money}. {#late-money .x cite="a-1:2"}' in formatted(body)


def test_a_proposal_gets_no_id() -> None:
    body = '\n## S {#signs}\n\n- Late. {.proposed cite="a-1:2"}\n'
    assert formatted(body) == body


def test_a_translation_takes_the_ids_of_the_reference() -> None:
    reference = page("\n## S {#signs}\n\n- One. {#one}\n- Two. {#two}\n- Three. {#three}\n")
    body = "\n## S {#signs}\n\n- Yksi.\n- Kaksi. {#two}\n- Kolme.\n"
    assert formatted(body, reference) == (
        "\n## S {#signs}\n\n- Yksi. {#one}\n- Kaksi. {#two}\n- Kolme. {#three}\n"
    )


def test_a_translation_gets_no_id_where_two_would_do() -> None:
    reference = page("\n## S {#signs}\n\n- One. {#one}\n- Two. {#two}\n")
    body = "\n## S {#signs}\n\n- Yksi.\n"
    assert formatted(body, reference) == body


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\nText.   \n\n\n\n## H {#h}\nMore.", "\nText.\n\n## H {#h}\n\nMore.\n"),
        ("\n* a\n* b\n", "\n- a\n- b\n"),
        ("\n1. a\n1. b\n5. c\n", "\n1. a\n2. b\n3. c\n"),
        ("\nA line  \nbroken.\n", "\nA line  \nbroken.\n"),
        ("\n```\n\n\n*  x   \n```\n", "\n```\n\n\n*  x   \n```\n"),
        ("\n- a\n\n* b\n", "\n- a\n\n* b\n"),
    ],
)
def test_layout(before: str, after: str) -> None:
    assert formatted(before) == after


def test_numbers_that_grow_take_their_paragraphs_along() -> None:
    body = "\n" + "".join(f"{min(n, 9)}. step\n\n   more\n\n" for n in range(1, 11))
    assert formatted(body).rstrip().endswith("10. step\n\n    more")


def test_front_matter_that_cannot_be_read_leaves_the_page_alone() -> None:
    source = "---\ntitle: [\n---\n*  x  \n"
    assert format_page(read_page(source, REF, "late.md")).text == source


def test_our_own_pages_are_formatted(project: Path) -> None:
    library = load_library(project / "content")
    wrong = [
        one.path
        for one in library.pages.values()
        if format_page(one, library.pages.get(one.ref.into("en"))).text != one.source
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("**Say what is blocked.** Then wait.", "what-blocked"),
        ("You don’t get paid.", "dont-paid"),
        ("Äiti ei vastaa", "aiti-vastaa"),
        ("კლიენტი არ პასუხობს", ""),
        ("../../x", "x"),
    ],
)
def test_slugs(text: str, id: str) -> None:
    assert slug(text) == id


PIECES = st.sampled_from(
    [
        "## H {#h}", "## Signs {#signs}", "## Strategy {#strategy}", "### M {#m}", "# T",
        "- a word", "* b", "+ c", "- d {#d}", '- e {cite="x-1:2"}', "- f {#", "1. one", "9. nine",
        "10) ten", "   more", "    code", "\tx", "> quote {name}", ">", "```", "~~~", "text  ",
        "text {.x}", "---", "***", "<b>", "| a | b |", "|---|---|", "", "", "word {#id key='v'}",
        "[a]: b", "\\", "- ", "-", "  - nested", "1.", "<!-- x", "-->", "კლიენტი", "  ",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14).map("\n".join))
def test_no_word_is_lost_and_once_is_enough(body: str) -> None:
    before = page(body)
    once = format_page(before).text
    after = read_page(once, REF, "late.md")
    assert section_words(after) == section_words(before)
    assert [i.cites for i in after.items()] == [i.cites for i in before.items()]
    assert format_page(after).text == once


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read_and_formatted(text: str) -> None:
    before = read_page(text, REF, "late.md")
    after = read_page(format_page(before).text, REF, "late.md")
    assert section_words(after) == section_words(before)


@pytest.mark.parametrize("block", ["{#", '{#No Reply cite="editorial"}', '{#a #b! cite="ka-1:1"}'])
def test_an_attribute_block_that_cannot_be_read_is_left_alone(block: str) -> None:
    broken = page(f"## Signs {{#signs}}\n\n- Nothing comes back. {block}\n")
    assert f"- Nothing comes back. {block}\n" in format_page(broken).text
