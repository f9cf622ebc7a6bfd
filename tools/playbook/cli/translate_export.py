"""`playbook translate export`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook import __version__
from playbook.cli.numbers import counted
from playbook.cli.places import content_folder
from playbook.cli.reading import read_library
from playbook.library.text_file import write_text
from playbook.translate.entries import entries_of
from playbook.translate.po import write_catalog
from playbook.translate.start import refuse_language


@click.command(name="export")
@click.argument("lang", metavar="LANG")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write; `-` prints it.")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml.")
def command(lang: str, out: Path | None, content: Path | None) -> None:
    """Write a PO file for a translation editor.

    One entry an item, heading, paragraph and message; what went stale is fuzzy, with the
    text it was made from; what was never translated is empty. LANG may be a new language.

    \b
    Examples:
      playbook translate export fi
      playbook translate export sv --out swedish.po

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    folder = content_folder(content)
    library = read_library(folder)
    refuse_language(library, lang)
    entries = list(entries_of(library, lang))
    text = write_catalog(entries, lang, __version__)
    file = out or Path(f"{lang}.po")
    if str(file) == "-":
        click.echo(text, nl=False)
        return
    write_text(file, text)
    fuzzy = sum(entry.stale and not entry.is_copy for entry in entries)
    empty = sum(not entry.text or entry.is_copy for entry in entries)
    told = counted(len(entries), "entry", "entries")
    click.echo(f"{file}: {told}, {fuzzy} fuzzy, {empty} not translated", err=True)
