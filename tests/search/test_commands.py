"""`playbook index` and `playbook search` as people and scripts call them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.search.conftest import documents

from playbook.cli.index import command as index_command
from playbook.cli.search import command as search_command
from playbook.errors import PlaybookError


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "docs.jsonl"
    rows = [
        {
            "id": d.id, "group": d.group, "lang": d.lang, "url": d.url, "title": d.title,
            "sections": [
                {"id": s.id, "heading": s.heading, "facet": s.facet, "text": s.text}
                for s in d.sections
            ],
        }
        for d in documents()
    ]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_index_then_search_with_title_section_snippet_and_path(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "index"
    made = CliRunner().invoke(index_command, [str(lines), "--out", str(out)])
    assert made.exit_code == 0, made.output
    assert made.output == f"{out}: 9 pages in en, fi, hi, ka\n"
    found = CliRunner().invoke(search_command, ["--index", str(out), "promise", "friday"])
    assert found.output.splitlines()[:3] == [
        "The client who does not pay › Signs  [sign]",
        "  Invoices lie unpaid for weeks. They promise the money every Friday.",
        "  en/playbooks/non-paying.html#signs",
    ]


@pytest.mark.parametrize("engine", ["whoosh", "browser"])
def test_a_batch_is_answered_line_by_line(folder: Path, tmp_path: Path, engine: str) -> None:
    if engine == "browser" and shutil.which("node") is None:
        pytest.skip("Node is not installed")
    batch = tmp_path / "queries.jsonl"
    batch.write_text('{"q": "unpaid", "lang": "ka"}\n\n{"q": "zzzz"}\n', "utf-8")
    arguments = ["--index", str(folder), "--batch", str(batch), "--engine", engine]
    done = CliRunner().invoke(search_command, arguments)
    first, second = map(json.loads, done.output.splitlines())
    assert list(first) == ["q", "lang", "ms", "results"]
    assert first["results"][0]["group"] == "playbooks/non-paying"
    assert first["results"][0]["lang"] == "ka"
    assert (second["q"], second["results"]) == ("zzzz", [])


def test_a_bad_line_of_a_batch_is_named(folder: Path, tmp_path: Path) -> None:
    batch = tmp_path / "queries.jsonl"
    batch.write_text('{"q": "a"}\nnot json\n', "utf-8")
    arguments = ["--index", str(folder), "--batch", str(batch)]
    done = CliRunner().invoke(search_command, arguments)
    assert isinstance(done.exception, PlaybookError)
    assert done.exception.line == 2


def test_a_folder_without_an_index_says_how_to_make_one(tmp_path: Path) -> None:
    done = CliRunner().invoke(search_command, ["--index", str(tmp_path), "word"])
    assert "playbook index" in str(done.exception)


def test_a_query_or_a_batch_is_needed() -> None:
    assert CliRunner().invoke(search_command, []).exit_code == 2
