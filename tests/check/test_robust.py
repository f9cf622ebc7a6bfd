"""Whatever a contributor does to the files, `check` lists findings and never breaks."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from marked_fixture import BASE

from playbook.check import check
from playbook.check.formats import write_github, write_json, write_sarif, write_text
from playbook.check.rules import RULES
from playbook.export import export_library
from playbook.library import load_library
from playbook.library.fmt import format_library

SCRAPS = (
    "---\n", "{#", "}", '" cite="', "[", "](", "\x00", "\ufeff", "\u202e", "\xff", "&a *a", ": ",
    "## H {#signs}\n", "### M\n", "> ", "- ", "1. ", "```\n", "<!--", "\t", "\r", "{#x .y z='", "|",
)  # fmt: skip


def spoil(file: Path, pick: random.Random) -> None:
    """Do one of the things that happen to files."""
    raw = file.read_bytes()
    a, b = sorted(pick.choices(range(len(raw) + 1), k=2))
    how = pick.randrange(6)
    if how == 0:
        file.unlink()
    elif how == 1:
        file.write_bytes(raw[:a])
    elif how == 2:
        file.write_bytes(raw[:a] + raw[b:])
    elif how == 3:
        file.write_bytes(raw[:a] + pick.choice(SCRAPS).encode() + raw[a:])
    elif how == 4:
        file.write_bytes(raw[:b] + raw[a:])
    else:
        file.write_bytes(raw[:a] + raw[b:] + raw[a:b])


@pytest.mark.parametrize("seed", range(60))
def test_spoilt_files_give_findings(seed: int, tmp_path: Path) -> None:
    pick = random.Random(seed)
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    for _ in range(pick.randint(1, 8)):
        files = sorted(path for path in root.rglob("*") if path.is_file())
        spoil(pick.choice(files), pick)
    library = load_library(root)
    findings = check(library)
    assert findings == check(load_library(root)), "the same files give the same findings"
    for finding in findings:
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.fix
        assert "\n" not in finding.message
    assert write_text(findings) and write_json(findings) and write_sarif(findings, RULES)
    assert write_github(findings).count("\n") == len(findings)
    export_library(library)
    for result in format_library(library):
        assert result.text
