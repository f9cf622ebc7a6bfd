"""`playbook check` from the outside."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

ITEM = "- They ask for the invoice again. {#asks-again cite="
LATE = Path("content/en/playbooks/late.md")


def edit(old: str, new: str, file: Path = LATE) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_warnings_stop_nothing(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    said = run("check")
    assert said.status == 0
    assert "content/ka/playbooks/late.md:1:1: warning translation-stale" in said.out


def test_an_error_gives_status_one_and_a_place(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    edit("so-1:5-6", "so-1:99")
    said = run("check", "content")
    assert said.status == 1
    assert "content/en/playbooks/late.md:12:35: error cite-line " in said.out
    assert said.out.splitlines()[-1].endswith("Begin with content/en/playbooks/late.md:12.")


def test_paths_are_relative_to_where_one_stands(
    knowledge_base: Path,
    run,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    edit("so-1:5-6", "so-1:99")
    monkeypatch.chdir(knowledge_base / "content" / "en")
    said = run("check", "--format", "json")
    paths = {finding["path"] for finding in json.loads(said.out)["findings"]}
    assert "playbooks/late.md" in paths
    assert all(not path.startswith("/") for path in paths)


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_data_is_the_only_thing_on_standard_output(knowledge_base: Path, run, form: str) -> None:  # type: ignore[no-untyped-def]
    assert json.loads(run("check", "--format", form).out)


def test_fix_writes_ids_and_says_so(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    edit(ITEM, "- They ask for the invoice again. {cite=")
    assert run("check").status == 1
    said = run("check", "--fix")
    assert "late.md: mended, new ids: they-invoice-again\n" in said.err
    assert "{#they-invoice-again cite=" in LATE.read_text("utf-8")


def test_only_and_skip_choose_rules(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    edit("so-1:5-6", "so-1:99")
    assert run("check", "--skip", "cite-line").status == 0
    said = run("check", "--only", "cite-line")
    assert said.out.count("error") == 2
    assert "translation-stale" not in said.out


def test_a_rule_nobody_knows_is_wrong_use(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    said = run("check", "--only", "no-such-rule")
    assert said.status == 2
    assert said.err == (
        "playbook: no rule has the id no-such-rule. See them all: playbook check --list-rules.\n"
    )


def test_rules_are_listed_and_explained(run) -> None:  # type: ignore[no-untyped-def]
    assert "item-id " in run("check", "--list-rules").out
    assert run("check", "--explain", "item-id").out.startswith("# item-id\n")
    assert run("check", "--explain", "x").status == 2


@pytest.mark.parametrize("where", ["nowhere", "content/en/playbooks/late.md/x"])
def test_a_folder_that_is_not_there_is_one_plain_line(
    knowledge_base: Path, run, where: str
) -> None:  # type: ignore[no-untyped-def]
    said = run("check", where)
    assert said.status == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_outside_a_knowledge_base_it_says_what_to_do(
    tmp_path: Path,
    run,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("check")
    assert said.status == 2
    assert "no content/archetypes.yml here or in a folder above" in said.err


def test_changed_since_leaves_other_pages_out(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words],
            check=True,
            capture_output=True,
        )

    edit("so-1:5-6", "so-1:99")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    assert run("check", "--changed-since", "HEAD").out.startswith("8 pages")
    edit("so-1:12", "so-1:99", Path("content/en/playbooks/loud.md"))
    said = run("check", "--changed-since", "HEAD")
    assert said.status == 1
    assert "loud.md" in said.out
    assert "late.md" not in said.out
    assert run("check", "--changed-since", "no-such-branch").status == 2


def test_no_colours_in_a_pipe(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    assert "\x1b" not in run("check").out
