"""`playbook translate start`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli.numbers import counted
from playbook.cli.places import content_folder, shown_path
from playbook.cli.reading import read_library
from playbook.library.text_file import write_texts
from playbook.translate.naming import reference_page
from playbook.translate.start import start_language, start_translation


@click.command(name="start")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.argument("lang", metavar="LANG")
@click.option("--all", "every", is_flag=True, help="Every page that LANG does not have yet.")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml.")
def command(ids: tuple[str, ...], lang: str, every: bool, content: Path | None) -> None:
    """Start a translation of pages.

    Writes pages with the reference's structure and words: translate them section by section,
    and mark each section when it is done. LANG may be a language that has no pages yet.

    \b
    Examples:
      playbook translate start unresponsive sv
      playbook translate start index guides/leaving sv
      playbook translate start --all sv

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    if bool(ids) == every:
        raise click.UsageError(
            "Name the pages to start, as in `playbook translate start unresponsive sv`, "
            "or give --all and the language alone."
        )
    folder = content_folder(content)
    shown = shown_path(folder)
    library = read_library(folder)
    if every:
        started = start_language(library, lang)
    else:
        pages = [reference_page(library, id) for id in dict.fromkeys(ids)]
        started = tuple(start_translation(library, page, lang) for page in pages)
    write_texts({folder / page.ref.path: page.text for page in started})
    for page in started:
        click.echo((shown / page.ref.path).as_posix())
    if not started:
        click.echo(f"{lang} has every page already.", err=True)
        return
    name = started[0].ref.group if len(started) == 1 else "ID"
    click.echo(
        f"{counted(len(started), 'page')} to translate; then, section by section: "
        f"playbook translate mark {name} {lang} SECTION...",
        err=True,
    )
