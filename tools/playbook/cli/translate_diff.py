"""`playbook translate diff`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from playbook.cli.places import content_folder
from playbook.cli.reading import read_library
from playbook.translate.diff import Change, Run, SectionDiff, diff_page
from playbook.translate.naming import reference_page, translation_of

_MARKS = {Change.SAME: ("", ""), Change.ADDED: ("{+", "+}"), Change.REMOVED: ("[-", "-]")}
_COLOURS = {Change.ADDED: "green", Change.REMOVED: "red"}


@click.command(name="diff")
@click.argument("id", metavar="ID")
@click.argument("lang", metavar="LANG")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml.")
def command(id: str, lang: str, content: Path | None) -> None:
    """What changed in the reference since a translation was made, word by word.

    Words that went stand in [- -], new ones in {+ +}; below stands the translation.

    \b
    Examples:
      playbook translate diff unresponsive fi
      playbook translate diff guides/leaving ka

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    folder = content_folder(content)
    library = read_library(folder)
    reference = reference_page(library, id)
    page = translation_of(library, reference, lang)
    sections = diff_page(library, page, reference)
    if not sections:
        click.echo(f"{page.path}: every section is up to date.")
        return
    for section in sections:
        for line in _lines(section, page.path, reference.ref.lang, lang):
            click.echo(line, color=_coloured())
    again = f"playbook translate mark {reference.ref.group} {lang} {sections[0].id}"
    click.echo(f"When a section is done: {again}", err=True)


def _lines(section: SectionDiff, path: str, reference: str, lang: str) -> Iterator[str]:
    yield f"== {section.id}"
    if not section.known:
        yield "   Nothing was kept of the text it was made from; the whole section:"
    if not section.segments:
        yield "   No words of an item changed: something was moved, or taken out."
    for segment in section.segments:
        place = f"  ({path}:{segment.line})" if segment.line else ""
        yield f"   {segment.key}{place}"
        yield f"   {reference:<3} {' '.join(_run(run, section.known) for run in segment.runs)}"
        yield f"   {lang:<3} {segment.translation or '—'}"
        yield ""


def _run(run: Run, known: bool) -> str:
    if not known:
        return run.text
    opening, closing = _MARKS[run.change]
    colour = _COLOURS.get(run.change)
    if colour and _coloured():
        return click.style(run.text, fg=colour)
    return f"{opening}{run.text}{closing}"


def _coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
