"""`playbook translate start`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli.places import content_folder, shown_path
from playbook.library import load_library
from playbook.library.text_file import write_text
from playbook.translate.naming import reference_page
from playbook.translate.start import start_translation


@click.command(name="start")
@click.argument("id", metavar="ID")
@click.argument("lang", metavar="LANG")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml.")
def command(id: str, lang: str, content: Path | None) -> None:
    """Start a translation of a page.

    Writes a page with the reference's structure and words: translate it section by section,
    and mark each when it is done. LANG may be a language that has no pages yet.

    \b
    Examples:
      playbook translate start unresponsive sv
      playbook translate start guides/leaving fi

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    folder = content_folder(content)
    shown = shown_path(folder)
    library = load_library(folder, shown_as=shown)
    started = start_translation(library, reference_page(library, id), lang)
    write_text(folder / started.ref.path, started.text)
    click.echo((shown / started.ref.path).as_posix())
    click.echo(
        f"Translate it, then: playbook translate mark {started.ref.group} {lang} SECTION...",
        err=True,
    )
