"""Every command has help with an example, and a place in the documentation."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

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


EVERY = list(commands())
NAMES = [name for name, _ in EVERY]


@pytest.mark.parametrize(("name", "command"), EVERY, ids=NAMES)
def test_help_has_an_example_and_the_exit_status(name: str, command: click.Command) -> None:
    text = command.help or ""
    assert "Example" in text
    assert f"  {name}" in text
    assert "Exit status:" in text


@pytest.mark.parametrize(("name", "command"), EVERY, ids=NAMES)
def test_a_command_is_documented(name: str, command: click.Command, project: Path) -> None:
    page = (project / "docs/commands.md").read_text("utf-8")
    assert f"\n## {name}\n" in page
    part = page.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
    for parameter in command.params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert option in part, f"{option} of {name}"


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


def test_the_shell_completes_commands(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from playbook.cli import main; main()"],
        env={
            "_PLAYBOOK_COMPLETE": "bash_complete",
            "COMP_WORDS": "playbook che",
            "COMP_CWORD": "1",
            "PATH": "/usr/bin:/bin",
        },
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "plain,check\n"
