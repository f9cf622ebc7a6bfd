"""Contributed Markdown: links, attributes, and what raw HTML may not do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_playbook.prose import Prose, Target, sanitised
from playbook.library import load_library
from playbook.model import Cite
from playbook.tree import load_trees


def target(written: str) -> Target:
    external = "//" in written
    return Target(written if external else "../" + written.replace(".md", ".html"), external)


def cite(cites: tuple[Cite, ...]) -> str:
    return "".join(f"<cite>{entry}</cite>" for entry in cites)


PROSE = Prose(target, "leads to another site", cite)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("plain words", "plain words"),
        ("fish & chips", "fish &amp; chips"),
        ("**strong** and *soft*", "<strong>strong</strong> and <em>soft</em>"),
        ("[guide](guides/leaving.md)", '<a href="../guides/leaving.html">guide</a>'),
        (
            "[away](https://example.org/?a=1&b=2)",
            '<a class="ext" rel="noreferrer" href="https://example.org/?a=1&amp;b=2">away'
            '<span class="vh"> (leads to another site)</span></a>',
        ),
        ("a <kbd>b</kbd>", "a <kbd>b</kbd>"),
        ("<script>alert(1)</script>a", "a"),
        ('a <b onclick="x()">b</b>', "a <b>b</b>"),
        ('<a href="javascript:x()">b</a>', "<a>b</a>"),
        ('<span style="position:fixed">b</span>', "<span>b</span>"),
        ("![alt](https://elsewhere.example/x.png)", "alt"),
    ],
)
def test_inline(markdown: str, html: str) -> None:
    assert PROSE.inline(markdown) == html


def test_items_and_paragraphs_carry_id_and_source() -> None:
    found = PROSE.blocks('Say it. {#say cite="ka-1:4"}\n\n- One {#one cite="editorial"}\n- Two\n')
    assert '<p id="say">Say it.<cite>ka-1:4</cite></p>' in found
    assert '<li id="one">One<cite>editorial</cite></li>' in found
    assert "{#" not in found


def test_proposals_are_left_out() -> None:
    found = PROSE.blocks('- Kept {#kept cite="ka-1:1"}\n- Not yet {.proposed cite="ka-1:2"}\n')
    assert "Kept" in found
    assert "Not yet" not in found


def test_blocks_of_raw_html_are_sanitised() -> None:
    found = PROSE.blocks("<div><iframe src='https://x'></iframe><p>kept</p></div>\n")
    assert "iframe" not in found
    assert "kept" in found


def test_tables_know_no_inline_style() -> None:
    found = PROSE.blocks("| a | b |\n|---|--:|\n| 1 | 2 |\n")
    assert "style" not in found
    assert '<td class="end">2</td>' in found


@given(st.text(alphabet="<>/=\"' abonclickscripthref:javst&;#", max_size=60))
def test_nothing_active_survives(fragment: str) -> None:
    clean = sanitised(fragment).lower()
    assert "<script" not in clean
    assert 'href="javascript' not in clean
    assert " onclick" not in clean.split("<")[-1] or "<" not in clean


def test_lists_of_derived_trees_are_what_the_parser_of_blocks_makes(project: Path) -> None:
    asked = [
        question.help
        for tree in load_trees(load_library(project / "content"))
        if tree.derived
        for question in tree.questions
        if question.help
    ]
    assert len(asked) > 100
    for help_ in asked:
        assert PROSE.listed(help_) == PROSE.blocks(help_)
