"""Pages and registries as they come: half-written, hostile, or fine."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.errors import PlaybookError
from playbook.library import find_content, load_library, plain_text, read_page
from playbook.library.front_matter import read_yaml
from playbook.library.registries import read_registry
from playbook.library.text_file import write_text
from playbook.model import Cite, Kind, PageRef, Wait

REF = PageRef("en", Kind.PLAYBOOK, "late")


def test_an_item_with_everything() -> None:
    source = (
        "---\ntitle: T\n---\n\n## S {#strategy}\n\n"
        "1. **Ring** [them](x.md).\n"
        '   Then wait. {#ring .x cite="a-1:2 a-1:4-6 editorial" wait="2wd" message="m"}\n'
    )
    (item,) = read_page(source, REF, "late.md").sections[0].items
    assert item.text == "Ring them. Then wait."
    assert (item.id, item.classes, item.message) == ("ring", ("x",), "m")
    assert item.cites == (Cite("a-1", 2, 2), Cite("a-1", 4, 6), Cite("editorial"))
    assert item.wait == Wait(2, "wd")
    assert (item.place.line, item.last_line) == (7, 8)
    assert item.attributes_place is not None
    assert (item.attributes_place.line, item.attributes_place.column) == (8, 15)
    assert [(link.text, link.target, link.place.line) for link in item.links] == [
        ("them", "x.md", 7)
    ]


def test_messages_keep_their_paragraphs_and_fields() -> None:
    source = (
        "---\ntitle: T\n---\n## M {#messages}\n### A {#a}\nWhen it is late.\n\n"
        "> Hi {name},\n>\n> pay **{amount}**, {name}.\n"
    )
    (message,) = read_page(source, REF, "late.md").sections[0].messages
    assert (message.id, message.heading, message.when) == ("a", "A", "When it is late.")
    assert message.text == "Hi {name},\n\npay {amount}, {name}."
    assert message.fields == ("name", "amount")


def test_line_ends_of_any_kind_give_the_same_lines() -> None:
    source = "---\ntitle: T\n---\n\n## S {#signs}\n\n- a {#a}\n"
    for end in ("\r\n", "\r"):
        page = read_page(source.replace("\n", end), REF, "late.md")
        assert page.sections[0].items[0].place.line == 7


@pytest.mark.parametrize(
    ("yaml", "line", "words"),
    [
        ("a: 1\nb: [1, 2\n", 2, "cannot be read"),
        ("a: 'x\n", 1, "cannot be read"),
        ("a: &x [1]\nb: *x\n", 1, "anchors"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "tags"),
        ("a: " + "[" * 50, 1, "deeply"),
        ("- a\n- b\n", 1, "not a list of"),
        ("a: 1\na: 2\n", 2, "stands twice"),
        ("a: 1\nb: \x01\n", 2, "not text"),
        ("a: " + "x" * 200_000, 1, "too long"),
        ("\tb: 1\n", 1, "cannot be read"),
    ],
)
def test_yaml_that_is_wrong_is_a_problem_with_a_line(yaml: str, line: int, words: str) -> None:
    problem = read_yaml(yaml).problems[0]
    assert words in problem.message
    assert problem.place.line == line
    assert problem.fix


def test_dates_are_text_and_numbers_numbers() -> None:
    assert dict(read_yaml("a: 2026-01-02\nb: 3\n").values) == {"a": "2026-01-02", "b": 3}


def test_a_registry_of_a_thousand_entries_is_read(tmp_path: Path) -> None:
    entries = "".join(f"  - id: a-{n}\n    category: c\n    related: [a-1]\n" for n in range(9999))
    (tmp_path / "archetypes.yml").write_text(f"archetypes:\n{entries}", "utf-8")
    (tmp_path / "sources.yml").write_text("sources: []\n", "utf-8")
    registry = read_registry(tmp_path)
    assert (len(registry.archetypes), registry.problems) == (9999, ())
    assert registry.archetypes[3].place.line == 11


def test_the_reference_is_english_unless_the_registry_says_otherwise(tmp_path: Path) -> None:
    for lang in ("en", "fi"):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "index.md").write_text("---\ntitle: T\n---\n", "utf-8")
    (tmp_path / "archetypes.yml").write_text("archetypes: []\n", "utf-8")
    assert load_library(tmp_path).languages == ("en", "fi")
    (tmp_path / "archetypes.yml").write_text("reference: fi\narchetypes: []\n", "utf-8")
    assert load_library(tmp_path).languages == ("fi", "en")


def test_the_content_folder_is_found_from_below(tmp_path: Path) -> None:
    below = tmp_path / "content" / "en"
    below.mkdir(parents=True)
    with pytest.raises(PlaybookError, match=r"no content/archetypes\.yml"):
        find_content(below)
    (tmp_path / "content" / "archetypes.yml").write_text("archetypes: []\n", "utf-8")
    assert find_content(below) == tmp_path / "content"


def test_writing_replaces_a_file_in_one_step(tmp_path: Path) -> None:
    file = tmp_path / "new" / "x.md"
    write_text(file, "one\n")
    write_text(file, "two\n")
    assert file.read_bytes() == b"two\n"
    assert [path.name for path in file.parent.iterdir()] == ["x.md"]


def test_what_cannot_be_written_is_an_error_and_leaves_no_rubbish(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    with pytest.raises(PlaybookError, match="not written"):
        write_text(tmp_path / "x.md", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["x.md"]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("a **b** _c_ `d`", "a b c d"),
        ("un**believ**able", "unbelievable"),
        ("a<br>b <b>c</b>", "a b c"),
        ("[a](b.md) &amp; \\*c", "a & *c"),
        ("a\nb  \nc", "a b c"),
    ],
)
def test_plain_text(markdown: str, words: str) -> None:
    assert plain_text(markdown) == words


def test_phrases_people_ask_with_belong_to_pages(tmp_path: Path) -> None:
    (tmp_path / "en/playbooks").mkdir(parents=True)
    (tmp_path / "ka").mkdir()
    (tmp_path / "en/playbooks/late.md").write_text("---\ntitle: T\n---\n", "utf-8")
    (tmp_path / "ka/index.md").write_text("---\ntitle: T\n---\n", "utf-8")
    (tmp_path / "ka/asked.yml").write_text("playbooks/late: [როდის გადაიხდის]\n", "utf-8")
    (tmp_path / "en/asked.yml").write_text(
        "playbooks/late:\n  - still no money\n  -\nguides/gone: [where]\n", "utf-8"
    )
    library = load_library(tmp_path)
    late = PageRef("en", Kind.PLAYBOOK, "late")
    # A language whose page is not written yet may have its phrases.
    assert library.asked == {
        late: ("still no money",),
        late.into("ka"): ("როდის გადაიხდის",),
    }
    found = {(path, problem.place.line) for path, problem in library.unreadable}
    assert {(path[-12:], line) for path, line in found} == {
        ("en/asked.yml", 3),
        ("en/asked.yml", 4),
    }
