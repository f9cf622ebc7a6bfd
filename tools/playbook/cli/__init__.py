"""The `playbook` command.  Each command is a module, imported only when it is called."""

from __future__ import annotations

import difflib
import importlib
import os
import sys
from pathlib import Path

import click

from playbook import __version__
from playbook.errors import PlaybookError

COMMANDS = {
    "check": "Say what is missing or wrong in a knowledge base.",
    "evaluate": "Measure the normaliser against annotated articles.",
    "export": "Print the whole knowledge base as JSON.",
    "fmt": "Give items their ids and lay pages out evenly.",
    "index": "Make a search index of any documents.",
    "init": "Start a knowledge base on another subject.",
    "new": "Start an archetype or a decision tree.",
    "normalise": "Turn scraped articles into playbook drafts.",
    "search": "Search the knowledge base, or any index.",
    "translate": "See, mark, export and import translations.",
    "tree": "Walk or print a decision tree.",
}
"""Command → its line in the overview; the module of the same name holds `command`."""


class _Lazy(click.Group):
    """Imports a command's module when the command is asked for: a cold start stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"playbook.cli.{cmd_name}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word = args[0]
        near = difflib.get_close_matches(word, COMMANDS, n=1)
        if word not in COMMANDS and near and not word.startswith("-"):
            ctx.fail(f"No such command '{word}'. Did you mean {near[0]}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="playbook")
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
@click.pass_context
def playbook(ctx: click.Context, debug: bool) -> None:
    """Playbooks for difficult clients: normalise, check, translate, search.

    \b
    Examples:
      playbook check content
      playbook normalise samples/*.txt --out drafts
      playbook search "client does not pay"

    \b
    Exit status: 0 all well, 1 findings or failures, 2 wrong use or could not run.
    """
    ctx.obj = {"debug": debug}


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a user's mistake ends in one line on standard error."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        status = playbook.main(args=words, prog_name="playbook", standalone_mode=False)
        sys.stdout.flush()
        code = status if isinstance(status, int) else 0
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("playbook: stopped", err=True)
        code = 130
    except click.ClickException as wrong_use:
        wrong_use.show()
        code = 2
    except PlaybookError as error:
        error.path = _as_typed(error.path)
        click.echo(f"playbook: {error}", err=True)
        code = 2
    except BrokenPipeError:
        # The reader (head, less) has gone: nobody is left to tell.
        _drop_output()
        code = 0
    except OSError as error:
        if "--debug" in words:
            raise
        # Pages have errors of their own, with a place: this is the output, or a device below it.
        _drop_output()
        where = f"{error.filename}: " if error.filename else ""
        click.echo(
            f"playbook: {where}cannot be read or written: {error.strerror or error}. "
            "Look at the permissions and the space on the disk.",
            err=True,
        )
        code = 2
    except Exception as error:
        if "--debug" in words:
            raise
        kind = type(error).__name__
        click.echo(
            f"playbook: unexpected {kind}: {error}. Run again with `playbook --debug …` "
            "for the details and report them.",
            err=True,
        )
        code = 2
    sys.exit(code)


def _drop_output() -> None:
    """What is left in the buffer goes nowhere: writing it at exit would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _as_typed(path: str | None) -> str | None:
    """A path below the working directory without what everybody there knows."""
    here = f"{Path.cwd()}{os.sep}"
    return path.removeprefix(here) if path else path
