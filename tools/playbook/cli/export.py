"""`playbook export`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from playbook.cli.places import content_folder
from playbook.cli.reading import read_library
from playbook.export import export_library


@click.command(name="export")
@click.argument("content", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True)
def command(content: Path | None, form: str) -> None:
    """Print the whole knowledge base as JSON.

    CONTENT is the folder with archetypes.yml; without it, the nearest one is taken.

    \b
    Examples:
      playbook export > knowledge-base.json
      playbook export | jq '.archetypes[].id'

    \b
    Exit status: 0 all well, 2 could not run.
    """
    folder = content_folder(content)
    library = read_library(folder)
    click.echo(json.dumps(export_library(library), ensure_ascii=False, indent=1))
