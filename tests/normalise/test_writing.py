"""Drafts where writing goes wrong: no room, no right, killed in the middle, names that are paths.

What stands under a final name is whole, the other pages are written, the next run works.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook.errors import PlaybookError
from playbook.normalise.output import draft_pages, write_pages
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.results import Result

ARTICLE = """# Two hard clients

## The aggressive client

This client yells at your team and threatens to leave bad reviews.

Stay calm and write down what was said.

## The client who does not pay

They never pay on time and the invoice is overdue every month.

Ask for a deposit. If it happens twice, stop working with them.
"""
MAIN = "from playbook.cli import main; main()"
PAGES = ("en/playbooks/aggressive.md", "en/playbooks/non-paying.md")


def result() -> Result:
    return normalise(decode_article(ARTICLE.encode(), name="x.md", path="x.md"), source_id="x")


def files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize("at", range(1, 7))
def test_disk_full_at_any_step(at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = iter(range(1, 100))

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if next(steps) == at:
                raise OSError(28, os.strerror(28))
            return real(*given, **named)

        return call

    monkeypatch.setattr(tempfile, "mkstemp", failing(tempfile.mkstemp))
    monkeypatch.setattr(os, "fdopen", failing(os.fdopen))
    monkeypatch.setattr(Path, "replace", failing(Path.replace))
    failures: list[PlaybookError] = []
    done = write_pages(draft_pages([result()], tmp_path, None, failures), failures)
    monkeypatch.undo()
    assert len(failures) == 1 and "No space left" in str(failures[0])
    assert len(done) == 1, "the other page is written all the same"
    assert set(files(tmp_path)) == {str(page.path.relative_to(tmp_path)) for page in done}
    again: list[PlaybookError] = []
    write_pages(draft_pages([result()], tmp_path, None, again), again)
    assert not again and sorted(files(tmp_path)) == list(PAGES)


def test_a_full_device_behind_the_output(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    source = tmp_path / "x.md"
    source.write_text(ARTICLE)
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-c", MAIN, "normalise", str(source), "--format", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode in (1, 2), ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_killed_while_writing(tmp_path: Path) -> None:
    """SIGKILL at a random moment of the writing, again and again."""
    source = tmp_path / "x.md"
    source.write_text(ARTICLE)
    whole = tmp_path / "whole"
    writing = (
        "from pathlib import Path\n"
        "import sys\n"
        "from playbook.normalise.output import draft_pages, write_pages\n"
        "from playbook.normalise.pipeline import normalise\n"
        "from playbook.normalise.reading import read_article\n"
        "result = normalise(read_article(sys.argv[1]), source_id='x')\n"
        "print('ready', flush=True)\n"
        "for number in range(10_000):\n"
        "    root = Path(sys.argv[2]) / str(number)\n"
        "    write_pages(draft_pages([result], root, None, []), [])\n"
    )
    write_pages(draft_pages([result()], whole, None, []), [])
    right = files(whole)
    rng = random.Random(4)
    for repetition in range(12):
        root = tmp_path / f"killed-{repetition}"
        with subprocess.Popen(
            [sys.executable, "-c", writing, str(source), str(root)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None and process.stdout.readline() == b"ready\n"
            time.sleep(rng.uniform(0.0, 0.05))
            process.kill()
        for folder in sorted(root.iterdir()) if root.exists() else []:
            found = files(folder)
            final = {name: data for name, data in found.items() if Path(name).name[0] != "."}
            assert all(right[name] == data for name, data in final.items())
            failures: list[PlaybookError] = []
            write_pages(draft_pages([result()], folder, None, failures), failures)
            after = {n: d for n, d in files(folder).items() if not Path(n).name.startswith(".")}
            assert not failures and after == right


def test_an_unreadable_playbook_stops_only_itself(tmp_path: Path) -> None:
    bad = tmp_path / PAGES[0]
    bad.parent.mkdir(parents=True)
    bad.write_bytes(b"\0\0binary")
    failures: list[PlaybookError] = []
    done = write_pages(draft_pages([result()], tmp_path, None, failures), failures)
    assert [str(error.path) for error in failures] == [str(bad)]
    assert bad.read_bytes() == b"\0\0binary"
    assert [page.path for page in done] == [tmp_path / PAGES[1]]


def test_a_folder_stands_where_a_page_must_go(tmp_path: Path) -> None:
    (tmp_path / PAGES[0]).mkdir(parents=True)
    failures: list[PlaybookError] = []
    done = write_pages(draft_pages([result()], tmp_path, None, failures), failures)
    assert len(failures) == 1 and len(done) == 1


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "..",
        "/etc/passwd",
        "con/nul",
        "a\\..\\b",
        "~root",
        "$(touch x)",
        "{{x}}",
        "%2e%2e%2f",
        "x" * 300,
        "\u202eclient",
        "-rf",
        ".hidden",
    ],
)
def test_titles_that_are_paths_stay_below_the_folder(title: str, tmp_path: Path) -> None:
    text = (
        f"# {title} clients\n\nDifficult clients are part of the job.\n\n"
        f"## The {title} client\n\nHe yells.\n\n## The angry client\n\nHe yells at everyone.\n\n"
        "## The silent client\n\nShe never answers.\n"
    )
    article = decode_article(text.encode(), name=f"{title}.md".replace("/", "_"), path="x.md")
    root = tmp_path / "out" / "deep"
    failures: list[PlaybookError] = []
    write_pages(draft_pages([normalise(article, source_id="x")], root, None, failures), failures)
    assert not failures
    for path in tmp_path.rglob("*"):
        assert root in path.parents or path in (root, root.parent)
        if path.is_file():
            assert path.suffix == ".md" and path.stem.replace("-", "").isalnum()
