"""`playbook translate import`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli.numbers import counted
from playbook.cli.places import content_folder, shown_path
from playbook.cli.reading import read_library
from playbook.library.text_file import write_texts
from playbook.translate.po_import import import_catalog
from playbook.translate.po_reading import read_catalog


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml.")
def command(file: Path, dry_run: bool, content: Path | None) -> int:
    """Write a PO file back into the pages.

    Only entries that are translated and not fuzzy are taken. A section whose stale entries
    were all confirmed is marked as up to date. Fields, links and ids are looked after; an
    entry that cannot be taken is reported and stays in the file.

    \b
    Examples:
      playbook translate import fi.po
      playbook translate import fi.po --dry-run

    \b
    Exit status: 0 all well, 1 some entries could not be taken, 2 could not run.
    """
    lang, messages = read_catalog(file)
    folder = content_folder(content)
    shown = shown_path(folder)
    library = read_library(folder)
    imported = import_catalog(library, lang, messages)
    if not dry_run:
        write_texts({folder / path: text for path, text in imported.files.items()})
    for path in imported.files:
        click.echo(f"{(shown / path).as_posix()}: {'would be ' if dry_run else ''}written")
    for section in imported.stamped:
        click.echo(f"up to date: {section}")
    for page in imported.waiting:
        click.echo(f"not yet: {page}")
    for conflict in imported.conflicts:
        click.echo(
            f"{file}:{conflict.line}: not taken: {conflict.context}: {conflict.message}", err=True
        )
    click.echo(
        f"{len(imported.taken)} taken, {len(imported.conflicts)} not taken, "
        f"{counted(len(imported.files), 'file')} {'to write' if dry_run else 'written'}.",
        err=True,
    )
    return 1 if imported.conflicts else 0
