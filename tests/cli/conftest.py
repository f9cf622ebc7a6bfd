"""Run the command line as a user does, and look at what it said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from playbook.cli import main

BASE = Path(__file__).parent.parent / "check" / "base"


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str | Path) -> Said:
        with pytest.raises(SystemExit) as stopped:
            main([str(word) for word in words])
        told = capsys.readouterr()
        status = stopped.value.code
        return Said(status if isinstance(status, int) else 0, told.out, told.err)

    return call


@pytest.fixture
def knowledge_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `content/`, and the working directory in it."""
    shutil.copytree(BASE, tmp_path / "content")
    for file in tmp_path.rglob("*.md"):
        text = file.read_text("utf-8").replace("translation: STAMP\n", "")
        file.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
