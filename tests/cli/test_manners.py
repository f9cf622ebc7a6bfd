"""However wrongly a command is used: a plain line, status 2, and nothing written."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.cli import COMMANDS, main

WRONG_ANYWHERE = [
    ("",),
    ("chek",),
    ("check", "--format", "xml"),
    ("check", "nowhere"),
    ("check", "--only"),
    ("check", "--only", "no-such-rule"),
    ("check", "--explain", "no-such-rule"),
    ("evaluate",),
    ("evaluate", "nowhere"),
    ("evaluate", "notes.txt"),
    ("export", "nowhere"),
    ("export", "--format", "xml"),
    ("fmt", "nowhere"),
    ("index",),
    ("index", "nowhere.jsonl", "--out", "made"),
    ("index", "notes.txt", "--out", "made"),
    ("index", "folder", "--out", "made"),
    ("init",),
    ("init", "notes.txt"),
    ("init", "folder"),
    ("init", "made", "--languages", "not a language"),
    ("init", "made", "--languages", ","),
    ("new", "archetype"),
    ("new", "archetype", "../../x"),
    ("new", "archetype", "Late_Paying"),
    ("new", "tree", "../../x"),
    ("normalise",),
    ("normalise", "notes.txt", "--jobs", "0"),
    ("normalise", "notes.txt", "--lang", "not a language"),
    ("normalise", "notes.txt", "--content", "folder"),
    ("normalise", "folder"),
    ("search",),
    ("search", "   "),
    ("search", "word", "--limit", "0"),
    ("search", "word", "--index", "folder"),
    ("search", "word", "--index", "notes.txt"),
    ("search", "word", "--batch", "notes.txt"),
    ("search", "--batch", "folder"),
    ("translate", "start", "late"),
    ("translate", "start", "no-such-page", "sv"),
    ("translate", "start", "late", "../sv"),
    ("translate", "diff", "no-such-page", "ka"),
    ("translate", "mark", "late", "ka"),
    ("translate", "mark", "late", "ka", "no-such-section"),
    ("translate", "export", "../sv"),
    ("translate", "import", "nowhere.po"),
    ("translate", "import", "notes.txt"),
    ("translate", "import", "folder"),
    ("translate", "status", "--format", "xml"),
    ("translate", "status", "--lang", "xx"),
    ("tree", "no-such-tree"),
    ("tree", "triage", "--lang", "xx"),
]
NEEDS_A_KNOWLEDGE_BASE = [
    ("check",),
    ("export",),
    ("fmt",),
    ("new", "archetype", "late"),
    ("new", "tree", "triage"),
    ("search", "word"),
    ("translate", "status"),
    ("translate", "diff", "late", "ka"),
    ("translate", "export", "ka"),
    ("tree", "triage"),
]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


@pytest.mark.parametrize("words", WRONG_ANYWHERE, ids=" ".join)
def test_wrong_use_is_told_plainly_and_writes_nothing(
    knowledge_base: Path,
    run,
    words: tuple[str, ...],  # type: ignore[no-untyped-def]
) -> None:
    (knowledge_base / "notes.txt").write_bytes(b"\xff\xfe\x00 not what is asked for\n")
    (knowledge_base / "folder").mkdir()
    (knowledge_base / "folder" / "keep").write_text("x", "utf-8")
    before = files(knowledge_base)
    said = run(*words)
    assert said.status in ({1, 2} if words[0] == "normalise" else {2})
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert "unexpected" not in said.err
    assert files(knowledge_base) == before


@pytest.mark.parametrize("words", NEEDS_A_KNOWLEDGE_BASE, ids=" ".join)
def test_in_an_empty_folder_it_says_how_to_begin(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    run,
    words: tuple[str, ...],  # type: ignore[no-untyped-def]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(*words)
    assert (said.status, said.out) == (2, "")
    assert "no content/archetypes.yml here or in a folder above" in said.err
    assert "playbook init DIR" in said.err
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_mistyped_command_is_guessed(run) -> None:  # type: ignore[no-untyped-def]
    assert "Did you mean check?" in run("chek").err
    assert "Did you mean" not in run("xyz").err


def test_the_folder_of_a_language_stands_for_its_knowledge_base(
    knowledge_base: Path,
    run,  # type: ignore[no-untyped-def]
) -> None:
    assert run("check", "content/en").out == run("check", "content").out


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_cannot_be_written_is_left_alone(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    (knowledge_base / "shut").mkdir(mode=0o500)
    for words in (("init", "shut/new"), ("translate", "export", "ka", "--out", "shut/ka.po")):
        said = run(*words)
        assert said.status == 2
        assert "not written: Permission denied" in said.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_place_that_is_no_folder_is_named(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    said = run("translate", "export", "ka", "--out", "/dev/full/ka.po")
    assert said.status == 2
    assert "/dev/full/ka.po: not written" in said.err


@pytest.mark.parametrize("words", [("check",), ("translate", "status"), ("tree", "triage")])
@pytest.mark.skipif(shutil.which("script") is None, reason="`script` gives a terminal; not here")
def test_no_colour_is_respected_in_a_terminal(knowledge_base: Path, words: tuple[str, ...]) -> None:
    command = " ".join(["'" + sys.executable + "'", "-m", "playbook", *words])
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm"}
    done = subprocess.run(
        ["script", "-qec", command, "/dev/null"],
        cwd=knowledge_base,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.stdout
    assert b"\x1b[3" not in done.stdout
    assert b"\x1b[9" not in done.stdout


@pytest.mark.parametrize("words", [("check", "--list-rules"), ("translate", "status"), ("fmt",)])
def test_a_reader_that_leaves_early_is_no_error(
    knowledge_base: Path, words: tuple[str, ...]
) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m playbook {" ".join(words)} | head -c 1',
        shell=True,
        cwd=knowledge_base,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Broken pipe" not in done.stderr


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/commands.md"])
def test_commands_that_the_guides_name_exist(project: Path, page: str) -> None:
    text = (project / page).read_text("utf-8")
    commands = set(re.findall(r"`playbook ([a-z]+)", text))
    assert commands
    assert commands <= set(COMMANDS)


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
def test_ctrl_c_ends_with_130_and_no_traceback(knowledge_base: Path) -> None:
    asking = subprocess.Popen(
        [sys.executable, "-u", "-m", "playbook", "tree", "triage"],
        cwd=knowledge_base,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert asking.stdout is not None
    assert asking.stdout.read(1), "it asks"
    asking.send_signal(signal.SIGINT)
    _, told = asking.communicate()
    assert asking.returncode == 130
    assert b"Traceback" not in told


def test_debug_shows_what_is_hidden_otherwise(
    knowledge_base: Path,
    run,  # type: ignore[no-untyped-def]
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("playbook.cli.export.export_library", broken)
    said = run("export")
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert "unexpected RuntimeError: a fault of ours. Run again with `playbook --debug" in said.err
    with pytest.raises(RuntimeError):
        main(["--debug", "export"])
