"""The published program is what its sources say; changed sources are used as they are."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from playbook.search.program import _program, program, scripts

PROJECT = Path(__file__).parents[2]
TERSER = PROJECT / "node_modules" / "terser"


@pytest.mark.skipif(
    shutil.which("node") is None or not TERSER.is_dir(), reason="Node or terser is not installed"
)
def test_what_is_published_is_what_the_sources_make() -> None:
    done = subprocess.run(
        ["node", "tools/publish_engine.mjs", "--check"], cwd=PROJECT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_the_published_program_is_short_and_shares_no_names() -> None:
    made = program()
    sources = sum(path.stat().st_size for path in scripts().glob("*.js"))
    assert sum(map(len, made.values())) < sources / 2
    assert [re.findall(r"\bS[._]\w+|//|/\*", script) for script in made.values()] == [[], []]


@pytest.mark.parametrize("changed", ["bootstrap.js", "rank.js"])
def test_changed_sources_are_used_as_they_are(changed: str, tmp_path: Path) -> None:
    folder = tmp_path / "search"
    shutil.copytree(scripts(), folder)
    assert _program(folder) == program()
    with (folder / changed).open("a", encoding="utf-8") as file:
        file.write("// a remark\n")
    made = _program(folder)
    assert "// a remark" in made["bootstrap" if changed == "bootstrap.js" else "engine"]
    assert made["engine"].count("S.FORMAT = FORMAT") == 1


def test_without_published_files_sources_are_used(tmp_path: Path) -> None:
    folder = tmp_path / "search"
    shutil.copytree(scripts(), folder, ignore=shutil.ignore_patterns("published"))
    assert "S.FORMAT = FORMAT" in _program(folder)["engine"]
