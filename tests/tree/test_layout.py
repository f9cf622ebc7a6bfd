"""The map: widths, lines that fit, and a railway on which nothing crosses."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.model import Library, PageRef, Place
from playbook.tree import Answer, Leads, Question, Tree, find_tree, load_trees
from playbook.tree.draw import draw_map
from playbook.tree.layout import WIDTH, Mark, lay_out
from playbook.tree.measure import text_width, wrap


def tree_of(ways: dict[str, list[str]]) -> Tree:
    """`{"a": ["b", "x!"], "b": […]}`: `x!` is an outcome."""
    place = Place(1)

    def answer(to: str) -> Answer:
        if to.endswith("!"):
            id = f"playbooks/{to[:-1]}.md#signs"
            return Answer(f"To {to}", id, Leads.SECTION, id, place, f"playbooks/{to[:-1]}", "signs")
        return Answer(f"To {to}", to, Leads.QUESTION, f"#{to}", place)

    questions = tuple(
        Question(id, f"Question {id}?", "", tuple(answer(to) for to in targets), place)
        for id, targets in ways.items()
    )
    ref = PageRef("en", "tree", "t")  # type: ignore[arg-type]
    return Tree("t", "en", "T", "", "t.md", ref, False, questions, ())


def drawing(ways: dict[str, list[str]]) -> list[str]:
    """Rows as `indentation mark target`."""
    rows = lay_out(tree_of(ways)).rows
    columns = sorted({row.x for row in rows})
    marks = {Mark.QUESTION: "●", Mark.OUTCOME: "■", Mark.AGAIN: "→"}
    return [f"{'  ' * columns.index(row.x)}{marks[row.mark]} {row.to}" for row in rows]


def test_the_last_answer_goes_on_in_the_column_of_its_question() -> None:
    assert drawing({"a": ["b", "c"], "b": ["x!", "y!"], "c": ["x!", "z!"]}) == [
        "● a",
        "  ● b",
        "    ■ playbooks/x.md#signs",
        "    ■ playbooks/y.md#signs",
        "● c",
        "  ■ playbooks/x.md#signs",
        "  ■ playbooks/z.md#signs",
    ]


def test_a_question_met_twice_is_drawn_once_where_it_is_nearest() -> None:
    assert drawing({"a": ["b", "c"], "b": ["c", "x!"], "c": ["x!", "a"]}) == [
        "● a",
        "  ● b",
        "    → c",
        "    ■ playbooks/x.md#signs",
        "● c",
        "  ■ playbooks/x.md#signs",
        "  → a",
    ]


def test_answers_that_lead_to_one_place_share_a_row() -> None:
    layout = lay_out(tree_of({"a": ["b", "b", "x!"], "b": ["x!", "y!"]}))
    assert [(row.to, row.answers) for row in layout.rows[:2]] == [("a", ()), ("b", (1, 2))]
    assert [line.text for line in layout.rows[1].via] == ["To b", "To b"]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    count = draw(st.integers(1, 12))
    ids = [f"q{n}" for n in range(count)]
    target = st.sampled_from([*ids, "x!", "y!", "nowhere"])
    return tree_of({id: draw(st.lists(target, min_size=1, max_size=5)) for id in ids})


@settings(deadline=None)
@given(trees())
def test_rows_do_not_overlap_and_tracks_do_not_cross(tree: Tree) -> None:
    layout = lay_out(tree)
    for row, following in zip(layout.rows, layout.rows[1:], strict=False):
        assert row.bottom <= following.top
    spans: dict[float, list[tuple[float, float, str]]] = {}
    for track in layout.tracks:
        spans.setdefault(track.x, []).append((track.y, track.to_y, track.origin))
        # The way across to the node meets no other upright line.
        for other in layout.tracks:
            between = track.x < other.x < track.to_x
            assert not (between and other.y < track.to_y < other.to_y)
    for column in spans.values():
        for start, end, origin in column:
            for other_start, other_end, other_origin in column:
                apart = end <= other_start or other_end <= start
                assert origin == other_origin or apart


@settings(deadline=None)
@given(trees())
def test_every_question_that_can_be_met_is_drawn_once(tree: Tree) -> None:
    met = [id for id in tree.depths() if tree.question(id)]
    drawn = [row.to for row in lay_out(tree).rows if row.mark is Mark.QUESTION]
    assert sorted(drawn) == sorted(met)


@settings(deadline=None)
@given(st.text(), st.floats(20, 300))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: float) -> None:
    lines = wrap(text, 14, width)
    assert "".join(lines).replace(" ", "") == "".join(text.replace("\u00ad", "").split())
    for line in lines:
        # One letter with its marks may be wider than the line; it cannot be broken.
        assert text_width(line, 14) <= width or " " not in line


@pytest.mark.parametrize(
    "text", ["What comes back?", "რა ბრუნდება უკან?", "आपके लिखने पर उधर से क्या आता है?"]
)
def test_bold_is_wider_than_regular_in_every_script(text: str) -> None:
    assert text_width(text, 14, bold=True) > text_width(text, 14) > 5 * len(text) * 0.6


def test_conjuncts_are_not_broken() -> None:
    assert wrap("क्ष्म्य", 100, 10) == ["क्ष्म्य"]


def test_long_words_are_broken() -> None:
    assert len(wrap("x" * 200, 14, 100)) > 5


def test_the_map_is_valid_and_small(content: Library) -> None:
    for tree in load_trees(content):
        svg = draw_map(tree, title="Map", description="Questions")
        assert len(svg.encode()) < 60 * 1024, tree.path
        root = ET.fromstring(svg)
        ns = "{http://www.w3.org/2000/svg}"
        assert [root[0].tag, root[1].tag] == [f"{ns}title", f"{ns}desc"]
        links = [link.get("href") for link in root.iter(f"{ns}a")]
        assert all(links)
        assert {f"#{question.id}" for question in tree.questions} <= set(links)
        assert not re.search(r"\sstyle=|<script|\son\w+=", svg)


def test_words_of_a_map_are_escaped(knowledge_base: Callable[..., Library]) -> None:
    text = (
        "---\ntitle: T\n---\n\n## <b>&amp; “what”? {#a}\n\n"
        "- [&lt;script&gt;](../playbooks/quiet.md#signs)\n- [x](../playbooks/broke.md#signs)\n"
    )
    tree = find_tree(load_trees(knowledge_base({"en/trees/t.md": text})), "en", "t")
    assert tree is not None
    svg = draw_map(tree, title='"<', description="&")
    ET.fromstring(svg)
    assert "<script" not in svg


def test_the_same_tree_gives_the_same_map(knowledge_base: Callable[..., Library]) -> None:
    library = knowledge_base()
    first, second = (
        [draw_map(tree, title="t", description="d") for tree in load_trees(library)]
        for _ in range(2)
    )
    assert first == second


def test_nothing_leaves_the_drawing(content: Library) -> None:
    for tree in load_trees(content):
        for row in lay_out(tree).rows:
            assert row.text_x + 60 < WIDTH, "there is room for words"
            for line in row.via:
                assert row.text_x + text_width(line.text, 13) <= WIDTH
