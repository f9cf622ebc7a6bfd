"""Every command has help with an example, and a place in the documentation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from playbook.cli import COMMANDS, playbook


def commands(
    group: click.Group = playbook, name: str = "playbook", above: click.Context | None = None
) -> Iterator[tuple[str, click.Command]]:
    """Every command and command of a command, with the words one types."""
    context = click.Context(group, info_name=group.name, parent=above)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command is not None
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}", context)


WIDTH = 100
EVERY = list(commands())
NAMES = [name for name, _ in EVERY]


@pytest.mark.parametrize(("name", "command"), EVERY, ids=NAMES)
def test_help_has_an_example_and_the_exit_status(name: str, command: click.Command) -> None:
    text = command.help or ""
    assert "Example" in text
    assert f"  {name}" in text
    assert "Exit status:" in text


def help_of(name: str) -> str:
    """What `--help` prints, at the width of the documentation."""
    words = name.split()[1:]
    done = CliRunner().invoke(
        playbook, [*words, "--help"], prog_name="playbook", terminal_width=WIDTH
    )
    assert done.exit_code == 0, done.output
    return done.output.strip()


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_says_what_the_help_says(name: str, project: Path) -> None:
    """Word by word.  After a change: GOLDEN=write pytest tests/cli/test_documented.py"""
    file = project / "docs/commands.md"
    page, head = file.read_text("utf-8"), f"\n## {name}\n\n```text\n"
    assert head in page, f"no part on {name}"
    before, _, rest = page.partition(head)
    part, _, after = rest.partition("\n```\n")
    if os.environ.get("GOLDEN") == "write":
        file.write_text(f"{before}{head}{help_of(name)}\n```\n{after}", "utf-8")
        return
    assert part == help_of(name)


def test_the_documentation_has_no_command_that_is_gone(project: Path) -> None:
    page = (project / "docs/commands.md").read_text("utf-8")
    assert [line[3:] for line in page.splitlines() if line.startswith("## playbook")] == NAMES


def test_the_overview_lists_every_command(project: Path) -> None:
    assert [name for name in NAMES if name.count(" ") == 1] == [f"playbook {c}" for c in COMMANDS]


def test_a_closed_pipe_is_no_error(project: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m playbook export | head -c 10',
        shell=True,
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


COMPLETE = [sys.executable, "-c", "from playbook.cli import main; main()"]
"""The program, under a name that the shell's answer does not depend on."""


@pytest.mark.parametrize(
    ("shell", "typed", "word", "offered"),
    [
        ("bash", "playbook che", "1", "plain,check"),
        ("bash", "playbook translate st", "2", "plain,start\nplain,status"),
        ("bash", "playbook check --format s", "3", "plain,sarif"),
        ("bash", "playbook check --only cite-m", "3", "plain,cite-missing"),
        ("zsh", "playbook che", "1", "plain\ncheck\n"),
        ("fish", "playbook ", "che", "plain,check\t"),
    ],
)
def test_the_shell_completes(
    project: Path, shell: str, typed: str, word: str, offered: str
) -> None:
    done = subprocess.run(
        COMPLETE,
        env={
            "_PLAYBOOK_COMPLETE": f"{shell}_complete",
            "COMP_WORDS": typed,
            "COMP_CWORD": word,
            "PATH": "/usr/bin:/bin",
        },
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip().startswith(offered.strip())
    assert done.stderr == ""


@pytest.mark.skipif(shutil.which("bash") is None, reason="no Bash here")
def test_bash_completes_as_documented(project: Path, tmp_path: Path) -> None:
    page = (project / "docs/commands.md").read_text("utf-8")
    assert 'eval "$(_PLAYBOOK_COMPLETE=bash_source playbook)"' in page
    program = tmp_path / "playbook"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m playbook "$@"\n', "utf-8")
    program.chmod(0o755)
    script = """
        eval "$(_PLAYBOOK_COMPLETE=bash_source playbook)"
        complete -p playbook >/dev/null || exit 3
        COMP_WORDS=(playbook translate m) COMP_CWORD=2
        _playbook_completion playbook
        printf '%s\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "mark"), done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_every_option_says_what_it_is_for(name: str) -> None:
    command = dict(EVERY)[name]
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not isinstance(parameter.type, click.Choice):
            assert parameter.help, f"{parameter.opts[0]} of {name}"
