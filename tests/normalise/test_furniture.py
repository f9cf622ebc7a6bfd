"""What stands beside an article: told by its place, by its layout and by its wording."""

from __future__ import annotations

import math

import pytest
from tests.normalise.test_mechanisms import TEXT, cleaned, of, reasons

from playbook.normalise.clean import repetition, tail, worded
from playbook.normalise.clean.verdicts import Verdict
from playbook.normalise.columns import facets_of_cells, restore_tables
from playbook.normalise.learned import noise_of
from playbook.normalise.words import texts_of

ADVERT = "Join 40,000 readers and get our free e-book today."
OWN = "Send one short reminder and name the day on which you expect an answer."


def odds(text: str, language: str = "en") -> float:
    return noise_of(texts_of(text), text, language)[0]


def headings(text: str) -> list[str]:
    found = cleaned(text)
    return [found.document.blocks[i].text for i in sorted(found.headings)]


def test_an_advert_is_worded_unlike_advice() -> None:
    assert odds(ADVERT) > worded.SURE
    assert odds(OWN) < 0


def test_the_wording_names_a_reason() -> None:
    line = "Dana Whitfield is a writer and consultant who lives in Leeds with two cats."
    assert noise_of(texts_of(line), line, "en")[1] == "author"


def test_without_lessons_no_line_is_noise_by_its_wording() -> None:
    assert noise_of(texts_of("Zkuste náš hosting"), "Zkuste náš hosting", "cs") == (-math.inf, "")


def test_a_line_worded_as_an_advert_goes() -> None:
    assert reasons(f"Angry clients\n\n{TEXT}\n\n{ADVERT}\n\n{TEXT} Again.")[5] == "newsletter"


@pytest.mark.parametrize(
    "line", ["# Join 40,000 readers", "1. Join 40,000 readers and get our e-book."]
)
def test_what_is_marked_as_the_article_s_own_stays(line: str) -> None:
    document = of(f"Angry clients\n\n{TEXT}\n\n{line}\n\n{TEXT} Again.")
    assert worded.claims(document, {}) == {}


def test_beside_furniture_less_is_enough() -> None:
    line = "Return to all episodes"
    assert worded.AMONG <= odds(line) < worded.MAY_HEAD
    document = of(f"Angry clients\n\n{TEXT}\n\n{line}")
    assert worded.claims(document, {}) == {}
    assert set(worded.claims(document, {1: Verdict("navigation")})) == {2}


def test_a_head_turned_round_on_left_and_right_pages_is_one() -> None:
    page = "THE GAZETTE{gap}Spring issue{gap}41\n\n{text}\n\n42{gap}Spring issue{gap}THE GAZETTE"
    wide, narrow = (of(page.format(gap=gap, text=TEXT)) for gap in ("     ", " "))
    assert set(repetition.claims(wide, {}).values()) == {Verdict("running-head")}
    assert len(repetition.claims(wide, {})) == 2
    assert len(repetition.claims(narrow, {})) < 2


def test_the_author_is_who_the_last_paragraph_begins_with() -> None:
    end = "{label}\n\nMaya writes about work and keeps bees."
    body = f"Angry clients\n\n{TEXT}\n\n{TEXT} Twice.\n\n{TEXT} Thrice.\n\n{TEXT} Again.\n\n"
    found = tail.claims(of(body + end.format(label="About Maya")), {})
    assert list(found.values()) == [Verdict("author")] * 2
    assert (
        Verdict("author")
        not in tail.claims(of(body + end.format(label="A last word")), {}).values()
    )


def test_an_article_goes_on_after_a_comment_form_when_its_series_does() -> None:
    posts = [f"Question {n}: what now?\n\n{TEXT} Number {n}." for n in range(1, 5)]
    text = "\n\n".join(["Angry clients", *posts[:3], "Leave a comment", posts[3]])
    assert set(reasons(text, "en").values()) == {"comment-form"}
    last = "\n\n".join(["Angry clients", *posts[:3], "Leave a comment", TEXT])
    assert "comments" in reasons(last, "en").values()


def test_a_magazine_s_part_in_capitals_is_no_title() -> None:
    head = "THE BUSINESS OF HAIR\n\nRegulars nobody wants in the book\n\n"
    document = of(head + TEXT)
    assert document.blocks[document.title].text == "Regulars nobody wants in the book"
    alone = of(f"THE BUSINESS OF HAIR\n\n{TEXT}")
    assert alone.blocks[alone.title].text == "THE BUSINESS OF HAIR"


def test_a_row_of_names_is_a_menu_where_a_title_follows() -> None:
    menu = "News Opinion Sport Culture"
    document = of(f"{menu}\n\nWhat weddings taught me about shouting\n\n{TEXT}")
    assert document.blocks[document.title].text.startswith("What weddings")
    alone = of(f"{menu}\n\n{TEXT}")
    assert alone.blocks[alone.title].text == menu


def test_who_wrote_and_who_took_the_pictures() -> None:
    line = "Words: Maura Tolland      Pictures: Jo Ek"
    assert reasons(f"Angry clients\n\n{line}\n\n{TEXT}")[3] == "author"


def test_a_lone_line_in_lower_case_is_what_a_picture_shows() -> None:
    lone = f"Angry clients\n\n{TEXT}\n\nwoman with a measuring tape at a machine\n\n{TEXT} Again."
    assert reasons(lone)[5] == "caption"
    listed = lone.replace("machine\n", "machine\n\nman with a pair of scissors and a coat\n")
    assert "caption" not in reasons(listed).values()


def test_speakers_of_an_interview_stand_over_nothing() -> None:
    spoken = "\n\n".join(f"DEV: What happened in year {n}?\n\nMOIRA: {TEXT}" for n in range(3))
    assert headings(f"What a caterer learnt\n\n{spoken}") == ["What a caterer learnt"]
    once = headings(f"What a caterer learnt\n\nDEV: What happened then?\n\n{TEXT}")
    assert "DEV: What happened then?" in once


def test_items_that_all_stand_over_deeper_items_are_headings() -> None:
    types = "- The ghost\n  - never writes back.\n  - reads everything.\n"
    pair = types + types.replace("ghost", "critic")
    assert headings(f"Angry clients\n\n{TEXT}\n\n{pair}")[1:] == ["The ghost", "The critic"]
    mixed = pair + "- calls at night\n"
    assert headings(f"Angry clients\n\n{TEXT}\n\n{mixed}")[1:] == []


def test_what_a_type_says_is_a_heading_and_a_pull_quote_none() -> None:
    body = f"Angry clients\n\n{TEXT}\n\n{{}}\n\n{TEXT} Again and again, in every single week."
    assert '"It\'s lovely, but"' in headings(body.format('"It\'s lovely, but"'))
    assert headings(body.format('"He never stopped."')) == ["Angry clients"]


ROW = "The {}\n\nNever writes back at all.\n\nClose the file in May.\n\n"


def table(heads: str, *names: str) -> dict[int, str]:
    rows = "".join(ROW.format(name) for name in names)
    return facets_of_cells(restore_tables(of(heads + rows).blocks))


def test_a_flattened_table_may_have_one_head_nobody_knows() -> None:
    heads = "Who\n\nSigns\n\nFold your hands\n\n"
    assert set(table(heads, "ghost", "critic", "uncle").values()) == {"sign"}
    assert table(heads, "ghost", "critic") == {}
    assert set(table("Who\n\nSigns\n\nWhat to do\n\n", "ghost", "critic").values()) == {
        "sign",
        "strategy",
    }


def test_an_advert_may_stand_between_the_rows_of_a_table() -> None:
    heads = "Who\n\nSigns\n\nWhat to do\n\n" + ROW.format("ghost") + ROW.format("critic")
    last = ROW.format("uncle")
    with_advert = heads + "Advert\n\nKeratin kits at forty per cent off\n\n" + last
    found = facets_of_cells(restore_tables(of(with_advert).blocks))
    assert len(found) == 6
    sentence = heads + "And this is what the owners say.\n\n" + last
    assert len(facets_of_cells(restore_tables(of(sentence).blocks))) == 4


def test_a_menu_with_help_in_it_heads_no_table() -> None:
    cells = [
        "Forum",
        "Sign in Register Tips Latest posts",
        "Building",
        "The hardest clients in tiling, what did you do?",
        "Page",
        "Answer or search this thread of eleven posts",
    ]
    text = "\n\n".join([*cells, TEXT])
    assert facets_of_cells(restore_tables(of(text).blocks)) == {}


def test_a_letter_is_signed_behind_a_dash() -> None:
    letter = f"Dear expert\n\n{TEXT}\n\n— Priya, Jaipur\n\n{TEXT} Again."
    assert reasons(letter)[5] == "author"
    listed = letter.replace("Jaipur\n", "Jaipur\n— Omar, Pune\n")
    assert "author" not in reasons(listed).values()


def test_bare_numbers_in_order_head_chapters() -> None:
    parts = [f"{n} The {name}\n\n{TEXT}" for n, name in ((1, "ghost"), (2, "uncle"), (3, "storm"))]
    start = f"Angry clients and what helps\n\n{TEXT}\n\n"
    assert len(headings(start + "\n\n".join(parts))) == 4


def test_boxes_to_tick_are_items() -> None:
    text = f"Angry clients\n\n{TEXT}\n\n☐ Offer with its limits\n☐ one person to talk to\n"
    kinds = {scanned.text: scanned.block.kind for scanned in of(text).blocks}
    assert kinds["Offer with its limits"] == kinds["one person to talk to"] == "item"


def test_an_advert_that_ends_the_page_is_one_in_the_middle_too() -> None:
    advert = "Cheap dialler for every small office"
    text = "\n\n".join([TEXT, advert, *[f"{TEXT} Part {n}." for n in range(8)]])
    assert 5 not in reasons(f"Angry clients\n\n{text}")
    assert reasons(f"Angry clients\n\n{text}\n\n{advert}\n\nMore recipes")[5]


def test_a_list_of_other_articles_ends_at_the_next_type() -> None:
    types = [f"The {name}\n\nHow to spot them\n\n{TEXT}" for name in ("volcano", "professor")]
    linked = "More from us\n\nTwelve interview questions\n\nCan my boss read this"
    found = reasons("\n\n".join(["Angry clients", types[0], linked, types[1]]))
    assert set(found) == {9, 11, 13}
