"""`playbook translate mark`."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli.places import content_folder
from playbook.cli.reading import read_library
from playbook.errors import PlaybookError
from playbook.library.text_file import write_texts
from playbook.translate.mark import mark_sections
from playbook.translate.naming import reference_page, translation_of
from playbook.translate.staleness import section_states


@click.command(name="mark")
@click.argument("id", metavar="ID")
@click.argument("lang", metavar="LANG")
@click.argument("sections", metavar="SECTION...", nargs=-1)
@click.option("--unchanged", is_flag=True, help="The change needed none in the translation.")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml.")
def command(
    id: str, lang: str, sections: tuple[str, ...], unchanged: bool, content: Path | None
) -> None:
    """Say that sections of a translation are up to date.

    ID is a page: unresponsive, guides/leaving. `intro` is what stands above the first
    heading, title and summary included. A section whose text is the same as when it was
    stamped last is refused, unless --unchanged says that it needed no change.

    \b
    Examples:
      playbook translate mark unresponsive fi signs strategy
      playbook translate mark guides/leaving ka intro --unchanged

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    folder = content_folder(content)
    library = read_library(folder)
    reference = reference_page(library, id)
    page = translation_of(library, reference, lang)
    if not sections:
        states = section_states(page, reference)
        listed = ", ".join(f"{name} ({state})" for name, state in states.items())
        raise PlaybookError(
            "no section named", path=page.path, way_out=f"Name those you redid: {listed}."
        )
    marked = mark_sections(library, page, reference, sections, unchanged=unchanged)
    write_texts({folder / path: text for path, text in marked.files.items()})
    click.echo(f"{page.path}: up to date now: {', '.join(marked.stamped)}")
