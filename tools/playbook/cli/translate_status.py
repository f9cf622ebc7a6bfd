"""`playbook translate status`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from playbook.cli.places import content_folder
from playbook.cli.reading import read_library
from playbook.errors import PlaybookError
from playbook.export import export_status
from playbook.library.text_file import read_text
from playbook.translate.board import Dashboard, Progress, dashboard
from playbook.translate.board_text import as_json, as_markdown
from playbook.translate.staleness import State

_SIGNS = {State.CURRENT: "●", State.STALE: "◐", State.MISSING: "○"}
_BAR = 20


@click.command(name="status")
@click.argument("content", required=False, type=click.Path(path_type=Path))
@click.option("--lang", metavar="LANG", help="One language alone.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
)
@click.option(
    "--compare",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="An earlier --format json; markdown then shows what moved.",
)
def command(content: Path | None, lang: str | None, form: str, compare: Path | None) -> None:
    """How far the translations are: page by page, section by section.

    \b
    Examples:
      playbook translate status
      playbook translate status --lang fi
      playbook translate status --format json > before.json
      playbook translate status --format markdown --compare before.json

    \b
    Exit status: 0 all well, 2 could not run.
    """
    folder = content_folder(content)
    library = read_library(folder)
    board = dashboard(library)
    known = [entry.lang for entry in board.progress]
    if lang is not None and lang not in known:
        raise PlaybookError(
            "there are no translations into it",
            found=lang,
            way_out=f"Name one: {', '.join(known) or 'there is none yet'}.",
        )
    languages = known if lang is None else [lang]
    if form == "json":
        click.echo(
            json.dumps(export_status(library, board, languages), ensure_ascii=False, indent=1)
        )
    elif form == "markdown":
        before = _read(compare) if compare else None
        click.echo(as_markdown(as_json(board, languages), before), nl=False)
    else:
        click.echo(_table(board, languages), nl=False)


def _read(file: Path) -> dict[str, object]:
    text, problem = read_text(file)
    if text is None:
        assert problem is not None
        raise PlaybookError(problem.message, path=file, way_out=problem.fix)
    try:
        data = json.loads(text)
    except ValueError as error:
        raise PlaybookError(
            f"not JSON: {error}", path=file, way_out="Write it with --format json."
        ) from error
    return data if isinstance(data, dict) else {}


def _table(board: Dashboard, languages: list[str]) -> str:
    groups = list(dict.fromkeys(cell.group for cell in board.cells))
    cells = {(cell.group, cell.lang): cell for cell in board.cells}
    first = max((len(group) for group in groups), default=0)
    widest = max((len(cell.sections) for cell in board.cells), default=0)
    width = max(widest, 4)
    lines = [" " * first + "".join(f"  {lang:<{width}}" for lang in languages)]
    for group in groups:
        row = [
            "".join(_SIGNS[state] for state in cells[group, lang].sections.values())
            for lang in languages
        ]
        lines.append(f"{group:<{first}}" + "".join(f"  {signs:<{width}}" for signs in row))
    lines += ["", "A sign for each section, in the order of the page:"]
    lines.append("  ".join(f"{sign} {state}" for state, sign in _SIGNS.items()))
    lines.append("")
    for progress in board.progress:
        if progress.lang in languages:
            counts = f"{progress.current} of {progress.total} sections up to date"
            rest = f", {progress.stale} stale, {progress.missing} missing"
            lines.append(f"{progress.lang:<4} {bar(progress)}  {counts}{rest}")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def bar(progress: Progress) -> str:
    """How far a language is; full only when nothing is left."""
    done = int(progress.share * _BAR)
    return f"{'█' * done}{'░' * (_BAR - done)} {int(progress.share * 100):>3} %"
