"""`playbook translate`: a group of commands, each in a module of its own."""

from __future__ import annotations

import importlib

import click

_COMMANDS = {
    "diff": "What changed in the reference since a translation was made.",
    "export": "Write a PO file for a translation editor.",
    "import": "Write a PO file back into the pages.",
    "mark": "Say that sections are up to date.",
    "start": "Start a translation of a page.",
    "status": "How far the translations are.",
}


class _Lazy(click.Group):
    """Imports a command's module when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"playbook.cli.translate_{cmd_name}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(name="translate", cls=_Lazy)
def command() -> None:
    """See, mark, export and import translations.

    \b
    Examples:
      playbook translate status
      playbook translate diff unresponsive fi
      playbook translate mark unresponsive fi signs strategy

    \b
    Exit status: 0 all well, 1 something was left undone, 2 wrong use or could not run.
    """
