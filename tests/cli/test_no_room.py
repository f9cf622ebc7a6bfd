"""No room on the disk, no right to write, Ctrl+C: a plain line, and everything as it was."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from playbook.errors import PlaybookError
from playbook.library.text_file import write_texts

resource = pytest.importorskip("resource")

BASE = Path(__file__).parent.parent / "check" / "base"
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
"""linux/prctl.h, linux/capability.h"""
ARTICLE = """# Two clients

## The late client

They never pay on time and the invoice is overdue every month.

Ask for a deposit before you begin.
"""
WRITING = {
    "fmt": ("fmt",),
    "check --fix": ("check", "--fix"),
    "translate start": ("translate", "start", "--all", "sv"),
    "translate mark": ("translate", "mark", "late", "ka", "signs", "strategy"),
    "translate export": ("translate", "export", "ka"),
    "translate import": ("translate", "import", "given.po"),
    "new archetype": ("new", "archetype", "picky"),
    "new tree": ("new", "tree", "before-you-sign"),
    "init": ("init", "made/deep"),
    "normalise": ("normalise", "given.md", "--out", "content"),
    "normalise --report": ("normalise", "given.md", "--report", "report.html"),
}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A knowledge base with something for every command to write, where anybody may look."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        shutil.copytree(BASE, root / "content")
        for file in root.rglob("*.md"):
            text = file.read_text("utf-8").replace("translation: STAMP\n", "")
            file.write_text(text, "utf-8")
        call(root, "translate", "export", "ka", "--out", "given.po")
        po = root / "given.po"
        text = po.read_text("utf-8").replace("ცხრა დღით", "ათი დღით")
        po.write_text(text.replace("#, fuzzy\n", ""), "utf-8")
        for name in ("late", "loud"):
            page = root / f"content/en/playbooks/{name}.md"
            page.write_text(page.read_text("utf-8").replace("\n- ", "\n* "), "utf-8")
        (root / "given.md").write_text(ARTICLE, "utf-8")
        yield root


def call(
    folder: Path, *words: str, most: int | None = None, obedient: bool = False
) -> subprocess.CompletedProcess[str]:
    def prepare() -> None:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        if obedient and os.geteuid() == 0:
            # The superuser may write anywhere: without that right, they are like everybody.
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)

    return subprocess.run(
        [sys.executable, "-B", "-m", "playbook", *words],
        cwd=folder,
        preexec_fn=prepare,
        env={**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / ".none")},
        capture_output=True,
        text=True,
        check=False,
    )


def state(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def assert_told_plainly(done: subprocess.CompletedProcess[str], reason: str) -> None:
    assert done.returncode in (1, 2), done.stderr
    told = [line for line in done.stderr.splitlines() if "not written" in line]
    assert len(told) == 1, done.stderr
    assert reason in told[0]
    assert "Look at the permissions of its folder and the space on the disk." in told[0]
    assert "Traceback" not in done.stderr
    assert "unexpected" not in done.stderr


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_no_room_leaves_everything_as_it_was(folder: Path, words: tuple[str, ...]) -> None:
    """A limit on the size of a file stands for the full disk: the system refuses the same way."""
    before = state(folder)
    assert_told_plainly(call(folder, *words, most=50), "File too large")
    assert state(folder) == before
    done = call(folder, *words)
    assert done.returncode == 0, "with room, the same command does its work"
    assert state(folder) != before


SEVERAL = ("fmt", "translate start", "translate mark", "new archetype", "init")


@pytest.mark.parametrize("name", SEVERAL)
def test_room_for_some_of_the_files_writes_none(folder: Path, name: str) -> None:
    before = state(folder)
    sizes = sorted(len(text) for text in before.values() if text)
    done = call(folder, *WRITING[name], most=200 if name == "init" else sizes[len(sizes) // 2])
    assert_told_plainly(done, "File too large")
    assert state(folder) == before


@pytest.mark.skipif(
    os.geteuid() == 0 and sys.platform != "linux", reason="the superuser may write anywhere"
)
@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_a_folder_that_may_not_be_written_stays_as_it_was(
    folder: Path, words: tuple[str, ...]
) -> None:
    before = state(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = call(folder, *words, obedient=True)
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert_told_plainly(done, "Permission denied")
    assert state(folder) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
@pytest.mark.parametrize(
    "words",
    [("check",), ("export",), ("translate", "status"), ("translate", "export", "ka", "--out", "-")],
)
def test_output_that_cannot_be_written_is_one_line(folder: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "playbook", *words],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == (
        "playbook: cannot be read or written: No space left on device. "
        "Look at the permissions and the space on the disk.\n"
    )


CALLS = ("tempfile.mkstemp", "os.fdopen", "pathlib.Path.chmod", "pathlib.Path.replace")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("number", range(4))
def test_ctrl_c_at_any_step_leaves_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, after: bool
) -> None:
    (tmp_path / "a.md").write_text("old", "utf-8")
    texts = {tmp_path / "a.md": "new", tmp_path / "b/c.md": "new", tmp_path / "b/d/e.md": "new"}
    before = state(tmp_path)
    count = 0
    module, _, attribute = name.rpartition(".")
    target = Path if module == "pathlib.Path" else {"os": os, "tempfile": tempfile}[module]
    genuine = getattr(target, attribute)

    def interrupting(*given: object, **named: object) -> object:
        nonlocal count
        count += 1
        if count != number + 1:
            return genuine(*given, **named)
        if after:
            genuine(*given, **named)
        raise KeyboardInterrupt

    monkeypatch.setattr(target, attribute, interrupting)
    try:
        write_texts(texts)
    except KeyboardInterrupt:
        monkeypatch.undo()
        now = {path: content for path, content in state(tmp_path).items() if content is not None}
        everything = {"a.md": b"new", "b/c.md": b"new", "b/d/e.md": b"new"}
        nothing = {path: content for path, content in before.items() if content is not None}
        left = {path for path in now if path.rpartition("/")[2].startswith(".")}
        if name == "tempfile.mkstemp" and after:
            # Interrupted before anybody could know the draft's name: it stays, beside the file.
            assert len(left) == 1
        else:
            assert not left
        assert {path: now[path] for path in now.keys() - left} in (everything, nothing)
    else:
        assert number == 3, "three files, three calls"


def test_what_cannot_be_replaced_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(PlaybookError, match="not written: Is a directory"):
        write_texts({tmp_path / "a.md": "new"})
    assert state(tmp_path) == {"a.md": None}
