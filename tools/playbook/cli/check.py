"""`playbook check`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from playbook.check import RULES, Finding, Rule, check, select
from playbook.check.formats import write_github, write_json, write_sarif, write_text
from playbook.check.formats.as_text import plain
from playbook.check.rules.pages import page_of
from playbook.cli.changes import changed_groups, is_touched
from playbook.cli.places import content_folder, shown_path
from playbook.cli.progress import progress
from playbook.cli.reading import read_library
from playbook.errors import PlaybookError
from playbook.library.fmt import format_library
from playbook.library.text_file import write_texts
from playbook.model import Library

_COLOURS = {
    "error": "red",
    "warning": "yellow",
    "note": "blue",
    "path": "cyan",
    "fix": "bright_black",
}


def _rules_like(_ctx: click.Context, _param: click.Parameter, word: str) -> list[str]:
    """Rules for the shell to complete a word to."""
    return [rule.id for rule in RULES if rule.id.startswith(word)]


@click.command(name="check")
@click.argument("content", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--fix", is_flag=True, help="First mend what is safe, as `playbook fmt` does.")
@click.option(
    "--only",
    metavar="RULE",
    multiple=True,
    help="Look with this rule alone; repeatable.",
    shell_complete=_rules_like,
)
@click.option(
    "--skip",
    metavar="RULE",
    multiple=True,
    help="Leave this rule out; repeatable.",
    shell_complete=_rules_like,
)
@click.option("--changed-since", metavar="REV", help="Only pages changed since a revision.")
@click.option("--list-rules", is_flag=True, help="List the rules and stop.")
@click.option(
    "--explain",
    metavar="RULE",
    help="Show the page of a rule and stop.",
    shell_complete=_rules_like,
)
def command(
    content: Path | None,
    form: str,
    fix: bool,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    changed_since: str | None,
    list_rules: bool,
    explain: str | None,
) -> int:
    """Say what is missing or wrong in a knowledge base.

    CONTENT is the folder with archetypes.yml; without it, the nearest one is taken. Every
    finding names the file and line, and says what to do. Warnings and notes stop nothing.

    \b
    Examples:
      playbook check
      playbook check content --fix
      playbook check --only link-target --only link-anchor
      playbook check --changed-since main --format github
      playbook check --explain item-id

    \b
    Exit status: 0 no errors, 1 at least one error, 2 could not run.
    """
    if list_rules:
        _list_rules()
        return 0
    if explain:
        click.echo(page_of(_named(explain)), nl=False)
        return 0
    rules = select(only, skip)
    folder = content_folder(content)
    shown = shown_path(folder)
    touched = changed_groups(folder, changed_since) if changed_since else None
    library = read_library(folder)
    if fix and _mend(library, folder):
        library = read_library(folder)
    with progress("Checking", len(rules)) as tell:
        findings = check(library, shown=shown, rules=rules, progress=lambda rule: tell(rule.id))
    if touched is not None:
        findings = tuple(f for f in findings if is_touched(f.path, shown, touched))
    if ".." in shown.parts:
        # From inside the content folder: `../en/x.md` seen from `content/en` is `x.md`.
        moved = (replace(f, path=shown_path(Path(f.path)).as_posix()) for f in findings)
        findings = tuple(sorted(moved, key=lambda finding: finding.order))
    click.echo(_written(form, findings, rules, len(library.pages)), nl=False, color=_colours())
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _written(form: str, findings: Sequence[Finding], rules: Sequence[Rule], pages: int) -> str:
    if form == "json":
        return write_json(findings, pages=pages)
    if form == "sarif":
        return write_sarif(findings, rules)
    if form == "github":
        return write_github(findings)
    return write_text(findings, pages=pages, paint=_paint if _colours() else plain)


def _colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _paint(text: str, role: str) -> str:
    return click.style(text, fg=_COLOURS[role])


def _mend(library: Library, folder: Path) -> bool:
    mended = [result for result in format_library(library) if result.text != result.page.source]
    write_texts({folder / result.page.ref.path: result.text for result in mended})
    for result in mended:
        ids = f", new ids: {', '.join(result.new_ids)}" if result.new_ids else ""
        click.echo(f"{result.page.path}: mended{ids}", err=True)
    return bool(mended)


def _list_rules() -> None:
    width = max(len(rule.id) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.id:<{width}}  {rule.severity:<7}  {rule.about}")


def _named(id: str) -> Rule:
    for rule in RULES:
        if rule.id == id:
            return rule
    raise PlaybookError(
        f"no rule has the id {id}", way_out="See them all: playbook check --list-rules."
    )
