"""`playbook normalise` and `playbook evaluate` as a user runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ARTICLE = """# Two hard clients

By Dana

## The aggressive client

This client yells at your team and threatens to leave bad reviews.

Stay calm and write down what was said.

Read also: Ten fonts for autumn

## The client who does not pay

They never pay on time and the invoice is overdue every month.

Ask for a deposit. If it happens twice, stop working with them.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "two clients.md"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    (root / "en" / "playbooks").mkdir(parents=True)
    (root / "archetypes.yml").write_text(
        "archetypes:\n  - id: aggressive\n    category: conflict\n", "utf-8"
    )
    (root / "sources.yml").write_text("# ours\nsources: []\n", "utf-8")
    return root


def test_json_is_one_object_a_line(run: Run, article: Path, base: Path) -> None:
    said = run("normalise", str(article), str(article), "--format", "json", "--content", str(base))
    assert said.status == 0
    first = json.loads(said.out.splitlines()[0])
    assert list(first) == ["source", "lines", "statements", "archetypes"]
    assert first["source"]["id"] == "two-clients"
    assert first["source"]["language"] == "en"
    assert [(a["id"], a["known"]) for a in first["archetypes"]] == [
        ("aggressive", True),
        ("non-paying", False),
    ]
    noise = {line["n"]: line["reason"] for line in first["lines"] if line["label"] == "noise"}
    assert noise == {3: "author", 11: "read-also"}


def test_drafts_are_written_and_a_second_run_changes_nothing(
    run: Run, article: Path, base: Path
) -> None:
    assert run("normalise", str(article), "--out", str(base), "--content", str(base)).status == 0
    page = base / "en" / "playbooks" / "aggressive.md"
    text = page.read_text("utf-8")
    assert "- This client yells at your team" in text
    assert '{.proposed cite="two-clients:7"}' in text
    assert "No exit criteria in two-clients" in text
    assert "id: two-clients" in (base / "sources.yml").read_text("utf-8")
    before = {p: p.read_bytes() for p in base.rglob("*") if p.is_file()}
    assert run("normalise", str(article), "--out", str(base), "--content", str(base)).status == 0
    assert before == {p: p.read_bytes() for p in base.rglob("*") if p.is_file()}


def test_an_edited_playbook_keeps_every_line(run: Run, article: Path, base: Path) -> None:
    page = base / "en" / "playbooks" / "aggressive.md"
    page.write_text(
        "---\ntitle: The aggressive client\nsummary: Loud.\n---\n\nIntro.\n\n## Signs {#signs}\n\n"
        '- They shout. {#shouts cite="two-clients:7"}\n\n## Strategy {#strategy}\n\n'
        '1. Breathe. {#breathe cite="editorial"}\n\n## Exit criteria {#exit-criteria}\n\n'
        '- Threats. {#threats cite="editorial"}\n\nOne yes: leave.\n',
        "utf-8",
    )
    lines = page.read_text("utf-8").splitlines()
    run("normalise", str(article), "--out", str(base), "--content", str(base))
    after = page.read_text("utf-8").splitlines()
    assert [line for line in after if "{.proposed" not in line] == lines
    added = [line for line in after if "{.proposed" in line]
    assert added == ['2. Stay calm and write down what was said. {.proposed cite="two-clients:9"}']


def test_one_bad_source_does_not_stop_the_others(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    said = run(
        "normalise", str(tmp_path / "missing.txt"), str(article), str(tmp_path / "empty.txt")
    )
    assert said.status == 1
    assert "aggressive" in said.out
    errors = said.err.splitlines()
    assert len(errors) == 2
    assert "missing.txt: no such file" in errors[0]
    assert "empty.txt: the file is empty" in errors[1]
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("arguments", "status"),
    [((), 2), (("x.txt", "--format", "xml"), 2), (("x.txt", "--lang", "../x"), 2)],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], status: int) -> None:
    assert run("normalise", *arguments).status == status


def test_folder_glob_and_jobs_give_the_same_bytes(run: Run, article: Path) -> None:
    folder = article.parent / "articles"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(
            f"{ARTICLE}\nNumber {number} ends here, as it must.\n"
        )
    (folder / "loop").symlink_to(folder)
    one = run("normalise", str(folder), "--format", "json")
    two = run("normalise", str(folder), "--format", "json", "--jobs", "2")
    pattern = run("normalise", str(folder / "*.txt"), "--format", "json")
    assert one.status == two.status == pattern.status == 0
    assert len(one.out.splitlines()) == 3
    assert one.out == two.out == pattern.out


def test_the_report_needs_nothing_else(run: Run, article: Path) -> None:
    report = article.parent / "report.html"
    assert run("normalise", str(article), "--report", str(report)).status == 0
    page = report.read_text("utf-8")
    assert "<del>Read also: Ten fonts for autumn</del>" in page
    assert "http" not in page and "<script" not in page


def test_markup_of_an_article_does_not_reach_the_report(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "Hard clients\n\n<xscript>alert(1)</xscript> & an angry client never listens.\n"
    )
    report = tmp_path / "r.html"
    run("normalise", str(path), "--report", str(report))
    assert "<xscript" not in report.read_text("utf-8")


def test_a_read_only_folder_is_left_alone(run: Run, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "en").write_text("a file where a folder must go")
    said = run("normalise", str(article), "--out", str(folder))
    assert said.status == 1
    assert "not written" in said.err or "cannot" in said.err
    assert (folder / "en").read_text() == "a file where a folder must go"


@pytest.mark.parametrize(
    "title", ["../../evil", "/etc/passwd", "..\\..\\x", "a\u0000b", "con: {x}"]
)
def test_titles_name_no_paths(run: Run, tmp_path: Path, title: str) -> None:
    path = tmp_path / "x.md"
    text = ARTICLE.replace("The aggressive client", f"The aggressive client {title}")
    path.write_text(text.replace("\0", ""), "utf-8")
    out = tmp_path / "deep" / "out"
    assert run("normalise", str(path), "--out", str(out)).status == 0
    written = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.md")}
    assert written == {
        "x.md",
        "deep/out/en/playbooks/aggressive.md",
        "deep/out/en/playbooks/non-paying.md",
    }


def test_the_same_bytes_under_any_locale(article: Path) -> None:
    def output(**environment: str) -> bytes:
        command = [sys.executable, "-m", "playbook", "normalise", str(article), "--format", "json"]
        return subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, check=True
        ).stdout

    usual = output(TZ="UTC", LANG="C.UTF-8", PYTHONHASHSEED="0")
    assert usual == output(TZ="Asia/Tbilisi", LANG="C", LC_ALL="C", PYTHONHASHSEED="7")


def test_evaluate_prints_a_row_a_language(run: Run, project: Path) -> None:
    said = run("evaluate", str(project / "tests" / "gold" / "work" / "sv-typer.gold"))
    assert said.status == 0
    assert "sv" in said.out and "label noise" in said.out
    assert run("evaluate", str(project / "tests" / "nothing")).status == 2
