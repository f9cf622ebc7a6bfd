"""`playbook fmt`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli.numbers import counted
from playbook.cli.places import content_folder
from playbook.cli.reading import read_library
from playbook.library.fmt import format_library
from playbook.library.text_file import write_texts


@click.command(name="fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "dry", is_flag=True, help="Write nothing; exit 1 if any page would change."
)
def command(paths: tuple[Path, ...], dry: bool) -> int:
    """Give items their ids and lay pages out evenly.

    PATHS are a knowledge base, or pages of it; none means the knowledge base here. Only
    layout and missing ids change, never a word. Running it again changes nothing.

    \b
    Examples:
      playbook fmt
      playbook fmt content/en/playbooks/unresponsive.md
      playbook fmt --check

    \b
    Exit status: 0 all well, 1 something would change (with --check), 2 could not run.
    """
    folder = content_folder(paths[0] if paths else None)
    library = read_library(folder)
    wanted = {path.resolve() for path in paths if path.is_file()}
    texts: dict[Path, str] = {}
    told: list[str] = []
    for result in format_library(library):
        path = folder / result.page.ref.path
        if result.text == result.page.source or (wanted and path.resolve() not in wanted):
            continue
        texts[path] = result.text
        ids = f", new ids: {', '.join(result.new_ids)}" if result.new_ids else ""
        told.append(f"{result.page.path}: {'would change' if dry else 'formatted'}{ids}")
    if not dry:
        write_texts(texts)
    for line in told:
        click.echo(line)
    pages = counted(len(texts), "page") if texts else "No page"
    click.echo(f"{pages} {'would change' if dry else 'changed'}.", err=True)
    return 1 if dry and texts else 0
