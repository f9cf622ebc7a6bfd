"""Each cleaning mechanism at its threshold: one step on this side it acts, on the other not."""

from __future__ import annotations

import pytest

from playbook.normalise.blocking import cut_into_blocks
from playbook.normalise.clean import (
    breadcrumbs,
    contents,
    cue_words,
    forms,
    html_hints,
    meta_rows,
    neighbours,
    repetition,
    tail,
    top,
)
from playbook.normalise.clean.cleaning import Cleaned, clean
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.scan import Document, Scanned, document, scan
from playbook.normalise.titles import find_title
from playbook.normalise.wrapping import unwrap

TEXT = "The angry client raises his voice in every single call and never lets anybody finish."


def of(text: str, language: str = "en") -> Document:
    blocks = [scan(block, language) for block in unwrap(cut_into_blocks(text.split("\n")))]
    return find_title(document(blocks, language, blocks[0].script), {})


def only(text: str, language: str = "en") -> Scanned:
    (scanned,) = of(text, language).blocks
    return scanned


def reasons(text: str, language: str = "auto") -> dict[int, str]:
    """Line → why it was removed."""
    article = decode_article(text.encode(), name="x.txt", path="x.txt")
    result = normalise(article, source_id="x", language=language)
    return {line.n: line.reason for line in result.lines if line.reason}


def cleaned(text: str) -> Cleaned:
    return clean(of(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12 Comments", "counter"),
        ("12 reasons to stay calm when they shout", ""),
        ("March 14, 2023", "date"),
        ("15 Mart 2022", "date"),
        ("In March 2023 we finally let him go for good", ""),
        ("https://example.org/a", "address"),
        ("angry-client-2.jpg", "caption"),
        ("Facebook Twitter LinkedIn", "share-buttons"),
        ("Automatic billing, then click save […]", "excerpt"),
        ("Page 3 of 9", "running-head"),
        ("Customer handbook          33", "running-head"),
        ("$config['x'] = {};", "cms-error"),
        ("Stay calm", ""),
    ],
)
def test_forms(text: str, reason: str) -> None:
    assert forms.reason_of(only(text)) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("By Dana Whitlock", "author"),
        ("By the time he calls, the whole team has stopped doing any other work.", ""),
        ("Published on 22 October 2020 by the very busy editors of this site", "author"),
        ("We use cookies to give you the best experience.", "cookie-notice"),
        ("Photo by Ann Lee", "image-credit"),
        ("He sent a photo by mail and asked why the colours were so different.", ""),
        ("Subscribe to our newsletter", "newsletter"),
    ],
)
def test_cue_words(text: str, reason: str) -> None:
    assert cue_words.reason_of(only(text), late=False) == reason


def test_questions_to_the_reader_only_ask_for_comments_at_the_end() -> None:
    scanned = only("What are your experiences?")
    assert cue_words.reason_of(scanned, late=True) == "call-to-action"
    assert cue_words.reason_of(scanned, late=False) == ""


def test_two_marks_make_a_path_one_only_after_home() -> None:
    def found(path: str) -> bool:
        return 0 in breadcrumbs.claims(of(f"{path}\n\nHard clients\n\n{TEXT}"), {})

    assert found("News > Work > Clients")
    assert found("Home > Clients")
    assert not found("Clients > freedom")


def test_rows_of_facts_need_half_their_parts_told() -> None:
    def found(row: str) -> dict[int, object]:
        return dict(meta_rows.claims(of(f"Hard clients\n\n{row}\n\n{TEXT}"), {}))

    assert 1 in found("Ann Lee | May 3, 2024 | 5 min read | 12 comments")
    assert 1 in found("Ann Lee | May 3, 2024")
    assert 1 not in found("Ann Lee | Bob Ray | Oslo | May 3, 2024")
    assert 1 not in found("The client who never says what he wants to have | May 3, 2024")


def test_what_elements_say_holds_for_short_text() -> None:
    short = f"<html><body><h1>Hard clients</h1><aside><p>Buy now</p></aside><p>{TEXT}</p>"
    long = short.replace("Buy now", f"{TEXT} " * 5)
    assert [v.reason for v in html_hints.claims(of(short), {}).values()] == ["navigation"]
    assert html_hints.claims(of(long), {}) == {}


def test_entries_of_a_table_of_contents_are_sections() -> None:
    sections = f"Listen first\n\n{TEXT}\n\nWrite it down\n\n{TEXT}\n"
    with_entries = of(
        f"Hard clients\n\nTable of contents\n\n- Listen first\n- Write it down\n\n{sections}"
    )
    assert [v.reason for v in contents.claims(with_entries, {}).values()] == [
        "table-of-contents"
    ] * 3
    bare = of(f"Hard clients\n\nTable of contents\n\nBefore we begin: {TEXT} So much for now.\n")
    assert {v.reason for v in contents.claims(bare, {}).values()} == {"contents-label"}


def test_three_times_is_a_machine_twice_is_not() -> None:
    def repeated(times: int) -> int:
        parts = [
            f"{TEXT} It was number {n}.\n\nCall our hotline for hard clients now"
            for n in range(times)
        ]
        return len(repetition.claims(of("A title here\n\n" + "\n\n".join(parts)), {}))

    assert repeated(3) == 3
    assert repeated(2) == 0


def test_pull_quotes_are_sentences_of_a_paragraph_near_by() -> None:
    quote = '"He never lets anybody finish."'
    said = f"Renee sighs. {quote} She has worked with him for eleven years by now."
    assert set(repetition.claims(of(f"Hard clients\n\n{said}\n\n{quote}"), {})) == {2}
    assert repetition.claims(of(f'Hard clients\n\n{said}\n\n"He pays in time."'), {}) == {}


def test_search_phrases_stand_above_the_title_names_below_it() -> None:
    article = of(f"hard clients tips\n\nHow to Keep Hard Clients Happy\n\nDana Whitlock\n\n{TEXT}")
    assert article.title == 1
    assert {i: v.reason for i, v in top.claims(article, {}).items()} == {
        0: "seo-phrase",
        2: "author",
    }


def test_titles_under_a_label_end_where_text_goes_on() -> None:
    body = "\n\n".join(f"{TEXT} Number {n}." for n in range(4))
    closing = "Hard clients\n\n" + body + "\n\nRelated posts\n\nFive fonts for spring\n\nOn pricing"
    assert set(reasons(closing).values()) == {"read-also", "related-posts"}
    assert len(reasons(closing)) == 3
    goes_on = f"{closing}\n\n{TEXT} And so the article goes on for a while."
    assert 15 not in reasons(goes_on)


def test_comments_follow_their_form_unless_the_article_goes_on() -> None:
    body = "\n\n".join(f"{TEXT} Number {n}." for n in range(4))
    text = f"Hard clients\n\n{body}\n\n3 Comments\n\nSari K.\n\nMy own clients shout more."
    assert reasons(text)[15] == "comments"
    assert 15 not in reasons(f"{text}\n\n## The silent client\n\nShe never answers any mail.")


def test_menu_words_need_furniture_beside_them() -> None:
    menu = f"Hard clients\n\n{TEXT}\n\nShare\n\nContact\n\nTweet\n\n{TEXT}"
    assert reasons(menu)[7] == "navigation"
    assert neighbours.SHORT == 9 and tail.LONE == 9
    prose = f"Hard clients\n\n{TEXT}\n\nContact\n\n{TEXT}\n\n{TEXT}"
    assert 5 not in reasons(prose)


def test_splices_need_a_word_on_both_sides() -> None:
    text = (
        "Hard clients\n\nThese clients are diffi buy email leads cult to please and they rarely "
        "say what they want.\n\nIt is difficult to please them, and they are angry all the week."
    )
    result = normalise(decode_article(text.encode(), name="x", path="x"), source_id="x")
    assert "are difficult to please" in result.lines[1].text
    assert (
        result.lines[1].removed == (" buy email leads ",)
        or "".join(result.lines[1].removed).strip() == "buy email leads"
    )
    whole = text.replace("diffi buy email leads cult", "difficult and hard")
    kept = normalise(decode_article(whole.encode(), name="x", path="x"), source_id="x")
    assert kept.lines[1].removed == ()


def test_a_line_in_another_script_among_furniture() -> None:
    text = (
        "რთული კლიენტი\n\nეს კლიენტი ყვირის და არავის უსმენს, ამიტომ მასთან მუშაობა ყოველთვის "
        "ძალიან ძნელია.\n\nკომენტარის დატოვება\n\nbest price today"
    )
    assert reasons(text)[7] in ("foreign", "comments")


def test_torn_lines_are_joined_short_ones_are_not() -> None:
    torn = (
        "Hard clients\n\nBy the time a caller reaches you something has already gone wrong and\n"
        "he has told it three times."
    )
    assert len(of(torn).blocks) == 2
    assert len(of("Hard clients\n\nlistens to nobody\nshouts at everyone").blocks) == 3


def test_a_flattened_table_is_put_together_again() -> None:
    rows = (
        "The ghost\nNever answers any of your mails for weeks.\nSet a date after which you go on.\n"
    )
    rows += (
        "The shouter\nYells at everybody who picks up the phone.\nKeep your voice low and wait.\n"
    )
    text = f"Hard clients\n\nClient\nHow to spot\nWhat to do\n{rows}"
    result = normalise(decode_article(text.encode(), name="x", path="x"), source_id="x")
    facets = {line.n: line.facet for line in result.lines}
    assert [facets[n] for n in (7, 8, 10, 11)] == ["sign", "strategy", "sign", "strategy"]


@pytest.mark.parametrize(("times", "is_title"), [(1, True), (4, False)])
def test_a_printed_head_is_no_title(times: int, is_title: bool) -> None:
    head = "Hard customers of Northfield" + " " * (1 if is_title else 9) + "Handbook"
    article = of("\n".join([head, "", "Handling difficult callers", "", TEXT] * times))
    assert (article.title == 0) is is_title
