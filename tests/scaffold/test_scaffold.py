"""What we start passes `check` with warnings only, and a new knowledge base works at once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.check import Severity, check
from playbook.errors import PlaybookError
from playbook.library import load_library
from playbook.scaffold import new_archetype, new_knowledge_base, new_tree

BASE = Path(__file__).parent.parent / "check" / "base"


def write(root: Path, files) -> None:  # type: ignore[no-untyped-def]
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def errors(root: Path) -> list[str]:
    findings = check(load_library(root))
    return [f"{f.path}:{f.line} {f.rule}" for f in findings if f.severity is Severity.ERROR]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "content")
    for file in tmp_path.rglob("*.md"):
        file.write_text(file.read_text("utf-8").replace("translation: STAMP\n", ""), "utf-8")
    return tmp_path / "content"


def test_a_new_archetype_has_no_errors(root: Path) -> None:
    write(root, new_archetype(load_library(root), "picky", "money"))
    library = load_library(root)
    archetype = library.registry.archetype("picky")
    assert archetype and archetype.planned
    assert errors(root) == []
    assert any(f.rule == "unfinished" for f in check(library))


def test_headings_are_those_of_the_other_playbooks(root: Path) -> None:
    file = root / "en/playbooks/late.md"
    file.write_text(file.read_text("utf-8").replace("## Signs", "## What you see"), "utf-8")
    files = new_archetype(load_library(root), "picky", "money")
    assert "## What you see {#signs}" in files["en/playbooks/picky.md"]


def test_a_new_tree_has_no_errors(root: Path) -> None:
    write(root, new_tree(load_library(root), "before-you-sign"))
    assert errors(root) == []


@pytest.mark.parametrize("id", ["Late", "../x", "late", "", "a b"])
def test_ids_that_cannot_be_used_are_refused(root: Path, id: str) -> None:
    with pytest.raises(PlaybookError):
        new_archetype(load_library(root), id, "money")


def test_a_category_that_is_not_there_is_refused(root: Path) -> None:
    with pytest.raises(PlaybookError) as refused:
        new_archetype(load_library(root), "picky", "mony")
    assert "Did you mean money? There are " in str(refused.value)
    assert "## Its name {#mony}" in str(refused.value)
    home = root / "en/index.md"
    home.write_text("---\ntitle: Home\n---\n\n## Small things {#mony}\n\nFew words.\n", "utf-8")
    files = new_archetype(load_library(root), "picky", "mony")
    assert "category: mony" in files["archetypes.yml"]


@pytest.mark.parametrize("languages", [["en"], ["en", "fi", "hi", "ka"], ["ka", "sv"], ["pt-BR"]])
def test_a_new_knowledge_base_has_no_errors(tmp_path: Path, languages: list[str]) -> None:
    write(tmp_path, new_knowledge_base("Difficult neighbours", languages, "x"))
    library = load_library(tmp_path / "content")
    assert library.languages[0] == languages[0]
    assert set(library.languages) == set(languages)
    assert errors(tmp_path / "content") == []
    told = {finding.rule for finding in check(library)}
    assert told <= {"unfinished", "translation-missing", "second-reading"}


def test_something_that_is_no_language_is_refused() -> None:
    with pytest.raises(PlaybookError, match="not a language"):
        new_knowledge_base("x", ["klingonish"], "x")


@pytest.mark.slow
@pytest.mark.parametrize("languages", ["en,ka", "fi,sv"])
def test_make_site_and_make_test_are_green(tmp_path: Path, languages: str) -> None:
    def call(*words: str, folder: Path) -> None:
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    python = sys.executable
    call(python, "-m", "playbook", "init", "base", "--languages", languages, folder=tmp_path)
    folder = tmp_path / "base"
    # The tools that run this test, in the place of an environment of its own.
    call("make", "READY=", f"PY={python}", "test", folder=folder)
    for lang in languages.split(","):
        assert (folder / "site" / lang / "playbooks" / "example.html").is_file()
