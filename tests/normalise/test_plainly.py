"""A file longer than any article: its first part is read in full, every line accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.normalise import bounds
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.report import report_page
from playbook.normalise.results import Result
from playbook.normalise.run import Outcome
from playbook.normalise.terminal import plain_warning

ARTICLE = """Types of difficult clients

Share this

The angry client
- The angry client shouts at you on the phone every day.
- He sends insulting mails at night.

Stay calm and write down what was agreed.
If the client shouts a third time, end the contract.

The client who never pays
- Invoices stay unpaid for months, and the client does not answer reminders.
- Stop work until the client has paid.
"""
MORE = """If the client *shouts* a third time, end the contract.
## Comments on the angry client

Share this
https://example.com/clients?page=2
***
| Stop | *work* now.
"""


def read(text: str) -> Result:
    return normalise(decode_article(text.encode(), name="x.txt", path="in/x.txt"), source_id="x")


def test_an_article_is_read_in_full() -> None:
    result = read(ARTICLE)
    assert result.plain_from == 0 and plain_warning(result) == ""
    assert {archetype.id for archetype in result.archetypes} >= {"aggressive", "non-paying"}


@pytest.mark.parametrize("bound", ["MOST_BLOCKS", "MOST_CHARACTERS"])
def test_what_stands_before_the_bound_is_read_as_if_the_file_ended_there(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read(ARTICLE)
    lines = sum(bool(line.strip()) for line in ARTICLE.split("\n"))
    size = sum(len(line.text) for line in whole.lines) + 20
    monkeypatch.setattr(bounds, bound, lines if bound == "MOST_BLOCKS" else size)
    result = read(ARTICLE + MORE)
    at = ARTICLE.count("\n") + 1
    assert result.plain_from == at
    assert [line for line in result.lines if line.n < at] == list(whole.lines)
    assert [said for said in result.statements if said.line < at] == list(whole.statements)
    assert result.archetypes == whole.archetypes


def test_the_rest_is_told_by_its_form(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = sum(bool(line.strip()) for line in ARTICLE.split("\n"))
    monkeypatch.setattr(bounds, "MOST_BLOCKS", lines)
    result = read(ARTICLE + MORE)
    at = ARTICLE.count("\n") + 1
    told = {line.n - at: (line.label, line.reason, line.text) for line in result.lines}
    assert (
        told.items()
        >= {
            0: ("content", None, "If the client shouts a third time, end the contract."),
            1: ("heading", None, "Comments on the angry client"),
            3: ("noise", "share-buttons", ""),  # as it was further up
            4: ("noise", "address", ""),
            5: ("noise", "markup", ""),
            6: ("content", None, "| Stop | *work* now."),  # its marks are not looked for
        }.items()
    )
    rest = [line for line in result.lines if line.n >= at]
    assert len(rest) == 6
    assert {(line.facet, line.also, line.archetype) for line in rest} == {("none", (), None)}
    said = [(s.line - at, s.facet, s.archetype) for s in result.statements if s.line >= at]
    assert said == [(0, "none", None), (6, "none", None)]


def test_beyond_the_bound_html_is_its_lines_without_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_BLOCKS", 2)
    first = "".join(f"<p>The client number {n} shouts at me.</p>\n" for n in range(5))
    rest = (
        "<p>Tom &amp; <b>Ann</b> never\n<i>pay</i> on time.</p><script>var a = 1;\n</script>\n"
        "<li>One</li><li>Two <!-- three --></li>\n"
    )
    result = read(f"<html><body>\n{first}{rest}</body></html>\n")
    assert result.plain_from == 4
    told = {line.n: (line.label, line.text, line.removed) for line in result.lines if line.n > 6}
    assert told == {
        7: ("content", "Tom &amp; Ann never", ("<p>", "<b>", "</b>")),
        8: ("content", "pay on time.", ("<i>", "</i>", "</p><script>var a = 1;")),
        9: ("noise", "", ("</script>",)),
        10: ("content", "One Two", ("<li>", "</li><li>", "<!-- three --></li>")),
        11: ("noise", "", ("</body></html>",)),
    }
    assert [said.text for said in result.statements if said.line == 7] == ["Tom & Ann never"]


def test_a_person_is_told_where_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bounds, "MOST_BLOCKS", 5)
    result = read(ARTICLE)
    warning = plain_warning(result)
    assert warning.startswith(f"in/x.txt:{result.plain_from}: ")
    assert warning.endswith("Split the file into its articles.")
    page = report_page([Outcome("in/x.txt", result, 0, tuple(ARTICLE.split("\n")))], [])
    assert f"<strong>{warning}</strong>" in page
    assert page.count('<li class="') == len(result.lines)
