"""What always holds, for any text: nothing lost, nothing replaced, every line once."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.errors import PlaybookError
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.results import Result

# fmt: off
MARKS = (
    "# ", "## ", "- ", "1. ", "**", "*", "_", "`", "> ", "|", "---", "\t", "[a](b)", "![x](y)",
    "<p>", "</p>", "<ul>", "<li>", "<b>", "</b>", "<a href='x'>", "</a>", "&amp;", "&nbsp;",
    "&eacute;", "<!--", "-->", "<script>", "</script>", "<html>", "<h2>", "</h2>",
    "<img alt='q r'>", "<table><tr><td>", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b",
    "\u200b", "\u200d", "\u0301", "\ufeff", "client ", "The angry client", "does not answer. ",
    "Read also: ", "Table of contents", "კლიენტი ", "ग्राहक ", "asiakas ", "Share", "©", "!", "?",
    "।", "Leave a comment", "12 Comments", "{", "}",
)
# fmt: on
# A NUL speaks of UTF-16 or of something that is no text: test_hostile.py has both.
LETTERS = st.text(st.characters(exclude_characters="\0"), max_size=12)
TEXTS = st.lists(st.one_of(st.sampled_from(MARKS), LETTERS), min_size=1, max_size=40).map("".join)


def run(text: str) -> Result | None:
    try:
        article = decode_article(text.encode("utf-8", "ignore"), name="x.txt", path="x.txt")
    except PlaybookError:
        return None
    return normalise(article, source_id="x")


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace())


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_every_line_divides_into_kept_and_removed(text: str) -> None:
    result = run(text)
    if result is None:
        return
    decoded = text.encode("utf-8", "ignore").decode("utf-8").removeprefix("\ufeff")
    lines = re.split(r"\r\n|\n|\r", decoded)
    assert [line.n for line in result.lines] == [n for n, raw in enumerate(lines, 1) if raw.strip()]
    for line in result.lines:
        raw = lines[line.n - 1]
        assert letters(line.text) + letters("".join(line.removed)) == letters(raw)
        assert all(part in raw for part in line.removed)
        if line.label == "noise":
            assert line.text == "" and line.removed == (raw.strip(),) and line.reason
        assert line.label in ("heading", "content", "noise", "meta")
        assert line.facet == "none" or line.label == "content"


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert run(text) == run(text)


def test_text_and_marks_are_told_apart() -> None:
    result = run("# Hard clients\n\n- **Listen** to [them](http://x.y) first, then speak.\n")
    assert result is not None
    item = result.lines[1]
    assert item.text == "Listen to them first, then speak."
    assert item.removed == ("-", "**", "**", "[", "](http://x.y)") or "".join(item.removed)


def test_references_keep_their_characters_in_lines_and_are_read_in_statements() -> None:
    mail = "<p>Tom &amp; co never answer the client&rsquo;s mail.</p>"
    result = run(f"<h1>Hard clients</h1>\n{mail}")
    assert result is not None
    assert result.lines[1].text == "Tom &amp; co never answer the client&rsquo;s mail."
    assert result.statements[0].text == "Tom & co never answer the client’s mail."


def test_only_three_signs_end_a_line() -> None:
    result = run("one\u2028two\x0bthree\x85four\rfive\nsix\r\nseven")
    assert result is not None
    assert [line.n for line in result.lines] == [1, 2, 3, 4]
