"""`playbook tree` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from playbook.cli.places import shown_path
from playbook.cli.tree import command
from playbook.errors import PlaybookError

BASE = Path(__file__).parent / "fixtures" / "base"


def run(*arguments: str, keys: str = "") -> Result:
    return CliRunner().invoke(command, [*arguments, "--content", str(BASE)], input=keys)


def test_walking_ends_at_the_section_with_its_text() -> None:
    result = run("triage", keys="a\nb\n")
    assert result.exit_code == 0
    assert "2. What is open?" in result.output
    assert result.output.rstrip().splitlines()[-4:] == [
        "Signs",
        "  - The invoice is late.",
        "",
        f"{shown_path(BASE / 'en/playbooks/broke.md').as_posix()}:9",
    ]


def test_back_a_wrong_key_and_stop() -> None:
    result = run("triage", keys="1\n0\nx\nq\n")
    assert result.exit_code == 0
    assert result.output.count("1. What comes back?") == 3
    assert "Answer a to ?, or 1 to 3." in result.output


def test_a_walk_follows_into_another_tree() -> None:
    result = run("quiet", keys="d\nc\nb\nq\n")
    assert "What do you see?" in result.output


def test_json_is_the_data_of_the_export() -> None:
    data = json.loads(run("quiet", "--format", "json").output)
    assert (data["id"], data["start"]) == ("quiet", "signs")


@pytest.mark.parametrize("form", ["text", "dot", "mermaid"])
def test_other_forms_name_the_first_question(form: str) -> None:
    assert "What comes back?" in run("triage", "--format", form).output


def test_without_an_id_the_trees_are_listed() -> None:
    lines = run().output.splitlines()
    assert [line.split()[0] for line in lines] == ["broke", "quiet", "triage"]


def test_an_unknown_tree_and_language_say_the_way_out() -> None:
    tree, lang = run("triagee"), run("triage", "--lang", "sv")
    assert isinstance(tree.exception, PlaybookError)
    assert "Did you mean triage?" in str(tree.exception)
    assert isinstance(lang.exception, PlaybookError)
    assert "There are: en." in str(lang.exception)
