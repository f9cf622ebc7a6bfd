"""`playbook new archetype` and `playbook new tree`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from playbook.cli.places import content_folder, shown_path
from playbook.cli.reading import read_library
from playbook.library.text_file import write_texts
from playbook.model import Library
from playbook.scaffold import new_archetype, new_tree

_CONTENT = click.option(
    "--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml."
)


@click.group(name="new")
def command() -> None:
    """Start an archetype or a decision tree.

    \b
    Examples:
      playbook new archetype late-paying --category money
      playbook new tree before-you-sign

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """


@command.command(name="archetype")
@click.argument("id", metavar="ID")
@click.option(
    "--category", metavar="CATEGORY", help="Its group on the home page; without it, the first one."
)
@_CONTENT
def archetype(id: str, category: str | None, content: Path | None) -> None:
    """Start an archetype: its entry in archetypes.yml and a playbook to write.

    It is planned until you delete `planned: true` there.

    \b
    Examples:
      playbook new archetype late-paying --category money

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    folder, library = _library(content)
    _write(folder, new_archetype(library, id, category))
    click.echo("Write it, then: playbook check", err=True)


@command.command(name="tree")
@click.argument("id", metavar="ID")
@_CONTENT
def tree(id: str, content: Path | None) -> None:
    """Start a decision tree: a question, and answers that lead to playbooks.

    \b
    Examples:
      playbook new tree before-you-sign

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    folder, library = _library(content)
    _write(folder, new_tree(library, id))
    click.echo("Write it, then: playbook check", err=True)


def _library(content: Path | None) -> tuple[Path, Library]:
    folder = content_folder(content)
    return folder, read_library(folder)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    write_texts({folder / path: text for path, text in files.items()})
    for path in files:
        click.echo((shown_path(folder) / path).as_posix())
