"""`playbook translate export`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook import __version__
from playbook.cli.places import content_folder, shown_path
from playbook.errors import PlaybookError
from playbook.library import load_library
from playbook.library.text_file import write_text
from playbook.model.paths import LANGUAGE_PATTERN
from playbook.translate.entries import entries_of
from playbook.translate.po import write_catalog


@click.command(name="export")
@click.argument("lang", metavar="LANG")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write; `-` prints it.")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml.")
def command(lang: str, out: Path | None, content: Path | None) -> None:
    """Write a PO file for a translation editor.

    One entry an item, heading, paragraph and message; what went stale is fuzzy, with the
    text it was made from. A new language gets an empty file.

    \b
    Examples:
      playbook translate export fi
      playbook translate export sv --out swedish.po

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    folder = content_folder(content)
    library = load_library(folder, shown_as=shown_path(folder))
    if lang == library.reference or not LANGUAGE_PATTERN.fullmatch(lang):
        raise PlaybookError(
            "not a language to translate into",
            found=lang,
            way_out=f"Name one: {', '.join(library.languages[1:])}, or the code of a new one.",
        )
    entries = list(entries_of(library, lang))
    text = write_catalog(entries, lang, __version__)
    file = out or Path(f"{lang}.po")
    if str(file) == "-":
        click.echo(text, nl=False)
        return
    write_text(file, text)
    fuzzy = sum(entry.stale for entry in entries)
    empty = sum(not entry.text for entry in entries)
    click.echo(f"{file}: {len(entries)} entries, {fuzzy} fuzzy, {empty} not translated", err=True)
