"""`playbook index`: make a search index of any documents."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("index")
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the index; made where it does not exist.",
)
@click.option("--order", default="", help="Languages by rank, the reference first: en,fi.")
def command(source: Path, out: Path, order: str) -> None:
    """Make a search index of documents, for the terminal and for the browser.

    SOURCE has a document a line, as JSON: {"id", "group", "lang", "url", "title", "sections":
    [{"id", "heading", "facet", "text"}]}; `-` is standard input.  `group` is the id shared by
    translations of one page.

    \b
    Examples:
      playbook index pages.jsonl --out index
      playbook search --index index "invoice not paid"

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    from playbook.cli.numbers import counted
    from playbook.errors import PlaybookError
    from playbook.search.pages import in_file

    asked = in_file(source, [code for code in order.split(",") if code])
    from playbook.search.store import build_pages  # takes a while to start: the file is read then

    pages = asked()
    if not pages.count:
        raise PlaybookError("no documents in it", path=source, way_out="Write one a line.")
    if sys.stderr.isatty():
        click.echo(f"Indexing {counted(pages.count, 'page')} …", err=True)
    build_pages(pages, out)
    noun = "page" if pages.count == 1 else "pages"
    click.echo(f"{out}: {pages.count} {noun} in {', '.join(sorted(pages.sizes))}")
